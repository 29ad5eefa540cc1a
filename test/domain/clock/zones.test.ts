import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlappingSlots, type Slot, type Weekday } from '../../../src/domain/clock/schedule';
import { slotSpans } from '../../../src/domain/clock/slot-spans';
import { stormScale } from '../../support/storm-scale';
import { oracleSpans } from './zones-oracle';

const DAY = 24 * 60 * 60_000;

/** Zones with everything that clocks do: half an hour, two changes for Ramadan, a day left out, offsets of quarters. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Dublin',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Europe/Chisinau',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Asia/Tokyo',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Australia/Adelaide',
  'Australia/Eucla',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Norfolk',
  'Pacific/Fiji',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'America/New_York',
  'America/St_Johns',
  'America/Los_Angeles',
  'America/Havana',
  'America/Asuncion',
  'America/Santiago',
  'America/Caracas',
  'America/Nuuk',
  'Antarctica/Troll',
];

const clock = fc
  .integer({ min: 0, max: 24 * 12 - 1 })
  .map((fives) => `${pad(Math.floor(fives / 12))}:${pad((fives % 12) * 5)}`);
const pad = (number: number): string => String(number).padStart(2, '0');

const slots = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
      from: clock,
      to: fc.oneof(clock, fc.constant('24:00')),
    }),
    { maxLength: 6 },
  )
  // As many as do not overlap, in the order in which they came.
  .map((all) =>
    all.reduce<Slot[]>((kept, slot) => (overlappingSlots([...kept, slot]) ? kept : [...kept, slot]), []),
  );

const START = Date.parse('2010-01-01');
const day = fc.integer({ min: 0, max: 7_300 });
const date = (index: number): string => new Date(START + index * DAY).toISOString().slice(0, 10);

describe('R15: spans of weekly times', () => {
  it('are what another library says, in 40 zones, over changes of clocks, with days off', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        slots,
        day,
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3 })), { maxLength: 4 }),
        (zone, someSlots, first, off) => {
          const from = START + first * DAY;
          const to = from + 60 * DAY;
          const daysOff = off.map(([after, days]) => ({
            from: date(first + after),
            to: date(first + after + days),
          }));
          const times = { zone, slots: someSlots, daysOff };
          const spans = slotSpans(times, from, to);
          compared += spans.length;
          expect(spans).toEqual(oracleSpans(times, from, to));
        },
      ),
      { numRuns: 150 * stormScale() },
    );
    expect(compared).toBeGreaterThan(1_000 * stormScale());
  }, 600_000);

  it('are the same on the days on which the clocks of each zone change', () => {
    for (const zone of ZONES) {
      const times = {
        zone,
        slots: ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday): Slot[] => [
          { day: weekday, from: '00:30', to: '01:15' },
          { day: weekday, from: '01:30', to: '02:15' },
          { day: weekday, from: '02:30', to: '03:30' },
          { day: weekday, from: '22:00', to: '00:30' },
        ]),
        daysOff: [],
      };
      for (const year of [2011, 2018, 2026]) {
        const from = Date.UTC(year, 0, 1);
        const to = Date.UTC(year + 1, 0, 1);
        const changes = zoneChanges(zone, from, to);
        for (const at of changes) {
          expect(slotSpans(times, at - DAY, at + DAY), `${zone} ${new Date(at).toISOString()}`).toEqual(
            oracleSpans(times, at - DAY, at + DAY),
          );
        }
      }
    }
  });
});

/** Days of a year in which the offset at noon is another than the day before. */
function zoneChanges(zone: string, from: number, to: number): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number): string => format.format(at).replace(/^.*, /, '');
  const changes: number[] = [];
  for (let at = from; at < to; at += DAY) if (offset(at) !== offset(at + DAY)) changes.push(at);
  return changes;
}
