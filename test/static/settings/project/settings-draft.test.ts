import { describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../../../src/domain/settings';
import { DEFAULT_PROJECT_SETTINGS } from '../../../../src/domain/settings';
import { parseDaily, settingsDraft } from '../../../../static/settings/project/settings-draft';

const { toDraft, toValues, differing, touched, rebase } = settingsDraft;

const saved: ProjectSettings = {
  ...DEFAULT_PROJECT_SETTINGS,
  chatEnabled: true,
  allowedOrigins: ['https://a.example', 'https://b.example'],
};

describe('settings while they are edited', () => {
  it('are unchanged right after loading', () => {
    expect(toValues(toDraft(saved))).toEqual(saved);
    expect(touched(saved, toDraft(saved))).toEqual([]);
  });

  it('are unchanged when only the spelling of a web site differs', () => {
    const allowedOrigins = '\nHTTPS://A.example/\nhttps://b.example\n';
    expect(touched(saved, { ...toDraft(saved), allowedOrigins })).toEqual([]);
  });

  it('are unchanged when only spaces were put around the name of anonymous visitors', () => {
    const draft = { ...toDraft(saved), anonymousName: '  ' };
    expect(touched(saved, draft)).toEqual([]);
    expect(toValues({ ...draft, anonymousName: ' Guest ' }).anonymousName).toBe('Guest');
  });

  it('count as changed when a line cannot be saved: leaving would lose it', () => {
    const allowedOrigins = 'https://a.example\nhttps://b.example\nnonsense';
    expect(touched(saved, { ...toDraft(saved), allowedOrigins })).toEqual(['allowedOrigins']);
  });

  it('are unchanged again when a change is taken back', () => {
    const draft = { ...toDraft(saved), welcomeText: 'Hello' };
    expect(touched(saved, draft)).toEqual(['welcomeText']);
    expect(touched(saved, { ...draft, welcomeText: '' })).toEqual([]);
  });

  it('name what differs in the order of the page', () => {
    expect(
      differing(saved, {
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

describe('the daily numbers (T6)', () => {
  it.each([
    ['startsPerDay', '20', 20],
    ['startsPerDay', ' 2000 ', 2_000],
    ['startsPerDay', '19', null],
    ['startsPerDay', '2001', null],
    ['startsPerDay', '3e2', null],
    ['startsPerDay', '', null],
    ['customersPerDay', '0', 0],
    ['customersPerDay', '-1', null],
    ['customersPerDay', '2.5', null],
  ] as const)('%s as “%s” is %s', (name, text, expected) => {
    expect(parseDaily(name, text)).toBe(expected);
  });

  it('are a change, and a problem, while they cannot be read', () => {
    const draft = { ...toDraft(saved), startsPerDay: 'many' };
    expect(touched(saved, draft)).toEqual(['startsPerDay']);
    expect(settingsDraft.problems(draft)).toEqual(['startsPerDay']);
  });
});

describe('when somebody else saved meanwhile', () => {
  it('what nobody touched here is taken over and what was typed is kept', () => {
    const draft = { ...toDraft(saved), welcomeText: 'Mine' };
    const theirs: ProjectSettings = { ...saved, anonymous: 'never', allowedOrigins: ['https://c.example'] };
    const rebased = rebase(saved, draft, theirs);
    expect(rebased.clashes).toEqual([]);
    expect(rebased.adopted).toEqual(['anonymous', 'allowedOrigins']);
    expect(toValues(rebased.draft)).toEqual({ ...theirs, welcomeText: 'Mine' });
  });

  it('what both changed differently is kept as typed and asks for a choice', () => {
    const draft = { ...toDraft(saved), welcomeText: 'Mine' };
    const rebased = rebase(saved, draft, { ...saved, welcomeText: 'Theirs' });
    expect(rebased.clashes).toEqual(['welcomeText']);
    expect(rebased.draft.welcomeText).toBe('Mine');
  });

  it('the same change on both sides is no clash', () => {
    const draft = { ...toDraft(saved), welcomeText: 'Same' };
    expect(rebase(saved, draft, { ...saved, welcomeText: 'Same' })).toMatchObject({
      adopted: [],
      clashes: [],
    });
  });

  it('a line that cannot be saved yet is not overwritten', () => {
    const draft = {
      ...toDraft(saved),
      allowedOrigins: 'https://a.example\nhttps://b.example\nhttps://c.exa/mple',
    };
    const rebased = rebase(saved, draft, { ...saved, allowedOrigins: [] });
    expect(rebased.clashes).toEqual(['allowedOrigins']);
    expect(rebased.draft.allowedOrigins).toContain('https://c.exa/mple');
  });
});
