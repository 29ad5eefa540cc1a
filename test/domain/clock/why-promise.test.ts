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
  const schedule = { zone: 'UTC', slots: [{ day: 7 as const, from, to }], daysOff: [], rollCall, leftOut: [] };
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
});
