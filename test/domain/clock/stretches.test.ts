import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../../src/domain/clock/stretches';
import type { ByHand, RosterEntry, Status } from '../../../src/domain/desk';
import { inWords, mon, scheduled, slotsOn, WORKDAYS } from '../../support/clock-builders';

const byHand = (since: number, until: number | null, more: Partial<ByHand> = {}): ByHand => ({
  kind: 'online',
  session: 's',
  since,
  until,
  ...more,
});
const offline = (since: number): Status => ({ kind: 'offline', since });
const confirm = { rollCall: 'confirm' } as const;
const two = { slots: slotsOn(WORKDAYS, '09:00-12:00', '13:00-17:00') };

type Case = [title: string, entry: RosterEntry, stretches: string[]];

function cases(title: string, rows: Case[], most = 2): void {
  describe(title, () => {
    it.each(rows)('%s', (_title, entry, expected) => {
      expect(inWords(stretchesOf(entry), most)).toEqual(expected);
    });
  });
}

cases('An agent with a schedule (S9, H2)', [
  [
    'is online by it, slot by slot',
    scheduled(),
    ['by-schedule 09:00-17:00', 'by-schedule +1 09:00-+1 17:00'],
  ],
  [
    'is asked at the start of each, where they confirm',
    scheduled(confirm),
    ['roll-call 09:00-09:10/17:00', 'roll-call +1 09:00-+1 09:10/+1 17:00'],
  ],
  [
    'is asked no longer than the slot lasts',
    scheduled({ ...confirm, slots: slotsOn([1], '09:00-09:05') }),
    ['roll-call 09:00-09:05/09:05', 'roll-call +7 09:00-+7 09:05/+7 09:05'],
  ],
  [
    'has one start in slots that touch',
    scheduled({ slots: slotsOn([1], '09:00-12:00', '12:00-13:00') }),
    ['by-schedule 09:00-13:00', 'by-schedule +7 09:00-+7 13:00'],
  ],
]);

cases('What somebody did last beats their schedule (S9)', [
  [
    'offline by hand within a slot: until the next start',
    scheduled(two, offline(mon('10:00'))),
    ['by-schedule 13:00-17:00', 'by-schedule +1 09:00-+1 12:00'],
  ],
  [
    'offline by hand before a slot: until its start',
    scheduled(two, offline(mon('08:00'))),
    ['by-schedule 09:00-12:00', 'by-schedule 13:00-17:00'],
  ],
  [
    'offline at the very moment of a start: past that one',
    scheduled(two, offline(mon('09:00'))),
    ['by-schedule 13:00-17:00', 'by-schedule +1 09:00-+1 12:00'],
  ],
  [
    'online without an end: to the next end of a slot',
    scheduled(two, byHand(mon('10:00'), mon('22:00'), { isOpen: true })),
    ['by-hand 10:00-12:00', 'by-schedule 13:00-17:00'],
  ],
  [
    'online without an end outside slots: to the end of the next one',
    scheduled(two, byHand(mon('12:30'), mon('23:00'), { isOpen: true })),
    ['by-hand 12:30-17:00', 'by-schedule +1 09:00-+1 12:00'],
  ],
  [
    'online without an end, to the end of a slot that nobody confirmed',
    scheduled({ ...two, ...confirm }, byHand(mon('10:00'), mon('22:00'), { isOpen: true })),
    ['by-hand 10:00-12:00', 'roll-call 13:00-13:10/17:00'],
  ],
  [
    'an end that was chosen within a slot means what it says',
    scheduled(two, byHand(mon('10:00'), mon('11:00'), { inSlot: true })),
    ['by-hand 10:00-11:00', 'by-schedule 13:00-17:00'],
  ],
  [
    'also where it lies in a later slot',
    scheduled(two, byHand(mon('10:00'), mon('15:00'), { inSlot: true })),
    ['by-hand 10:00-15:00', 'by-schedule +1 09:00-+1 12:00'],
  ],
  [
    'an end that was chosen outside a slot lets the slot carry on',
    scheduled(two, byHand(mon('08:00'), mon('10:00'))),
    ['by-hand 08:00-10:00', 'by-schedule 10:00-12:00'],
  ],
  [
    'or the roll call begin at that end',
    scheduled({ ...two, ...confirm }, byHand(mon('08:00'), mon('10:00'))),
    ['by-hand 08:00-10:00', 'roll-call 10:00-10:10/12:00'],
  ],
  [
    'a chosen end at the very start of a slot is followed by it',
    scheduled(two, byHand(mon('10:00'), mon('13:00'), { inSlot: true })),
    ['by-hand 10:00-13:00', 'by-schedule 13:00-17:00'],
  ],
  [
    'the longest online time passing lets the slot carry on',
    scheduled({}, byHand(mon('09:30'), mon('16:00'), { isOpen: true })),
    ['by-hand 09:30-16:00', 'by-schedule 16:00-17:00'],
  ],
  [
    'who is online by hand at the start is not asked',
    scheduled({ ...two, ...confirm }, byHand(mon('12:30'), mon('16:00'), { inSlot: true })),
    ['by-hand 12:30-16:00', 'roll-call +1 09:00-+1 09:10/+1 12:00'],
  ],
]);

