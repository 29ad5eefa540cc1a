import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsLeft } from '../../src/domain/budget';
import { STARTS_PER_DAY_MAX, STARTS_PER_DAY_MIN } from '../../src/domain/limits';
import { freeBudgets, freeDay, laneOf, workedBudgets, workedDay } from '../../src/domain/start-budgets';
import { MINUTE, NOON } from '../support/desk-builders';

const place = (startsPerDay: number) => ({ widgetId: 'W', projectId: '10001', startsPerDay });
const hash = (text: string): string => `h${String(text.length)}`;

describe('The budgets of starts', () => {
  it('never let more reach Jira in a day than the project says, and leave some for whoever works (T6)', () => {
    fc.assert(
      fc.property(fc.integer({ min: STARTS_PER_DAY_MIN, max: STARTS_PER_DAY_MAX }), (startsPerDay) => {
        const [free, worked] = [freeDay(place(startsPerDay)).most, workedDay(place(startsPerDay)).most];
        expect(free + worked).toBeLessThanOrEqual(startsPerDay);
        expect(worked).toBeGreaterThan(startsPerDay / 4);
        for (const budget of [
          ...freeBudgets('programs', place(startsPerDay), hash),
          ...workedBudgets(place(startsPerDay)),
        ])
          expect(Number.isInteger(budget.most) && budget.most > 0).toBe(true);
      }),
    );
  });

  it.each([
    ['https://shop.example', ['https://shop.example'], { site: 'https://shop.example' }],
    ['https://shop.example', [], 'programs'],
    ['https://other.example', ['https://shop.example'], 'programs'],
    [null, ['https://shop.example'], 'programs'],
  ] as const)('of %s, where %j is listed, is %j (T6)', (origin, listed, lane) => {
    expect(laneOf({ origin, inPortal: false }, listed)).toEqual(lane);
    expect(laneOf({ origin, inPortal: true }, listed)).toBe('portal');
  });

  it('begin again when their window is over', () => {
    expect(secondsLeft({ windowMs: MINUTE }, NOON)).toBe(60);
    expect(secondsLeft({ windowMs: MINUTE }, NOON + 59_001)).toBe(1);
  });
});
