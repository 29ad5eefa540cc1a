import { describe, expect, it } from 'vitest';
import { globalSettingsSchema } from '../../../../src/contract/settings';
import { DEFAULT_GLOBAL_SETTINGS } from '../../../../src/domain/settings';
import { durationChoices, durationText } from '../../../../static/settings/global/duration-choices';
import {
  globalDraftOf,
  globalProblems,
  globalSettingsOf,
  isGlobalDirty,
  parseLogDays,
  rebaseGlobalDraft,
} from '../../../../static/settings/global/global-draft';

const saved = DEFAULT_GLOBAL_SETTINGS;

describe('the global settings while they are edited', () => {
  it('are unchanged right after loading, and are what the resolver accepts', () => {
    const draft = globalDraftOf(saved);
    expect(isGlobalDirty(saved, draft)).toBe(false);
    expect(globalSettingsOf(draft)).toEqual(saved);
    expect(globalSettingsSchema.safeParse(globalSettingsOf(draft)).success).toBe(true);
  });

  it.each([
    ['1', 1],
    [' 365 ', 365],
    ['0', null],
    ['366', null],
    ['12.5', null],
    ['-3', null],
    ['1e2', null],
    ['', null],
    ['ten', null],
  ])('reads %j as %s days', (text, days) => {
    expect(parseLogDays(text)).toBe(days);
  });

  it('cannot be saved while the default online time is longer than the longest', () => {
    const draft = { ...globalDraftOf(saved), defaultMinutes: 240, longestMinutes: 60 };
    expect(globalProblems(draft)).toEqual({ logDays: false, defaultMinutes: true });
    expect(globalSettingsOf(draft)).toBeNull();
    expect(globalSettingsOf({ ...draft, longestMinutes: 240 })).toMatchObject({ defaultMinutes: 240 });
  });

  it('count as changed when the number of days cannot be read', () => {
    expect(isGlobalDirty(saved, { ...globalDraftOf(saved), logDaysText: 'x' })).toBe(true);
  });
});

describe('when another Jira admin saved meanwhile', () => {
  it('what nobody touched here is taken over and what was typed is kept', () => {
    const draft = { ...globalDraftOf(saved), logDaysText: '30' };
    const theirs = { ...saved, longestMinutes: 240, showIndicator: 'chat-projects' } as const;
    const rebased = rebaseGlobalDraft(saved, draft, theirs);
    expect(rebased).toMatchObject({ adopted: ['showIndicator', 'longestMinutes'], clashes: [] });
    expect(globalSettingsOf(rebased.draft)).toEqual({ ...theirs, logDays: 30 });
  });

  it.each([
    ['30', ['logDays']],
    ['60', []],
    ['thirty', ['logDays']],
  ])('%j days here and 60 there clash: %j', (logDaysText, clashes) => {
    const draft = { ...globalDraftOf(saved), logDaysText };
    const rebased = rebaseGlobalDraft(saved, draft, { ...saved, logDays: 60 });
    expect(rebased).toEqual({ draft, adopted: [], clashes });
  });
});

describe('the choices of an online time', () => {
  it('have the saved one among them, in order', () => {
    expect(durationChoices(null)).toEqual([30, 60, 120, 240, 480, 720, 1_440]);
    expect(durationChoices(90)).toEqual([30, 60, 90, 120, 240, 480, 720, 1_440]);
  });

  it('are worded by language', () => {
    expect(durationText(30, 'en-US')).toBe('30 minutes');
    expect(durationText(60, 'en-US')).toBe('1 hour');
    expect(durationText(1_440, 'de-DE')).toBe('24 Stunden');
    expect(durationText(90, 'fr-FR')).toBe('90 minutes');
  });
});
