import { describe, expect, it } from 'vitest';
import { globalSettingsSchema } from '../../../../src/contract/settings';
import { DEFAULT_GLOBAL_SETTINGS, type SavedGlobalSettings } from '../../../../src/domain/settings';
import type { DraftAction } from '../../../../static/settings/form/create-draft';
import { durationChoices, durationText } from '../../../../static/settings/global/duration-choices';
import { globalDraft, parseLogDays, type GlobalDraft } from '../../../../static/settings/global/global-draft';

const { initial, toDraft, toValues, problems, touched, rebase, reduce } = globalDraft;
const saved = DEFAULT_GLOBAL_SETTINGS;

describe('the global settings while they are edited', () => {
  it('are unchanged right after loading, and are what the resolver accepts', () => {
    const draft = toDraft(saved);
    expect(touched(saved, draft)).toEqual([]);
    expect(problems(draft)).toEqual([]);
    expect(toValues(draft)).toEqual(saved);
    expect(globalSettingsSchema.safeParse(toValues(draft)).success).toBe(true);
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
    const draft = { ...toDraft(saved), defaultMinutes: 240, longestMinutes: 60 };
    expect(problems(draft)).toEqual(['defaultMinutes']);
    const longer = { ...draft, longestMinutes: 240 };
    expect(problems(longer)).toEqual([]);
    expect(toValues(longer)).toMatchObject({ defaultMinutes: 240 });
  });

  it('count as changed when the number of days cannot be read', () => {
    const draft = { ...toDraft(saved), logDays: 'x' };
    expect(touched(saved, draft)).toEqual(['logDays']);
    expect(problems(draft)).toEqual(['logDays']);
  });
});

describe('when another Jira admin saved meanwhile', () => {
  it('what nobody touched here is taken over and what was typed is kept', () => {
    const draft = { ...toDraft(saved), logDays: '30' };
    const theirs = { ...saved, longestMinutes: 240, showIndicator: 'chat-projects' } as const;
    const rebased = rebase(saved, draft, theirs);
    expect(rebased).toMatchObject({ adopted: ['showIndicator', 'longestMinutes'], clashes: [] });
    expect(toValues(rebased.draft)).toEqual({ ...theirs, logDays: 30 });
  });

  it.each([
    ['30', ['logDays']],
    ['60', []],
    ['thirty', ['logDays']],
  ])('%j days here and 60 there clash: %j', (logDays, clashes) => {
    const draft = { ...toDraft(saved), logDays };
    const rebased = rebase(saved, draft, { ...saved, logDays: 60 });
    expect(rebased).toEqual({ draft, adopted: [], clashes });
  });

  it('a default online time that nobody touched here is theirs, even where it is longer than the longest typed here', () => {
    const base = { ...saved, defaultMinutes: 240 };
    const draft = { ...toDraft(base), longestMinutes: 60 };
    const rebased = rebase(base, draft, { ...base, defaultMinutes: 30 });
    expect(rebased).toMatchObject({ adopted: ['defaultMinutes'], clashes: [] });
    expect(problems(rebased.draft)).toEqual([]);
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

type GlobalAction = DraftAction<GlobalDraft, SavedGlobalSettings>;

const seen = { ...DEFAULT_GLOBAL_SETTINGS, rev: 3 };
const theirs = { ...seen, longestMinutes: 240, logDays: 60, rev: 4 };

const after = (...actions: GlobalAction[]) => actions.reduce(reduce, initial(seen));
const typed: GlobalAction = { type: 'edit', change: { logDays: '30' } };
const conflict: GlobalAction = { type: 'save-conflicted', stored: theirs };

describe('the page of the global settings, after a save on top of somebody else’s', () => {
  it('shows what clashes, keeps what was typed, and saves on top of theirs from then on', () => {
    expect(after(typed, { type: 'save-started' }, conflict)).toMatchObject({
      saved: theirs,
      draft: { logDays: '30', longestMinutes: 240 },
      saving: false,
      adopted: ['longestMinutes'],
      clashes: ['logDays'],
    });
  });

  it('takes theirs, or keeps mine to be saved', () => {
    expect(after(typed, conflict, { type: 'choose', side: 'theirs' })).toMatchObject({
      draft: { logDays: '60', longestMinutes: 240 },
      clashes: [],
    });
    expect(after(typed, conflict, { type: 'choose', side: 'mine' })).toMatchObject({
      draft: { logDays: '30', longestMinutes: 240 },
      clashes: [],
    });
  });

  it('forgets both versions when everything is discarded', () => {
    expect(after(typed, conflict, { type: 'discard' })).toEqual(initial(theirs));
  });
});

describe('the page of the global settings, while a save is on its way', () => {
  it('keeps what is typed meanwhile', () => {
    const before = after(typed, { type: 'save-started' });
    const answer: GlobalAction = {
      type: 'saved',
      stored: { ...seen, logDays: 30, rev: 4 },
      submitted: before.draft,
    };
    expect(reduce(before, answer)).toEqual(initial(answer.stored));
    const more = reduce(before, { type: 'edit', change: { defaultMinutes: 60 } });
    expect(reduce(more, answer)).toMatchObject({
      saved: { logDays: 30, rev: 4 },
      draft: { logDays: '30', defaultMinutes: 60 },
      saving: false,
    });
  });
});
