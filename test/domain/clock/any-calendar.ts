import fc from 'fast-check';
import { PRESENCE_ANSWERS, type PresenceAnswer } from '../../../src/domain/clock/roll-call';
import {
  overlappingSlots,
  ROLL_CALLS,
  type DayOff,
  type RollCall,
  type Slot,
  type Weekday,
} from '../../../src/domain/clock/schedule';
import { ALL_DAYS, slotsOn } from '../../support/clock-builders';

const DAY = 24 * 60 * 60_000;

/** Zones with everything that clocks do: half an hour, two changes for Ramadan, a day left out, offsets of quarters. */
export const ZONES = [
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

const pad = (number: number): string => String(number).padStart(2, '0');
const clock = fc
  .integer({ min: 0, max: 24 * 12 - 1 })
  .map((fives) => `${pad(Math.floor(fives / 12))}:${pad((fives % 12) * 5)}`);

/** As many of six as do not overlap, in the order in which they came. */
export const anySlots = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
      from: clock,
      to: fc.oneof(clock, fc.constant('24:00')),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.reduce<Slot[]>((kept, slot) => (overlappingSlots([...kept, slot]) ? kept : [...kept, slot]), []),
  );

/** What people write down, beside anything at all: every day the same, and round the clock. */
const likelySlots: fc.Arbitrary<Slot[]> = fc.oneof(
  { weight: 6, arbitrary: anySlots },
  {
    weight: 3,
    arbitrary: fc.tuple(clock, clock).map(([from, to]) => slotsOn(ALL_DAYS, `${from}-${to}`)),
  },
  { weight: 1, arbitrary: fc.constant(slotsOn(ALL_DAYS, '00:00-24:00')) },
);

/** Days after a first one. */
interface DaysAfter {
  after: number;
  days: number;
}

export const datesFrom = (first: number, all: readonly DaysAfter[]): DayOff[] =>
  all.map(({ after, days }) => ({ from: dateOf(first, after), to: dateOf(first, after + days) }));

const dateOf = (first: number, after: number): string =>
  new Date(first + after * DAY).toISOString().slice(0, 10);

export const anyDaysOff = (within: number, maxLength: number): fc.Arbitrary<DaysAfter[]> =>
  fc.array(fc.record({ after: fc.integer({ min: 0, max: within }), days: fc.integer({ min: 0, max: 3 }) }), {
    maxLength,
  });

/** A year of somebody's calendar and of their desk's; instants are minutes after its beginning. */
export interface CalendarYear {
  slots: Slot[];
  daysOff: DaysAfter[];
  rollCall: RollCall;
  /** Null: the desk can be seen at any time. */
  hours: { slots: Slot[]; holidays: DaysAfter[] } | null;
  closures: { from: number; length: number }[];
  /** One after the other: after how many days, how many minutes after the start of a slot, and what. */
  answers: { days: number; minutes: number; answer: PresenceAnswer }[];
  /** Where in the time between two looks customers look, 0 to 1. */
  looks: number[];
}

export const YEAR_DAYS = 400;

export const anyCalendarYear: fc.Arbitrary<CalendarYear> = fc.record({
  slots: likelySlots,
  daysOff: anyDaysOff(YEAR_DAYS, 20),
  rollCall: fc.constantFrom(...ROLL_CALLS),
  hours: fc.option(fc.record({ slots: likelySlots, holidays: anyDaysOff(YEAR_DAYS, 20) }), { nil: null }),
  closures: fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: YEAR_DAYS * 1_440 }),
      length: fc.integer({ min: 1, max: 5 * 1_440 }),
    }),
    { maxLength: 12 },
  ),
  answers: fc.array(
    fc.record({
      days: fc.integer({ min: 0, max: 9 }),
      minutes: fc.integer({ min: -16, max: 40 }),
      answer: fc.constantFrom(...PRESENCE_ANSWERS),
    }),
    { minLength: 10, maxLength: 10 },
  ),
  looks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
});
