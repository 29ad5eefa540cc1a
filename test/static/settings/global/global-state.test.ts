import { describe, expect, it } from 'vitest';
import { DEFAULT_GLOBAL_SETTINGS } from '../../../../src/domain/settings';
import {
  globalReducer,
  initialGlobalState,
  type GlobalAction,
} from '../../../../static/settings/global/global-state';

const seen = { ...DEFAULT_GLOBAL_SETTINGS, rev: 3 };
const theirs = { ...seen, longestMinutes: 240, logDays: 60, rev: 4 };

const after = (...actions: GlobalAction[]) => actions.reduce(globalReducer, initialGlobalState(seen));
const typed: GlobalAction = { type: 'edit', change: { logDaysText: '30' } };
const conflict: GlobalAction = { type: 'save-conflicted', theirs };

describe('the page of the global settings, after a save on top of somebody else’s', () => {
  it('shows what clashes, keeps what was typed, and saves on top of theirs from then on', () => {
    expect(after(typed, { type: 'save-started' }, conflict)).toMatchObject({
      saved: theirs,
      draft: { logDaysText: '30', longestMinutes: 240 },
      saving: false,
      adopted: ['longestMinutes'],
      clashes: ['logDays'],
    });
  });

  it('takes theirs, or keeps mine to be saved', () => {
    expect(after(typed, conflict, { type: 'choose', side: 'theirs' })).toMatchObject({
      draft: { logDaysText: '60', longestMinutes: 240 },
      clashes: [],
    });
    expect(after(typed, conflict, { type: 'choose', side: 'mine' })).toMatchObject({
      draft: { logDaysText: '30', longestMinutes: 240 },
      clashes: [],
    });
  });

  it('forgets both versions when everything is discarded', () => {
    expect(after(typed, conflict, { type: 'discard' })).toEqual(initialGlobalState(theirs));
  });
});

describe('the page of the global settings, while a save is on its way', () => {
  it('keeps what is typed meanwhile', () => {
    const before = after(typed, { type: 'save-started' });
    const saved: GlobalAction = {
      type: 'saved',
      settings: { ...seen, logDays: 30, rev: 4 },
      submitted: before.draft,
    };
    expect(globalReducer(before, saved)).toEqual(initialGlobalState(saved.settings));
    const more = globalReducer(before, { type: 'edit', change: { defaultMinutes: 60 } });
    expect(globalReducer(more, saved)).toMatchObject({
      saved: { logDays: 30, rev: 4 },
      draft: { logDaysText: '30', defaultMinutes: 60 },
      saving: false,
    });
  });
});
