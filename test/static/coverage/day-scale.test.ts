import { describe, expect, it } from 'vitest';
import { scaledDays } from '../../../static/coverage/day-scale';

const HOUR = 60 * 60_000;
const at = (iso: string): number => Date.parse(iso);

const london = (from: string, days: number) =>
  scaledDays('Europe/London', { from: at(from), to: at(from) + days * 24 * HOUR });

/** Where hours of a day lie, in 24ths. */
const places = (day: ReturnType<typeof london>[number] | undefined, ...moments: string[]): number[] =>
  moments.map((moment) => Math.round((day?.placeOf(at(moment)) ?? NaN) * 24 * 100) / 100);

describe('The days of coverage', () => {
  it('are all those in which fourteen days lie, the first and the last in part (H6)', () => {
    const days = london('2026-03-02T10:00:00Z', 14);
    expect(days.map(({ from }) => new Date(from).getUTCDate())).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    ]);
    expect(days.every(({ change }) => change === null)).toBe(true);
  });

  it('have noon in the middle also where an hour is skipped, in which nothing lies (H6)', () => {
    const [day] = london('2026-03-29T00:00:00Z', 0.5);
    expect([day?.change, ((day?.to ?? 0) - (day?.from ?? 0)) / HOUR]).toEqual(['forward', 23]);
    expect(
      places(
        day,
        '2026-03-29T00:30:00Z',
        '2026-03-29T00:59:59Z',
        '2026-03-29T01:00:00Z',
        '2026-03-29T11:00:00Z',
      ),
    ).toEqual([0.5, 1, 2, 12]);
  });

  it('show both halves of an hour that comes twice, one beside the other (H6)', () => {
    const [day] = london('2026-10-25T00:00:00Z', 0.5);
    expect([day?.change, ((day?.to ?? 0) - (day?.from ?? 0)) / HOUR]).toEqual(['back', 25]);
    // 1:00, 1:00 again half way to 2:00, 2:00 and noon.
    expect(
      places(
        day,
        '2026-10-25T00:00:00Z',
        '2026-10-25T01:00:00Z',
        '2026-10-25T02:00:00Z',
        '2026-10-25T12:00:00Z',
      ),
    ).toEqual([1, 1.5, 2, 12]);
  });

  it.each([
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'America/Santiago',
    'UTC',
  ])('never run backwards, and follow each other without a gap, in %s (H6)', (zone) => {
    for (const start of [
      '2026-03-20T05:00:00Z',
      '2026-04-18T05:00:00Z',
      '2026-09-01T05:00:00Z',
      '2026-10-24T05:00:00Z',
    ]) {
      const days = scaledDays(zone, { from: at(start), to: at(start) + 20 * 24 * HOUR });
      for (const [index, { from, to, placeOf }] of days.entries()) {
        expect(days[index + 1]?.from ?? to).toBe(to);
        let last = -1;
        for (let moment = from; moment < to; moment += HOUR / 4) {
          const place = placeOf(moment);
          expect(place).toBeGreaterThan(last);
          last = place;
        }
        expect(last).toBeLessThan(1);
      }
    }
  });
});
