import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSURE_AHEAD_MS } from '../../../src/domain/clock/clock-limits';
import {
  closureProblems,
  entryOf,
  firstEntry,
  momentOf,
  proposedEntry,
  startingLater,
  wallClock,
  type ClosureEntry,
} from '../../../static/closures/closure-entry';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-22T10:12:34.500Z');

const entry = (change: Partial<ClosureEntry>): ClosureEntry => ({ ...firstEntry(NOW), ...change });
const problems = (change: Partial<ClosureEntry>) => closureProblems(entry(change), NOW);

describe('H4: a closure while it is typed', () => {
  it('begins now and ends at a full hour, not before half an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: NOW, max: NOW + 3 * HOUR }), (now) => {
        const { starts, until } = firstEntry(now);
        const lasts = (momentOf(until) ?? 0) - now;
        expect([starts, lasts >= 30 * MINUTE, lasts < 90 * MINUTE]).toEqual(['now', true, true]);
        expect(closureProblems(firstEntry(now), now)).toEqual({ from: null, until: null, over: 0 });
      }),
    );
  });

  it('with a beginning of its own has its end behind that', () => {
    const later = startingLater(entry({ from: wallClock(NOW + 5 * HOUR), until: wallClock(NOW + HOUR) }));
    expect(later.starts).toBe('later');
    expect(momentOf(later.until)).toBe((momentOf(later.from) ?? 0) + HOUR);
    const kept = startingLater(entry({ from: wallClock(NOW + HOUR), until: wallClock(NOW + 9 * HOUR) }));
    expect(kept.until).toBe(wallClock(NOW + 9 * HOUR));
  });

  it.each<[string, Partial<ClosureEntry>, ReturnType<typeof closureProblems>]>([
    ['no end', { until: '' }, { from: null, until: 'missing', over: 0 }],
    ['no beginning', { starts: 'later', from: '' }, { from: 'missing', until: null, over: 0 }],
    ['what is no time', { until: 'soon' }, { from: null, until: 'missing', over: 0 }],
    ['an end that has passed', { until: wallClock(NOW) }, { from: null, until: 'passed', over: 0 }],
    [
      'a beginning that has passed',
      { starts: 'later', from: wallClock(NOW - MINUTE) },
      { from: 'passed', until: null, over: 0 },
    ],
    ['this very minute', { starts: 'later', from: wallClock(NOW) }, { from: null, until: null, over: 0 }],
    [
      'an end at the beginning',
      { starts: 'later', from: wallClock(NOW + HOUR), until: wallClock(NOW + HOUR) },
      { from: null, until: 'before-start', over: 0 },
    ],
    [
      'more than a year',
      { until: wallClock(NOW + CLOSURE_AHEAD_MS + 2 * MINUTE) },
      { from: null, until: 'too-far', over: 0 },
    ],
    ['a sentence of 120 characters', { message: 'ä'.repeat(120) }, { from: null, until: null, over: 0 }],
    ['one of 121', { message: `  ${'😀'.repeat(121)}  ` }, { from: null, until: null, over: 1 }],
  ])('says what is wrong with %s', (_what, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it('that is stored is shown as it is, with the beginning it has', () => {
    const row = {
      closureId: 'c',
      from: new Date(NOW - HOUR).toISOString(),
      until: new Date(NOW + HOUR).toISOString(),
      message: 'Hi',
      by: { accountId: 'a', name: null, avatarUrl: null },
    };
    expect(entryOf(row, NOW)).toMatchObject({ starts: 'now', message: 'Hi', until: wallClock(NOW + HOUR) });
    expect(entryOf(row, NOW - 2 * HOUR)).toMatchObject({ starts: 'later', from: wallClock(NOW - HOUR) });
    expect(proposedEntry(row, NOW - 2 * HOUR)).toMatchObject({ starts: 'later', message: '' });
    expect(proposedEntry(row, NOW)).toMatchObject({
      starts: 'now',
      until: wallClock(NOW + HOUR + MINUTE),
    });
  });

  it('shows minutes of the wall clock here, and reads them back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), (minutes) => {
        const shown = wallClock(minutes * MINUTE);
        expect(shown).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
        // In the hour that comes twice the first one is read.
        expect(wallClock(momentOf(shown) ?? NaN)).toBe(shown);
      }),
    );
  });
});
