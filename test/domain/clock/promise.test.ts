import { describe, expect, it } from 'vitest';
import type { Availability } from '../../../src/domain/availability';
import type { Desk } from '../../../src/domain/desk';
import { summarize } from '../../../src/domain/summarize';
import { encodeSummary } from '../../../src/domain/summary-record';
import {
  aClosure,
  ALL_DAYS,
  mon,
  MONDAY,
  scheduled,
  slotsOn,
  someHours,
  WORKDAYS,
} from '../../support/clock-builders';
import { aDesk, online } from '../../support/desk-builders';
import { storedSummary } from '../../support/stored-summary';

const DAY = 24 * 60 * 60_000;

const stored = (desk: Desk) => storedSummary(desk, MONDAY);

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
const confirm = { rollCall: 'confirm' } as const;

/** "offline", then what is promised: "→ 09:00?" while it depends on an answer; and until when. */
function inWords({ state, nextOnlineAt, expected, until, closed }: Availability): string {
  const time = (instant: string): string => {
    const days = Math.floor((Date.parse(instant) - MONDAY) / DAY);
    return `${days === 0 ? '' : `+${String(days)} `}${instant.slice(11, 16)}`;
  };
  return [
    closed ? `closed to ${time(closed.until)}` : state,
    ...(nextOnlineAt === null ? [] : [`→ ${time(nextOnlineAt)}${expected ? '?' : ''}`]),
    ...(until === null ? [] : [`until ${time(until)}`]),
  ].join(' ');
}

describe('H5: what customers are promised', () => {
  it.each<[string, Desk, [string, string][]]>([
    [
      'the start of somebody who comes by themselves',
      aDesk({ roster: { ann: scheduled() } }),
      [
        ['08:00', 'offline → 09:00 until 09:00'],
        ['09:00', 'online until 17:00'],
        ['17:00', 'offline → +1 09:00 until +1 09:00'],
      ],
    ],
    [
      '"expected" where somebody has to say that they are there, and not after ten minutes',
      aDesk({ roster: { ann: scheduled(confirm) } }),
      [
        ['08:00', 'offline → 09:00? until 09:10'],
        ['09:05', 'offline → 09:00? until 09:10'],
        ['09:10', 'offline → +1 09:00? until +1 09:10'],
      ],
    ],
    [
      'somebody certain rather than somebody expected at the same moment',
      aDesk({ roster: { ann: scheduled(confirm), bo: scheduled() } }),
      [
        ['08:00', 'offline → 09:00 until 09:00'],
        ['09:05', 'online until 17:00'],
      ],
    ],
    [
      'the earlier of one expected and one certain',
      aDesk({
        roster: { ann: scheduled({ ...confirm, slots: slotsOn(WORKDAYS, '08:00-17:00') }), bo: scheduled() },
      }),
      [
        ['07:00', 'offline → 08:00? until 08:10'],
        ['08:10', 'offline → 09:00 until 09:00'],
      ],
    ],
    [
      'nobody before the hours begin',
      aDesk({
        roster: { ann: scheduled() },
        settings: { hours: someHours({ slots: slotsOn(WORKDAYS, '10:00-16:00') }) },
      }),
      [
        ['08:00', 'hidden → 10:00 until 10:00'],
        ['10:00', 'online until 16:00'],
        ['16:30', 'hidden → +1 10:00 until +1 10:00'],
      ],
    ],
    [
      'somebody expected from when the desk opens, until their ten minutes are over',
      aDesk({
        roster: { ann: scheduled(confirm) },
        settings: { hours: someHours({ slots: slotsOn(WORKDAYS, '10:00-16:00') }) },
      }),
      [
        ['08:00', 'hidden → 10:00? until 09:10'],
        ['09:05', 'hidden → 10:00? until 09:10'],
        ['09:10', 'hidden → +1 10:00? until 10:00'],
      ],
    ],
    [
      'the end of a break, until ten minutes after it',
      aDesk({
        roster: {
          ann: scheduled(
            {},
            {
              kind: 'break',
              since: mon('10:00'),
              until: mon('10:30'),
              before: { kind: 'offline', since: 0 },
            },
          ),
        },
      }),
      [
        ['10:10', 'offline → 10:30? until 10:40'],
        ['10:35', 'offline → 10:30? until 10:40'],
        ['10:40', 'offline → +1 09:00 until +1 09:00'],
      ],
    ],
  ])('is %s', (_title, desk, moments) => {
    const at = stored(desk);
    expect(moments.map(([time]) => [time, inWords(at(mon(time)))])).toEqual(moments);
  });

  it('H4: is the end of a closure, with its words, and running closures are one', () => {
    const desk = aDesk({
      roster: { ann: scheduled() },
      closures: [
        aClosure(mon('14:00'), mon('15:00'), 'Team day', 'a'),
        aClosure(mon('14:30'), mon('15:30'), 'Fire drill', 'b'),
      ],
    });
    const at = stored(desk);
    expect(inWords(at(mon('13:00')))).toBe('online until 14:00');
    expect(inWords(at(mon('14:00')))).toBe('closed to 15:30 → 15:30 until 14:30');
    expect(at(mon('14:00')).closed).toEqual({ until: iso(mon('15:30')), message: 'Team day' });
    expect(at(mon('14:45')).closed).toEqual({ until: iso(mon('15:30')), message: 'Fire drill' });
    expect(inWords(at(mon('15:30')))).toBe('online until 17:00');
  });

  it('H3, H4: a closure beats hiding while nobody is online, and hours beat the closure', () => {
    const settings = { hours: someHours({ slots: slotsOn(WORKDAYS, '08:00-18:00') }), hideWhenOffline: true };
    const desk = aDesk({ settings, closures: [aClosure(mon('12:00'), mon('20:00'))] });
    const at = stored(desk);
    expect(at(mon('11:00')).state).toBe('hidden');
    expect(at(mon('12:00'))).toMatchObject({ state: 'offline', closed: { message: '' } });
    expect(at(mon('18:00'))).not.toHaveProperty('closed');
    expect(at(mon('18:00')).state).toBe('hidden');
  });

  it('H3: holidays belong to hours, and in the mode "always" nothing of them holds', () => {
    const holidays = [{ from: '2026-11-24', to: '2026-11-24' }];
    const hours = someHours({ slots: slotsOn(ALL_DAYS, '00:00-24:00'), holidays });
    const roster = { ann: online({ since: MONDAY, until: mon('00:00', 3) }) };
    expect(stored(aDesk({ roster, settings: { hours } }))(mon('12:00', 1)).state).toBe('hidden');
    const always = { ...hours, mode: 'always' as const };
    expect(stored(aDesk({ roster, settings: { hours: always } }))(mon('12:00', 1)).state).toBe('online');
  });
});

