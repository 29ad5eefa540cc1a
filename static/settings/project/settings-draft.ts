import type { ProjectSettingsPage } from '../../../src/contract/settings';
import type { ProjectSettings } from '../../../src/domain/settings';
import { CUSTOMERS_PER_DAY_MAX, STARTS_PER_DAY_MAX, STARTS_PER_DAY_MIN } from '../../../src/domain/limits';
import { createDraft } from '../form/create-draft';
import { hoursKey, hoursProblems, savedHours } from './hours/hours-choice';
import { parseOrigins } from './parse-origins';

/** The settings while they are being edited: the web sites and the daily numbers stay the text that was typed. */
export interface SettingsDraft extends Omit<ProjectSettings, 'allowedOrigins' | DailyNumber> {
  allowedOrigins: string;
  startsPerDay: string;
  customersPerDay: string;
}

export type DailyNumber = 'startsPerDay' | 'customersPerDay';

export const DAILY_BOUNDS: Record<DailyNumber, { min: number; max: number }> = {
  startsPerDay: { min: STARTS_PER_DAY_MIN, max: STARTS_PER_DAY_MAX },
  customersPerDay: { min: 0, max: CUSTOMERS_PER_DAY_MAX },
};

/** Null: not a whole number that is allowed. */
export function parseDaily(name: DailyNumber, text: string): number | null {
  const entry = text.trim();
  if (!/^\d{1,6}$/.test(entry)) return null;
  const { min, max } = DAILY_BOUNDS[name];
  const count = Number(entry);
  return count >= min && count <= max ? count : null;
}

export type SettingName = keyof ProjectSettings;

/** In the order in which the page shows them. */
const SETTING_NAMES: readonly SettingName[] = [
  'chatEnabled',
  'anonymous',
  'suggestRegistration',
  'hours',
  'hideWhenOffline',
  'rollCall',
  'agentsMayClose',
  'portalLine',
  'welcomeText',
  'requestTypeId',
  'anonymousName',
  'allowedOrigins',
  'startsPerDay',
  'customersPerDay',
  'loggedInOnly',
];

const toDraft = (settings: ProjectSettings): SettingsDraft => ({
  ...settings,
  allowedOrigins: settings.allowedOrigins.join('\n'),
  startsPerDay: String(settings.startsPerDay),
  customersPerDay: String(settings.customersPerDay),
});

export const settingsDraft = createDraft<ProjectSettings, SettingsDraft, ProjectSettingsPage>({
  valuesOf: (page) => page.settings,
  toDraft,
  toValues: (draft) => ({
    ...draft,
    anonymousName: draft.anonymousName.trim(),
    allowedOrigins: parseOrigins(draft.allowedOrigins).origins,
    // A number that cannot be read is unlike any other.
    startsPerDay: parseDaily('startsPerDay', draft.startsPerDay) ?? NaN,
    customersPerDay: parseDaily('customersPerDay', draft.customersPerDay) ?? NaN,
    hours: savedHours(draft.hours),
  }),
  differing: (a, b) => {
    const [one, other] = [toDraft(a), toDraft(b)];
    return SETTING_NAMES.filter((name) =>
      name === 'hours' ? hoursKey(a.hours) !== hoursKey(b.hours) : one[name] !== other[name],
    );
  },
  problems: (draft) => [
    ...(hoursProblems(draft.hours).length > 0 ? ['hours' as const] : []),
    ...(parseOrigins(draft.allowedOrigins).problems.length > 0 ? ['allowedOrigins' as const] : []),
    ...(['startsPerDay', 'customersPerDay'] as const).filter(
      (name) => parseDaily(name, draft[name]) === null,
    ),
  ],
  isOlder: (page, than) => Date.parse(page.now) < Date.parse(than.now),
});
