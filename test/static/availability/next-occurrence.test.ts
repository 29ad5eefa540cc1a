import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextOccurrence } from '../../../static/availability/next-occurrence';

describe('a time picked by the wall clock', () => {
  const zone = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = 'Europe/Berlin';
  });
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each([
    ['later today', '17:00', '2026-11-23T13:00:00Z', '2026-11-23T16:00:00Z'],
    ['tomorrow, when it has passed', '09:00', '2026-11-23T13:00:00Z', '2026-11-24T08:00:00Z'],
    ['tomorrow, when it is this very minute', '14:00', '2026-11-23T13:00:00Z', '2026-11-24T13:00:00Z'],
    ['over the night in which clocks go forward', '09:00', '2026-03-28T20:00:00Z', '2026-03-29T07:00:00Z'],
    ['in the hour that is skipped', '02:30', '2026-03-28T20:00:00Z', '2026-03-29T01:30:00Z'],
    ['over the night in which clocks go back', '09:00', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00Z'],
    ['on a leap day', '08:00', '2028-02-28T20:00:00Z', '2028-02-29T07:00:00Z'],
  ])('is %s', (_title, time, now, expected) => {
    const next = nextOccurrence(time, Date.parse(now));
    expect(next === null ? null : new Date(next).toISOString()).toBe(new Date(expected).toISOString());
  });

  test.each(['', '7', '24:00', '12:60', 'noon'])('is nothing for "%s"', (time) => {
    expect(nextOccurrence(time, 0)).toBeNull();
  });
});
