import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { nextOccurrences } from '../../../static/availability/next-occurrences';

const ownZone = process.env.TZ;
afterAll(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

function nextIn(zone: string, time: string, now: string): string | null {
  process.env.TZ = zone;
  const [next] = nextOccurrences(time, Date.parse(now));
  return next === undefined ? null : new Date(next).toISOString().replace(':00.000Z', 'Z');
}

describe('S3: a time picked by the wall clock', () => {
  test.each([
    ['later today', '17:00', '2026-11-23T13:00Z', '2026-11-23T16:00Z'],
    ['tomorrow, when it has passed', '09:00', '2026-11-23T13:00Z', '2026-11-24T08:00Z'],
    ['tomorrow, when it is this very minute', '14:00', '2026-11-23T13:00Z', '2026-11-24T13:00Z'],
    ['over the night in which clocks go forward', '09:00', '2026-03-28T20:00Z', '2026-03-29T07:00Z'],
    ['over the night in which clocks go back', '09:00', '2026-10-24T20:00Z', '2026-10-25T08:00Z'],
    ['on a leap day', '08:00', '2028-02-28T20:00Z', '2028-02-29T07:00Z'],
  ])('is %s', (_title, time, now, expected) => {
    expect(nextIn('Europe/Berlin', time, now)).toBe(expected);
  });

  test.each([
    ['Europe/London', '01:30', '2026-10-25T00:10Z', '2026-10-25T00:30Z', 'the first of two'],
    [
      'Europe/London',
      '01:30',
      '2026-10-25T00:40Z',
      '2026-10-25T01:30Z',
      'the second, once the first is past',
    ],
    ['Europe/London', '01:30', '2026-10-25T00:30Z', '2026-10-25T01:30Z', 'the second, when it is the first'],
    ['Europe/London', '01:30', '2026-10-25T01:30Z', '2026-10-26T01:30Z', 'tomorrow, when it is the second'],
    ['Europe/London', '01:30', '2026-10-24T20:00Z', '2026-10-25T00:30Z', 'the first, on the evening before'],
    ['Europe/London', '02:00', '2026-10-25T00:40Z', '2026-10-25T02:00Z', 'an hour and twenty minutes away'],
    [
      'Europe/Berlin',
      '02:15',
      '2026-10-25T00:20Z',
      '2026-10-25T01:15Z',
      'the second, once the first is past',
    ],
    [
      'America/New_York',
      '01:05',
      '2026-11-01T05:30Z',
      '2026-11-01T06:05Z',
      'the second, once the first is past',
    ],
    // Half an hour, on an island that is not a whole number of hours from UTC.
    [
      'Australia/Lord_Howe',
      '01:45',
      '2026-04-04T14:50Z',
      '2026-04-04T15:15Z',
      'the second, once the first is past',
    ],
    [
      'Australia/Lord_Howe',
      '01:15',
      '2026-04-04T14:50Z',
      '2026-04-05T14:45Z',
      'tomorrow: it is not repeated',
    ],
    // At midnight: the hour that comes twice is the last of the day.
    [
      'America/Asuncion',
      '23:30',
      '2024-03-24T02:40Z',
      '2024-03-24T03:30Z',
      'the second, once the first is past',
    ],
    [
      'Europe/London',
      '01:30',
      '2026-03-28T22:00Z',
      '2026-03-29T01:30Z',
      'an hour later, where it is skipped',
    ],
    [
      'Europe/Berlin',
      '02:30',
      '2026-03-28T20:00Z',
      '2026-03-29T01:30Z',
      'an hour later, where it is skipped',
    ],
    [
      'America/New_York',
      '02:30',
      '2026-03-08T05:00Z',
      '2026-03-08T07:30Z',
      'an hour later, where it is skipped',
    ],
    [
      'Australia/Lord_Howe',
      '02:10',
      '2026-10-03T13:00Z',
      '2026-10-03T15:40Z',
      'half an hour later, where it is skipped',
    ],
    ['Pacific/Apia', '12:00', '2011-12-30T00:00Z', '2011-12-30T22:00Z', 'after a whole day that is skipped'],
  ])('in %s at %s, asked at %s, is %s: %s', (zone, time, now, expected) => {
    expect(nextIn(zone, time, now)).toBe(expected);
  });

  test.each([
    ['both are ahead', '2026-10-25T00:10Z', ['2026-10-25T00:30Z', '2026-10-25T01:30Z']],
    ['one is past', '2026-10-25T00:40Z', ['2026-10-25T01:30Z']],
    ['both are tomorrow’s', '2026-10-24T20:00Z', ['2026-10-25T00:30Z', '2026-10-25T01:30Z']],
    ['clocks do not change', '2026-10-25T20:00Z', ['2026-10-26T01:30Z']],
  ])('comes twice where clocks go back over it, so far as it is ahead: %s', (_case, now, expected) => {
    process.env.TZ = 'Europe/London';
    const moments = nextOccurrences('01:30', Date.parse(now));
    expect(moments).toEqual(expected.map((each) => Date.parse(each)));
  });

  test('is never passed over: no wall clock shows it any sooner', () => {
    const changes = [
      ['Europe/London', '2026-10-25T01:00Z'],
      ['Europe/London', '2026-03-29T01:00Z'],
      ['America/New_York', '2026-11-01T06:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
      ['Pacific/Chatham', '2026-04-04T14:00Z'],
      ['Asia/Kathmandu', '2026-06-01T00:00Z'],
    ] as const;
    const minutes = fc.integer({ min: -1_600, max: 1_600 });
    const wallTime = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(fc.constantFrom(...changes), minutes, wallTime, ([zone, change], away, inDay) => {
        process.env.TZ = zone;
        const now = Date.parse(change) + away * 60_000;
        const next = nextOccurrences(textOf(inDay), now)[0] ?? NaN;
        expect(next).toBeGreaterThan(now);
        expect(next - now).toBeLessThanOrEqual(25.5 * 3_600_000);
        for (let at = now + 60_000; at < next; at += 60_000) {
          const wall = new Date(at);
          if (wall.getHours() * 60 + wall.getMinutes() === inDay)
            throw new Error(`it is shown ${String((next - at) / 60_000)} min sooner`);
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each(['', '7', '24:00', '12:60', 'noon'])('is nothing for "%s"', (time) => {
    expect(nextOccurrences(time, 0)).toEqual([]);
  });
});

const textOf = (inDay: number): string =>
  [Math.floor(inDay / 60), inDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
