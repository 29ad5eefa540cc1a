import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicAvailability, type Availability } from '../../../src/domain/availability';
import { isWithin, slotSpans } from '../../../src/domain/clock/slot-spans';
import { stretchesOf } from '../../../src/domain/clock/stretches';
import type { Desk, RosterEntry, Status } from '../../../src/domain/desk';
import { onlineSession } from '../../../src/domain/presence';
import { summarize } from '../../../src/domain/summarize';
import { decodeSummary, encodeSummary } from '../../../src/domain/summary-record';
import { aDesk, online } from '../../support/desk-builders';
import { ALL_DAYS, mon, MONDAY, scheduled, slotsOn, someHours, WORKDAYS } from '../../support/clock-builders';
import { stormScale } from '../../support/storm-scale';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const stored = (desk: Desk, now = MONDAY): ((at: number) => Availability) => {
  const summary = decodeSummary(JSON.parse(JSON.stringify(encodeSummary(summarize(desk, now)))));
  if (!summary) throw new Error('a summary must survive being stored');
  return (at) => publicAvailability(summary, at);
};

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

const aClosure = (from: number, to: number, message: string | null = null, id = 'c') => ({
  id,
  from,
  to,
  message,
  by: 'pia',
});

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

// Everything on whole minutes: then looking at each minute is looking at everything.
const quarter = (most: number) =>
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
const entry: fc.Arbitrary<RosterEntry> = fc
  .record({ slots: someSlots, status, isAutomatic: fc.boolean() })
  .map(({ slots, status: said, isAutomatic }) =>
    scheduled({ slots, rollCall: isAutomatic ? 'automatic' : 'confirm' }, said),
  );
const closures = fc.array(
  fc
    .tuple(quarter(300), fc.integer({ min: 1, max: 40 }))
    .map(([from, length]) => aClosure(from, from + length * 15 * MINUTE)),
  { maxLength: 2 },
);
const hours = fc.option(
  fc
    .constantFrom('07:00-18:00', '09:30-16:45', '00:00-24:00')
    .map((time) => someHours({ slots: slotsOn(WORKDAYS, time) })),
  { nil: undefined },
);

/** What customers are to be told, by looking at each later minute. */
function oracle(desk: Desk, at: number) {
  const { hours: set } = desk.settings;
  const open =
    set.mode === 'project' ? slotSpans({ ...set, daysOff: set.holidays }, at - 9 * DAY, at + 9 * DAY) : null;
  const isClosed = (time: number): boolean => isWithin(desk.closures ?? [], time);
  const isOpen = (time: number): boolean => open === null || isWithin(open, time);
  const seen = (time: number): boolean => isOpen(time) && !isClosed(time);
  const entries = Object.values(desk.roster);
  const isOnline = (time: number): boolean => entries.some((each) => onlineSession(each, time) !== null);
  const calls = entries
    .flatMap(stretchesOf)
    .filter((each) => each.kind === 'call')
    .filter((call) => at < call.until);
  const state = !isOpen(at) ? 'hidden' : isClosed(at) ? 'closed' : isOnline(at) ? 'online' : 'offline';
  if (state === 'online') return { state, next: null, expected: false };
  let certain = at;
  while (!(seen(certain) && isOnline(certain)) && certain < at + 8 * DAY) certain += MINUTE;
  const promises = calls.flatMap(({ from, to }) => {
    let time = Math.max(at, from);
    while (!seen(time) && time < to) time += MINUTE;
    if (time >= to) return [];
    // Since when it has been so.
    while (time > from && seen(time - MINUTE)) time -= MINUTE;
    return [time];
  });
  const expected = Math.min(Infinity, ...promises);
  return { state, next: Math.min(certain, expected), expected: expected < certain };
}

describe('R3, R15: a stored summary', () => {
  it('says at every moment what the desk says: schedules, roll calls, breaks, hours and closures', () => {
    let samples = 0;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('ann', 'bo', 'cy'), entry, { maxKeys: 3 }),
        closures,
        hours,
        quarter(96),
        fc.array(fc.integer({ min: 0, max: 3 * 24 * 60 }), { minLength: 1, maxLength: 4 }),
        (roster, planned, set, now, later) => {
          const desk = aDesk({ roster, closures: planned, settings: set ? { hours: set } : {} });
          const told = stored(desk, now);
          for (const minutes of later) {
            const at = now + minutes * MINUTE;
            const answer = told(at);
            const meant = oracle(desk, at);
            samples++;
            const state = answer.closed ? 'closed' : answer.state;
            expect(state).toBe(meant.state);
            if (meant.next !== null && meant.next < at + 7 * DAY) {
              expect(answer.nextOnlineAt).toBe(iso(meant.next));
              expect(answer.expected ?? false).toBe(meant.expected);
            }
            if (answer.until === null) continue;
            // Nothing changes before, and something does then.
            const until = Date.parse(answer.until);
            const words = (moment: number) => {
              const { state: shown, nextOnlineAt, expected, closed } = told(moment);
              return JSON.stringify(shown === 'online' ? shown : [shown, nextOnlineAt, expected, closed]);
            };
            expect(words(until - 1)).toBe(words(at));
            expect(words(until)).not.toBe(words(at));
          }
        },
      ),
      { numRuns: 400 * stormScale() },
    );
    expect(samples).toBeGreaterThanOrEqual(400 * stormScale());
  }, 600_000);

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
