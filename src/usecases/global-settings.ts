import { refuse, succeed, type Result } from '../domain/errors';
import { LONGEST_MINUTES_MAX, LONGEST_MINUTES_MIN } from '../domain/limits';
import { differingGlobalSettings, type GlobalSettings, type SavedGlobalSettings } from '../domain/settings';
import type { Actor, Ports } from '../ports';
import { changeRecord } from './change-record';

type Needs = Pick<Ports, 'site' | 'jira' | 'clock' | 'random'>;

/** The settings of the whole site, for Jira admins. */
export async function getGlobalSettings(ports: Needs, actor: Actor): Promise<Result<SavedGlobalSettings>> {
  if (!(await isJiraAdmin(ports, actor))) return refusal;
  return succeed(await ports.site.savedGlobalSettings());
}

/** With a `rev`, only on top of the version that it names; without one, the last who saves wins. */
export async function saveGlobalSettings(
  ports: Needs,
  actor: Actor,
  { settings, rev }: { settings: GlobalSettings; rev?: number | undefined },
): Promise<Result<SavedGlobalSettings>> {
  if (!(await isJiraAdmin(ports, actor))) return refusal;
  const { decision } = await changeRecord<SavedGlobalSettings, Decision>(ports, {
    read: () => ports.site.savedGlobalSettings(),
    decide: (saved) => decide(saved, settings, rev),
    store: (_, { kind, value }) => (kind === 'changed' ? ports.site.commitGlobalSettings(value) : null),
  });
  if (decision.kind === 'out-of-range') return outOfRange;
  return decision.kind === 'conflict' ? conflict : succeed(decision.value);
}

interface Decision {
  kind: 'changed' | 'unchanged' | 'conflict' | 'out-of-range';
  value: SavedGlobalSettings;
}

function decide(
  saved: SavedGlobalSettings | null,
  settings: GlobalSettings,
  rev: number | undefined,
): Decision {
  const before = saved?.rev ?? 0;
  // An earlier save whose answer was lost, or somebody with the same idea.
  if (saved && differingGlobalSettings(saved, settings).length === 0)
    return { kind: 'unchanged', value: saved };
  const value = { ...settings, rev: before + 1 };
  // What was stored before there were bounds can be kept.
  if (settings.longestMinutes !== saved?.longestMinutes && !isInRange(settings))
    return { kind: 'out-of-range', value };
  return { kind: rev === undefined || rev === before ? 'changed' : 'conflict', value };
}

const isInRange = ({ longestMinutes }: GlobalSettings): boolean =>
  longestMinutes === null || (longestMinutes >= LONGEST_MINUTES_MIN && longestMinutes <= LONGEST_MINUTES_MAX);

const outOfRange = refuse(
  'invalid-request',
  'The maximum online time is 1 to 24 hours, or has no limit. Choose one of these.',
);

const refusal = refuse(
  'not-allowed',
  'Only a Jira admin can see and change the global settings. Ask one of them.',
);

const conflict = refuse(
  'conflict',
  'Someone else saved the global settings in the meantime. Check their version, then save again.',
);

const isJiraAdmin = async ({ jira }: Needs, actor: Actor): Promise<boolean> =>
  actor.kind === 'licensed' && (await jira.myRoles(actor.accountId, [], 0)).jiraAdmin;
