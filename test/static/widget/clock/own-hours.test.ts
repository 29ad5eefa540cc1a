import { afterEach, describe, expect, it } from 'vitest';
import type { Slot, Weekday } from '../../../../src/domain/clock/schedule';
import { overlappingSlots } from '../../../../src/domain/clock/schedule';
import { slotSpans } from '../../../../src/domain/clock/slot-spans';
import { openUntil } from '../../../../static/widget/clock/own-hours';
import { seededRandom } from '../seeded-random';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ownZone = process.env['TZ'];

const iso = (moment: number | null): string | null =>
  moment === null ? null : moment === Infinity ? 'for ever' : new Date(moment).toISOString();

function open(zone: string, slots: Slot[], moment: string, holidays: { from: string; to: string }[] = []) {
  process.env['TZ'] = zone;
  return iso(openUntil({ slots, holidays }, Date.parse(moment)));
}

const slot = (day: Weekday, from: string, to: string): Slot => ({ day, from, to });

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

describe('H3: hours in the visitor’s own time', () => {
  const monday = [slot(1, '09:00', '17:00')];

  it.each([
    ['Europe/Berlin', '2026-11-23T07:59:59.999Z', null],
    ['Europe/Berlin', '2026-11-23T08:00:00Z', '2026-11-23T16:00:00.000Z'],
    ['Europe/Berlin', '2026-11-23T15:59:59.999Z', '2026-11-23T16:00:00.000Z'],
    ['Europe/Berlin', '2026-11-23T16:00:00Z', null],
    ['America/New_York', '2026-11-23T08:00:00Z', null],
    ['America/New_York', '2026-11-23T14:00:00Z', '2026-11-23T22:00:00.000Z'],
    // A Monday there already.
    ['Asia/Tokyo', '2026-11-23T00:00:00Z', '2026-11-23T08:00:00.000Z'],
  ])('begin and end where the visitor is: in %s at %s', (zone, moment, end) => {
    expect(open(zone, monday, moment)).toBe(end);
  });

  it.each([
    ['past midnight', [slot(7, '22:00', '06:00')], '2026-11-23T04:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['to 24:00', [slot(1, '20:00', '24:00')], '2026-11-23T23:59:00Z', '2026-11-24T00:00:00.000Z'],
    ['all day', [slot(1, '00:00', '24:00')], '2026-11-23T00:00:00Z', '2026-11-24T00:00:00.000Z'],
    [
      'that touch, as one',
      [slot(1, '09:00', '12:00'), slot(1, '12:00', '24:00'), slot(2, '00:00', '02:00')],
      '2026-11-23T10:00:00Z',
      '2026-11-24T02:00:00.000Z',
    ],
    [
      'without any gap',
      ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => slot(day, '00:00', '24:00')),
      '2026-11-23T10:00:00Z',
      'for ever',
    ],
    ['of which there are none', [], '2026-11-23T10:00:00Z', null],
  ])('hold %s', (_name, slots, moment, end) => {
    expect(open('UTC', slots, moment)).toBe(end);
  });

  it('a holiday drops the slots that begin on it, and no other', () => {
    const nights = [slot(1, '22:00', '06:00'), slot(2, '22:00', '06:00')];
    const holidays = [{ from: '2026-11-24', to: '2026-11-24' }];
    expect(open('Europe/Berlin', nights, '2026-11-24T04:00:00Z', holidays)).toBe('2026-11-24T05:00:00.000Z');
    expect(open('Europe/Berlin', nights, '2026-11-24T22:00:00Z', holidays)).toBeNull();
  });

  it.each([
    ['Europe/Berlin', '2026-03-27T00:00:00Z'],
    ['Europe/Berlin', '2026-10-23T00:00:00Z'],
    ['America/New_York', '2026-10-30T00:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-03T00:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-02T00:00:00Z'],
    ['America/Santiago', '2026-09-04T00:00:00Z'],
    ['Asia/Kolkata', '2026-11-20T00:00:00Z'],
    ['Africa/Cairo', '2026-04-22T00:00:00Z'],
  ])('are those that the server would find, also where the clock is changed: %s from %s', (zone, from) => {
    process.env['TZ'] = zone;
    const random = seededRandom(7);
    const time = (steps: number): string => {
      const minutes = Math.floor(random() * steps) * 15;
      const two = (number: number): string => String(number).padStart(2, '0');
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    };
    const begin = Date.parse(from);
    for (let round = 0; round < 3; round++) {
      const slots: Slot[] = [];
      for (let tries = 0; tries < 8; tries++) {
        const added = slot((Math.floor(random() * 7) + 1) as Weekday, time(20), time(97));
        if (added.from !== added.to && !overlappingSlots([...slots, added])) slots.push(added);
      }
      const spans = slotSpans({ zone, slots, daysOff: [] }, begin, begin + 4 * DAY);
      for (let moment = begin; moment < begin + 4 * DAY; moment += 15 * MINUTE) {
        const span = spans.find((each) => each.from <= moment && moment < each.to);
        expect([iso(moment), iso(openUntil({ slots, holidays: [] }, moment))]).toEqual([
          iso(moment),
          iso(span?.to ?? null),
        ]);
      }
    }
  });
});
