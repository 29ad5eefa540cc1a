import { describe, expect, it } from 'vitest';
import { DEFAULT_PROJECT_SETTINGS } from '../../../../src/domain/settings';
import type { ProjectSettings } from '../../../../src/domain/settings';
import { settingValue, settingWord } from '../../../../static/settings/project/setting-words';
import { settingsDraft } from '../../../../static/settings/project/settings-draft';
import { createTexts } from '../../../../static/app/texts';
import english from '../../../../locales/en-US.json';

const texts = createTexts('en-US', (key) => {
  const [section = '', name = ''] = key.split('.');
  const sections: Record<string, Record<string, string>> = english;
  return sections[section]?.[name] ?? key;
});

const types = [{ id: '7', name: 'Ask a question', usable: true, missing: [] }];
const valueOf = (name: Parameters<typeof settingValue>[1], change: Partial<ProjectSettings>) =>
  settingValue(texts, name, settingsDraft.toDraft({ ...DEFAULT_PROJECT_SETTINGS, ...change }), types);

describe('a setting in words', () => {
  it('has a name for every setting that the page compares', () => {
    const other: ProjectSettings = {
      chatEnabled: true,
      anonymous: 'never',
      hideWhenOffline: true,
      welcomeText: 'Hello',
      allowedOrigins: ['https://a.example'],
      requestTypeId: '7',
      anonymousName: 'Guest',
      suggestRegistration: false,
      loggedInOnly: true,
      startsPerDay: 20,
      customersPerDay: 0,
      hours: { mode: 'customer', zone: 'UTC', slots: [], holidays: [] },
      rollCall: 'automatic',
      agentsMayClose: true,
      portalLine: true,
    };
    const names = settingsDraft.differing(DEFAULT_PROJECT_SETTINGS, other);
    expect(new Set(names)).toEqual(new Set(Object.keys(DEFAULT_PROJECT_SETTINGS)));
    for (const name of names) {
      expect(settingWord(texts, name)).not.toBe(name);
      expect(valueOf(name, other)).not.toBe(valueOf(name, {}));
    }
  });

  it.each([
    [null, 'First suitable type'],
    ['7', 'Ask a question'],
    ['8', 'Request type 8'],
  ])('says what request type %s is', (requestTypeId, expected) => {
    expect(valueOf('requestTypeId', { requestTypeId })).toBe(expected);
  });

  it('shows a name that this version does not know as it is', () => {
    expect(settingWord(texts, 'openingHours')).toBe('openingHours');
  });
});
