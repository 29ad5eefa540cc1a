import { describe, expect, it } from 'vitest';
import {
  isRoundTheClock,
  overlappingSlots,
  type Slot,
  type Weekday,
} from '../../../src/domain/clock/schedule';
import { inBoth, slotSpans, without } from '../../../src/domain/clock/slot-spans';

const DAY = 24 * 60 * 60_000;
const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const daily = (from: string, to: string): Slot[] => EVERY_DAY.map((day) => ({ day, from, to }));

/** Within the day of the date, in UTC, and the next: as `from/to`, without seconds. */
function spansOn(date: string, zone: string, slots: Slot[], daysOff: { from: string; to: string }[] = []) {
  const at = Date.parse(date);
  return slotSpans({ zone, slots, daysOff }, at, at + DAY).map(
    ({ from, to }) => `${minute(from)}/${minute(to)}`,
  );
}

const minute = (at: number): string => new Date(at).toISOString().slice(0, 16);

describe('A slot (H1)', () => {
  it.each<[string, string, string, Slot[], string[]]>([
    [
      'is of the wall clock in winter',
      '2026-01-12',
      'Europe/Berlin',
      daily('09:00', '17:00'),
      ['2026-01-12T08:00/2026-01-12T16:00'],
    ],
    [
      'is of the wall clock in summer',
      '2026-07-13',
      'Europe/Berlin',
      daily('09:00', '17:00'),
      ['2026-07-13T07:00/2026-07-13T15:00'],
    ],
    [
      'ends on the next day where its end is not after its beginning',
      '2026-01-12',
      'UTC',
      [{ day: 1, from: '22:00', to: '06:00' }],
      ['2026-01-12T22:00/2026-01-13T06:00'],
    ],
    [
      'lasts a day from a time to the same',
      '2026-01-12',
      'UTC',
      [{ day: 1, from: '09:00', to: '09:00' }],
      ['2026-01-12T09:00/2026-01-13T09:00'],
    ],
    [
      'may end at 24:00, and is one with the slot that it touches',
      '2026-01-12',
      'UTC',
      [
        { day: 1, from: '20:00', to: '24:00' },
        { day: 2, from: '00:00', to: '02:00' },
      ],
      ['2026-01-12T20:00/2026-01-13T02:00'],
    ],
    [
      'is there on a leap day',
      '2028-02-29',
      'UTC',
      daily('10:00', '11:00'),
      ['2028-02-29T10:00/2028-02-29T11:00'],
    ],
    [
      'begins at the moment of the skip where the clock skips its beginning',
      '2026-03-29',
      'Europe/Berlin',
      [{ day: 7, from: '02:30', to: '05:00' }],
      ['2026-03-29T01:00/2026-03-29T03:00'],
    ],
    [
      'ends at the moment of the skip where the clock skips its end',
      '2026-03-29',
      'Europe/Berlin',
      [{ day: 7, from: '01:00', to: '02:30' }],
      ['2026-03-29T00:00/2026-03-29T01:00'],
    ],
    [
      'is empty wholly inside the hour that is skipped',
      '2026-03-29',
      'Europe/Berlin',
      [{ day: 7, from: '02:10', to: '02:50' }],
      [],
    ],
    [
      'begins at the first and ends at the second of a time that comes twice',
      '2026-10-25',
      'Europe/Berlin',
      [{ day: 7, from: '02:30', to: '02:45' }],
      ['2026-10-25T00:30/2026-10-25T01:45'],
    ],
    [
      'crosses midnight on a change day as the wall clock does',
      '2026-03-28',
      'Europe/Berlin',
      [{ day: 6, from: '22:00', to: '06:00' }],
      ['2026-03-28T21:00/2026-03-29T04:00'],
    ],
    [
      'is moved by half an hour only where clocks are',
      '2026-04-04',
      'Australia/Lord_Howe',
      [{ day: 7, from: '01:00', to: '03:00' }],
      ['2026-04-04T14:00/2026-04-04T16:30'],
    ],
    [
      'is not there on a day that a zone left out',
      '2011-12-30',
      'Pacific/Apia',
      [{ day: 5, from: '09:00', to: '17:00' }],
      [],
    ],
  ])('%s', (_what, date, zone, slots, spans) => {
    expect(spansOn(date, zone, slots)).toEqual(spans);
  });

  it('is dropped whole by a day off on the day on which it begins, and only then', () => {
    const night: Slot[] = [
      { day: 1, from: '22:00', to: '06:00' },
      { day: 2, from: '22:00', to: '06:00' },
    ];
    const off = [{ from: '2026-01-13', to: '2026-01-13' }];
    expect(spansOn('2026-01-13', 'UTC', night, off)).toEqual(['2026-01-12T22:00/2026-01-13T06:00']);
    expect(spansOn('2026-01-14', 'UTC', night, off)).toEqual([]);
  });
});

describe('Slots of a week', () => {
  it.each<[string, Slot[], [number, number] | null]>([
    [
      'overlap within a day',
      [
        { day: 1, from: '09:00', to: '12:00' },
        { day: 1, from: '11:59', to: '13:00' },
      ],
      [0, 1],
    ],
    [
      'overlap over midnight',
      [
        { day: 1, from: '22:00', to: '02:00' },
        { day: 2, from: '01:00', to: '03:00' },
      ],
      [0, 1],
    ],
    [
      'overlap from Sunday to Monday',
      [
        { day: 1, from: '01:00', to: '03:00' },
        { day: 7, from: '22:00', to: '02:00' },
      ],
      [0, 1],
    ],
    [
      'only touch',
      [
        { day: 1, from: '09:00', to: '12:00' },
        { day: 1, from: '12:00', to: '13:00' },
      ],
      null,
    ],
  ])('%s', (_what, slots, expected) => {
    expect(overlappingSlots(slots)).toEqual(expected);
  });

  it('have no gap, or have one', () => {
    expect(isRoundTheClock(daily('00:00', '24:00'))).toBe(true);
    expect(isRoundTheClock(daily('09:00', '09:00'))).toBe(true);
    expect(isRoundTheClock(daily('00:00', '23:59'))).toBe(false);
    expect(isRoundTheClock([])).toBe(false);
  });
});

describe('Spans', () => {
  const a = [
    { from: 0, to: 10 },
    { from: 20, to: 30 },
  ];
  it('are cut with each other', () => {
    expect(
      inBoth(a, [
        { from: 5, to: 25 },
        { from: 28, to: 40 },
      ]),
    ).toEqual([
      { from: 5, to: 10 },
      { from: 20, to: 25 },
      { from: 28, to: 30 },
    ]);
    expect(
      without(a, [
        { from: 5, to: 25 },
        { from: 28, to: 29 },
      ]),
    ).toEqual([
      { from: 0, to: 5 },
      { from: 25, to: 28 },
      { from: 29, to: 30 },
    ]);
  });
});
