import { describe, expect, it } from 'vitest';
import { publicAvailability } from '../../../src/domain/availability';
import { compileSchedule } from '../../../src/domain/clock/compiled-schedule';
import type { RollCall } from '../../../src/domain/clock/schedule';
import { keepSchedule } from '../../../src/domain/clock/schedule-transitions';
import { whyAt } from '../../../src/domain/clock/why';
import type { Desk } from '../../../src/domain/desk';
import { summarize } from '../../../src/domain/summarize';
import { aDesk, HOUR, MINUTE, NOON } from '../../support/desk-builders';

/** On Sunday, when it is noon in UTC. */
function works(desk: Desk, name: string, from: string, to: string, rollCall: RollCall): Desk {
  const schedule = {
    zone: 'UTC',
    slots: [{ day: 7 as const, from, to }],
    daysOff: [],
    rollCall,
    leftOut: [],
  };
  const kept = keepSchedule(
    desk,
    name,
    compileSchedule(schedule, { rev: 1, savedAt: NOON, now: NOON }),
    NOON,
  );
  if (kept.kind === 'refused') throw new Error('The schedule was refused.');
  return kept.desk;
}

describe('Why says of the promise what customers are told', () => {
  const desk = works(works(aDesk(), 'ann', '14:00', '16:00', 'confirm'), 'bo', '17:00', '18:00', 'automatic');

  it.each([
    ['before somebody is asked', NOON + HOUR, true],
    ['while somebody is asked', NOON + 2 * HOUR + MINUTE, true],
    ['when nobody has said so', NOON + 2 * HOUR + 11 * MINUTE, false],
    ['while somebody is online', NOON + 5 * HOUR, false],
  ])('%s (H5, H7)', (_when, at, expected) => {
    const told = publicAvailability(summarize(desk, at), at);
    expect(told.expected ?? false).toBe(expected);
    const { state, until, nextOnlineAt } = told;
    expect(whyAt(desk, at, at, null)).toMatchObject({
      state,
      until,
      nextOnlineAt,
      expected,
      nextExpected: expected,
    });
  });

  it('of a later moment, at which somebody may have come, what is certain is not expected (H5, H7)', () => {
    const why = whyAt(desk, NOON + 3 * HOUR, NOON, null);
    expect(why).toMatchObject({ state: 'offline', expected: true, nextExpected: false });
    expect(why.nextOnlineAt).toBe(`${new Date(NOON + 5 * HOUR).toISOString().slice(0, 19)}Z`);
  });

  it.each([
    // Noon in UTC is nine in the evening in Tokyo.
    ['shorter', 'Asia/Tokyo', { from: '20:00', to: '22:30' }, NOON + 1.5 * HOUR, null],
    ['longer', 'Asia/Tokyo', { from: '20:00', to: '23:30' }, NOON + 2 * HOUR + 10 * MINUTE, NOON + 2 * HOUR],
    ['over', 'Asia/Tokyo', { from: '08:00', to: '20:00' }, null, null],
  ])(
    'as far as hours of the visitor’s own time let them see it: %s (H3, H5, H7)',
    (_which, zone, slot, until, nextOnlineAt) => {
      const slots = [{ day: 7 as const, ...slot }];
      const hours = { mode: 'customer' as const, zone: 'UTC', slots, holidays: [] };
      const theirs: Desk = { ...desk, settings: { ...desk.settings, hours } };
      const why = whyAt(theirs, NOON, NOON, zone);
      expect([why.until, why.nextOnlineAt].map((at) => at && Date.parse(at))).toEqual([until, nextOnlineAt]);
      expect(why.nextExpected).toBe(nextOnlineAt !== null);
    },
  );

  it('of hours round the clock, that they end where a holiday begins (H3, H7)', () => {
    const slots = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from: '00:00', to: '24:00' }));
    const until = (...holidays: { from: string; to: string }[]): unknown => {
      const hours = { mode: 'project' as const, zone: 'UTC', slots, holidays };
      const [rule] = whyAt({ ...desk, settings: { ...desk.settings, hours } }, NOON, NOON, null).rules;
      return rule?.facts['until'];
    };
    expect(until()).toBeUndefined();
    const monday = new Date(NOON + 24 * HOUR).toISOString().slice(0, 10);
    expect(until({ from: monday, to: monday })).toBe(NOON + 12 * HOUR);
  });
});
