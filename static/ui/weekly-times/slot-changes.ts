import { minutesOf, slotMinutes, type Slot, type Weekday } from '../../../src/domain/clock/schedule';

/** What the rows of a week do to its slots. Each keeps the order in which they were written. */

const WHOLE_DAY = { from: '00:00', to: '24:00' } as const;
const USUAL = { from: '09:00', to: '17:00' } as const;
const DAY_MINUTES = 24 * 60;

/** A slot and where it is in the whole list, which is how problems name it. */
export interface PlacedSlot {
  index: number;
  slot: Slot;
}

export const slotsOn = (slots: readonly Slot[], day: Weekday): PlacedSlot[] =>
  slots.flatMap((slot, index) => (slot.day === day ? [{ index, slot }] : []));

/** One slot more: the usual hours on an empty day, else the hours after a break behind its last one. */
export function withAnother(slots: readonly Slot[], day: Weekday): Slot[] {
  const ends = slotsOn(slots, day).map(({ slot }) => slotMinutes(slot).to);
  const last = Math.max(0, ...ends.filter((end) => Number.isFinite(end)));
  if (ends.length === 0) return [...slots, { day, ...USUAL }];
  const from = Math.min(last + 60, DAY_MINUTES - 60);
  return [...slots, { day, from: timeOf(from), to: timeOf(Math.min(from + 4 * 60, DAY_MINUTES)) }];
}

export const withoutSlot = (slots: readonly Slot[], index: number): Slot[] =>
  slots.filter((_each, place) => place !== index);

export const withSlot = (slots: readonly Slot[], index: number, slot: Slot): Slot[] =>
  slots.map((each, place) => (place === index ? slot : each));

export const withoutDay = (slots: readonly Slot[], day: Weekday): Slot[] =>
  slots.filter((slot) => slot.day !== day);

export const allDay = (slots: readonly Slot[], day: Weekday): Slot[] => [
  ...withoutDay(slots, day),
  { day, ...WHOLE_DAY },
];

/** Other days get what this one has, in place of what they had. */
export function copiedTo(slots: readonly Slot[], day: Weekday, days: readonly Weekday[]): Slot[] {
  const kept = slots.filter((slot) => slot.day === day || !days.includes(slot.day));
  const own = slots.filter((slot) => slot.day === day);
  const copies = days
    .filter((other) => other !== day)
    .flatMap((other) => own.map((slot) => ({ ...slot, day: other })));
  return [...kept, ...copies];
}

export const isAllDay = ({ from, to }: Slot): boolean =>
  from === WHOLE_DAY.from && (to === WHOLE_DAY.to || to === from);

/** It goes on after midnight. */
export const endsNextDay = ({ from, to }: Slot): boolean =>
  minutesOf(to) <= minutesOf(from) && minutesOf(to) > 0;

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