describe('F2: the summary of a desk with schedules', () => {
  it('F2: reaches thirteen days in 512 bytes with two hundred scheduled agents', () => {
    const times = ['08:00-12:00', '08:30-12:30', '09:00-13:00', '12:30-17:00', '13:00-18:00', '14:00-20:00'];
    const roster = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `agent-${String(index)}`,
        scheduled({
          zone: ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata'][index % 3] ?? 'UTC',
          slots: slotsOn(WORKDAYS, times[index % times.length] ?? ''),
          rollCall: index % 2 === 0 ? 'confirm' : 'automatic',
        }),
      ]),
    );
    const record = encodeSummary(summarize(aDesk({ roster }), MONDAY));
    expect(JSON.stringify(record).length).toBeLessThanOrEqual(512);
    expect(record.b * 1_000 + record.k * 1_000 - MONDAY).toBeGreaterThanOrEqual(13 * DAY);
  });

  it('F2: of a desk that is too full reaches five days, and says how far', () => {
    const roster = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `agent-${String(index)}`,
        scheduled({
          slots: slotsOn(
            ALL_DAYS,
            `${String(Math.floor(index / 10)).padStart(2, '0')}:${String((index % 10) * 6).padStart(2, '0')}-23:59`,
          ),
          rollCall: 'confirm',
        }),
      ]),
    );
    const record = encodeSummary(summarize(aDesk({ roster }), MONDAY));
    expect(JSON.stringify(record).length).toBeLessThanOrEqual(512);
    expect(record.k).toBeGreaterThanOrEqual((5 * DAY) / 1_000 - 60);
    const at = stored(aDesk({ roster }));
    expect(inWords(at(mon('00:03')))).toBe('offline → 00:00? until 00:10');
    // Something is promised as far as it is known, and nothing beyond.
    expect(at(mon('12:00', 4)).nextOnlineAt).toBeNull();
  });
});
