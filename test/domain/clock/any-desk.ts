import fc from 'fast-check';
import type { RosterEntry, Status } from '../../../src/domain/desk';
import { aClosure, MONDAY, scheduled, slotsOn, someHours, WORKDAYS } from '../../support/clock-builders';

const MINUTE = 60_000;

// Everything on whole minutes: then looking at each minute is looking at everything.
export const quarter = (most: number) =>
  fc.integer({ min: 0, max: most }).map((quarters) => MONDAY + quarters * 15 * MINUTE);
const someSlots = fc
  .array(
    fc.constantFrom('06:00-09:00', '09:00-12:00', '10:15-10:30', '13:00-17:00', '22:00-24:00', '23:00-05:00'),
    {
      maxLength: 2,
    },
  )
  .map((times) => {
    const one = [...new Set(times)].filter(
      (time) => time !== '10:15-10:30' || !times.includes('09:00-12:00'),
    );
    return slotsOn(WORKDAYS, ...(one.includes('23:00-05:00') ? ['23:00-05:00'] : one));
  });
const status: fc.Arbitrary<Status> = fc.oneof(
  fc.constant<Status>({ kind: 'offline', since: 0 }),
  fc
    .record({
      since: quarter(96),
      length: fc.integer({ min: 1, max: 60 }),
      isOpen: fc.boolean(),
      inSlot: fc.boolean(),
    })
    .map(({ since, length, isOpen, inSlot }): Status => ({
      kind: 'online',
      session: 's',
      since,
      until: since + length * 15 * MINUTE,
      ...(isOpen && { isOpen }),
      ...(inSlot && !isOpen && { inSlot }),
    })),
  quarter(96).map((since): Status => ({ kind: 'offline', since })),
  quarter(96).map((since): Status => ({
    kind: 'break',
    since,
    until: since + 45 * MINUTE,
    before: { kind: 'offline', since: 0 },
  })),
);
export const anyEntry: fc.Arbitrary<RosterEntry> = fc
  .record({ slots: someSlots, status, isAutomatic: fc.boolean() })
  .map(({ slots, status: said, isAutomatic }) =>
    scheduled({ slots, rollCall: isAutomatic ? 'automatic' : 'confirm' }, said),
  );
export const anyClosures = fc.array(
  fc
    .tuple(quarter(300), fc.integer({ min: 1, max: 40 }))
    .map(([from, length]) => aClosure(from, from + length * 15 * MINUTE)),
  { maxLength: 2 },
);
export const anyHours = fc.option(
  fc
    .constantFrom('07:00-18:00', '09:30-16:45', '00:00-24:00')
    .map((time) => someHours({ slots: slotsOn(WORKDAYS, time) })),
  { nil: undefined },
);
