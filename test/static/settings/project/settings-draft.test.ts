import { describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../../../src/domain/settings';
import { DEFAULT_PROJECT_SETTINGS } from '../../../../src/domain/settings';
import {
  differingSettings,
  draftOf,
  isDirty,
  rebaseDraft,
  settingsOf,
} from '../../../../static/settings/project/settings-draft';

const saved: ProjectSettings = {
  ...DEFAULT_PROJECT_SETTINGS,
  chatEnabled: true,
  allowedOrigins: ['https://a.example', 'https://b.example'],
};

describe('settings while they are edited', () => {
  it('are unchanged right after loading', () => {
    expect(settingsOf(draftOf(saved))).toEqual(saved);
    expect(isDirty(saved, draftOf(saved))).toBe(false);
  });

  it('are unchanged when only the spelling of a web site differs', () => {
    const originsText = '\nHTTPS://A.example/\nhttps://b.example\n';
    expect(isDirty(saved, { ...draftOf(saved), originsText })).toBe(false);
  });

  it('are unchanged when only spaces were put around the name of anonymous visitors', () => {
    const draft = { ...draftOf(saved), anonymousName: '  ' };
    expect(isDirty(saved, draft)).toBe(false);
    expect(settingsOf({ ...draft, anonymousName: ' Guest ' }).anonymousName).toBe('Guest');
  });

  it('count as changed when a line cannot be saved: leaving would lose it', () => {
    const originsText = 'https://a.example\nhttps://b.example\nnonsense';
    expect(isDirty(saved, { ...draftOf(saved), originsText })).toBe(true);
  });

  it('are unchanged again when a change is taken back', () => {
    const draft = { ...draftOf(saved), welcomeText: 'Hello' };
    expect(isDirty(saved, draft)).toBe(true);
    expect(isDirty(saved, { ...draft, welcomeText: '' })).toBe(false);
  });

  it('name what differs in the order of the page', () => {
    expect(
      differingSettings(saved, {
        ...saved,
        anonymousName: 'Guest',
        requestTypeId: '7',
        suggestRegistration: false,
        allowedOrigins: [],
        chatEnabled: false,
      }),
    ).toEqual(['chatEnabled', 'suggestRegistration', 'requestTypeId', 'anonymousName', 'allowedOrigins']);
  });
});

describe('when somebody else saved meanwhile', () => {
  it('what nobody touched here is taken over and what was typed is kept', () => {
    const draft = { ...draftOf(saved), welcomeText: 'Mine' };
    const theirs: ProjectSettings = { ...saved, anonymous: 'never', allowedOrigins: ['https://c.example'] };
    const rebased = rebaseDraft(saved, draft, theirs);
    expect(rebased.clashes).toEqual([]);
    expect(rebased.adopted).toEqual(['anonymous', 'allowedOrigins']);
    expect(settingsOf(rebased.draft)).toEqual({ ...theirs, welcomeText: 'Mine' });
  });

  it('what both changed differently is kept as typed and asks for a choice', () => {
    const draft = { ...draftOf(saved), welcomeText: 'Mine' };
    const rebased = rebaseDraft(saved, draft, { ...saved, welcomeText: 'Theirs' });
    expect(rebased.clashes).toEqual(['welcomeText']);
    expect(rebased.draft.welcomeText).toBe('Mine');
  });

  it('the same change on both sides is no clash', () => {
    const draft = { ...draftOf(saved), welcomeText: 'Same' };
    expect(rebaseDraft(saved, draft, { ...saved, welcomeText: 'Same' })).toMatchObject({
      adopted: [],
      clashes: [],
    });
  });

  it('a line that cannot be saved yet is not overwritten', () => {
    const draft = {
      ...draftOf(saved),
      originsText: 'https://a.example\nhttps://b.example\nhttps://c.exa/mple',
    };
    const rebased = rebaseDraft(saved, draft, { ...saved, allowedOrigins: [] });
    expect(rebased.clashes).toEqual(['allowedOrigins']);
    expect(rebased.draft.originsText).toContain('https://c.exa/mple');
  });
});