const putOffline = (since: number): Status => ({
  kind: 'put-offline',
  since,
  by: 'pia',
  reason: null,
  interrupted: { session: 's', since: mon('09:00'), until: null },
});

cases('Somebody who was put offline (S9)', [
  [
    'is back by schedule at its next start only',
    scheduled(two, putOffline(mon('10:00')), { outSince: mon('10:00') }),
    ['by-schedule 13:00-17:00', 'by-schedule +1 09:00-+1 12:00'],
  ],
  [
    'also after an online time by hand in the same slot',
    scheduled(two, byHand(mon('10:30'), mon('11:00')), { outSince: mon('10:00') }),
    ['by-hand 10:30-11:00', 'by-schedule 13:00-17:00'],
  ],
]);

cases('An answer to a roll call (H2)', [
  [
    '"here" within the ten minutes is online to the end of the slot',
    scheduled(confirm, offline(0), { rollCall: { slot: mon('09:00'), hereAt: mon('09:04') } }),
    ['by-schedule 09:04-17:00', 'roll-call +1 09:00-+1 09:10/+1 17:00'],
  ],
  [
    '"here" before the start counts from the start',
    scheduled(confirm, offline(0), { rollCall: { slot: mon('09:00'), hereAt: mon('08:50') } }),
    ['by-schedule 09:00-17:00', 'roll-call +1 09:00-+1 09:10/+1 17:00'],
  ],
  [
    '"later" asks anew',
    scheduled(confirm, offline(0), { rollCall: { slot: mon('09:00'), calledAt: mon('09:19') } }),
    ['roll-call 09:19-09:29/17:00', 'roll-call +1 09:00-+1 09:10/+1 17:00'],
  ],
  [
    '"not today" drops every slot that begins on that day',
    scheduled({ ...two, ...confirm }, offline(0), { notToday: { from: mon('00:00'), to: mon('00:00', 1) } }),
    ['roll-call +1 09:00-+1 09:10/+1 12:00', 'roll-call +1 13:00-+1 13:10/+1 17:00'],
  ],
]);

const aBreak = (
  since: number,
  until: number,
  before: ByHand | Extract<Status, { kind: 'offline' }>,
): Status => ({
  kind: 'break',
  since,
  until,
  before,
});

cases('A break (H8)', [
  [
    'is offline, with a question at its end, and never online by itself',
    scheduled({}, aBreak(mon('10:00'), mon('10:30'), { kind: 'offline', since: 0 })),
    ['break 10:30-10:40/17:00', 'by-schedule +1 09:00-+1 17:00'],
  ],
  [
    'keeps a slot that begins in it from bringing somebody back',
    scheduled(two, aBreak(mon('12:50'), mon('13:20'), byHand(mon('12:40'), mon('18:00'), { inSlot: true }))),
    ['break 13:20-13:30/18:00', 'by-schedule +1 09:00-+1 12:00'],
  ],
  [
    'asks only until a slot that begins after it brings somebody back',
    scheduled(two, aBreak(mon('12:30'), mon('12:55'), byHand(mon('12:10'), mon('18:00')))),
    ['break 12:55-13:00/18:00', 'by-schedule 13:00-17:00'],
  ],
  [
    'asks nothing where there is nothing to come back to',
    scheduled(two, aBreak(mon('11:50'), mon('12:30'), { kind: 'offline', since: 0 })),
    ['by-schedule 13:00-17:00', 'by-schedule +1 09:00-+1 12:00'],
  ],
]);

cases('A schedule that was just saved (H1)', [
  [
    'starts nobody: it holds from its next start',
    scheduled({}, offline(0), {}, mon('10:00')),
    ['by-schedule +1 09:00-+1 17:00', 'by-schedule +2 09:00-+2 17:00'],
  ],
  [
    'starts when it is saved, if it is round the clock',
    scheduled({ slots: slotsOn([1, 2, 3, 4, 5, 6, 7], '00:00-24:00') }, offline(0), {}, mon('10:00')),
    ['by-schedule 10:00-ever'],
  ],
]);
