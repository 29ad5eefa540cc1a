import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  publicAvailability,
  degradedAvailability,
  disabledAvailability,
  type Summary,
} from '../../src/domain/availability';
import { HORIZON_MS, SUMMARY_BYTES } from '../../src/domain/limits';
import { agentsOnline } from '../../src/domain/presence';
import { summarize } from '../../src/domain/summarize';
import { decodeSummary, encodeSummary } from '../../src/domain/summary-record';
import { aSummary } from '../support/a-summary';
import { HOUR, MINUTE, NOON, aDesk, offline, online, putOut } from '../support/desk-builders';
import { stormScale } from '../support/storm-scale';

const at = (summary: Summary, now: number): string => publicAvailability(summary, now).state;

describe('S2, S8: what customers see follows from the roster by comparing timestamps', () => {
  it('S2: is offline while nobody said they are there', () => {
    expect(at(summarize(aDesk(), NOON), NOON)).toBe('offline');
  });

  it('S2: is online as soon as one agent is, and until the last of them ends', () => {
    const desk = aDesk({
      roster: { ann: online({ until: NOON + HOUR }), bo: online({ until: NOON + 2 * HOUR }) },
    });
    const summary = summarize(desk, NOON);
    expect(publicAvailability(summary, NOON)).toMatchObject({
      state: 'online',
      until: '2026-11-22T14:00:00Z',
    });
    expect(at(summary, NOON + 2 * HOUR - 1)).toBe('online');
    expect(at(summary, NOON + 2 * HOUR)).toBe('offline');
  });

  it('S6: somebody who was put offline does not count', () => {
    expect(at(summarize(aDesk({ roster: { ann: putOut(), bo: offline() } }), NOON), NOON)).toBe('offline');
  });

  it('C6: is hidden instead of offline when the project hides its icon while nobody is online', () => {
    const desk = aDesk({
      settings: { hideWhenOffline: true },
      roster: { ann: online({ until: NOON + HOUR }) },
    });
    const summary = summarize(desk, NOON);
    expect(at(summary, NOON)).toBe('online');
    expect(at(summary, NOON + HOUR)).toBe('hidden');
  });

  it('reads as offline once what is known has run out', () => {
    const summary = summarize(aDesk({ roster: { ann: online() } }), NOON);
    expect(at(summary, NOON + HORIZON_MS - 1)).toBe('online');
    expect(at(summary, NOON + HORIZON_MS)).toBe('offline');
  });

  it.each([
    ['when-online', true, false],
    ['always', true, true],
    ['never', false, false],
  ] as const)(
    'C2, C3: with the policy %s, anonymous is %s online and %s offline',
    (anonymous, whenOnline, whenOffline) => {
      const summary = summarize(
        aDesk({ settings: { anonymous }, roster: { ann: online({ until: NOON + HOUR }) } }),
        NOON,
      );
      expect(publicAvailability(summary, NOON).anonymous).toBe(whenOnline);
      expect(publicAvailability(summary, NOON + HOUR).anonymous).toBe(whenOffline);
    },
  );

  it('C5: names the next opening when one is known', () => {
    const second = NOON / 1_000;
    const summary = aSummary({
      edges: [
        { at: second + 3_600, shown: 'online' },
        { at: second + 7_200, shown: 'offline' },
      ],
      horizon: second + 86_400,
    });
    expect(publicAvailability(summary, NOON)).toMatchObject({
      state: 'offline',
      until: '2026-11-22T13:00:00Z',
      nextOnlineAt: '2026-11-22T13:00:00Z',
    });
    expect(publicAvailability(summary, NOON + HOUR)).toMatchObject({ state: 'online', nextOnlineAt: null });
  });

  it('asks to be polled again just behind a known end, within 30 to 600 seconds', () => {
    const soon = summarize(aDesk({ roster: { ann: online({ until: NOON + 40_000 }) } }), NOON);
    expect(publicAvailability(soon, NOON).next).toBe(41);
    expect(publicAvailability(soon, NOON + 39_000).next).toBe(30);
    expect(publicAvailability(soon, NOON + 50_000).next).toBe(60);
  });
});

describe('R2: the public summary says what the roster says', () => {
  const entry = fc.oneof(
    fc.constant(offline()),
    fc.constant(putOut()),
    fc
      .record({ until: fc.option(fc.integer({ min: -3_600, max: 7_200 })) })
      .map(({ until }) => online({ until: until === null ? null : NOON + until * 1_000 })),
  );

  it('at every later moment within the horizon', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-f]{1,2}$/), entry, { maxKeys: 8 }),
        fc.integer({ min: 0, max: HORIZON_MS - 1 }),
        (roster, later) => {
          const desk = aDesk({ roster });
          const stored = decodeSummary(JSON.parse(JSON.stringify(encodeSummary(summarize(desk, NOON)))));
          if (!stored) throw new Error('a summary must survive being stored');
          const expected = agentsOnline(desk, NOON + later).length > 0 ? 'online' : 'offline';
          expect(at(stored, NOON + later)).toBe(expected);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('R3: never online at or after the end', () => {
  /** Instants around which clocks misbehave: DST changes, a leap day, the epoch, the end of 32 bits. */
  const awkward = [
    '2026-03-29T01:00:00Z',
    '2026-10-25T01:00:00Z',
    '2028-02-29T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '2038-01-19T03:14:07Z',
  ];
  const start = fc.oneof(
    fc.constantFrom(...awkward.map((text) => Date.parse(text))),
    fc.integer({ min: 0, max: Date.parse('2200-01-01T00:00:00Z') }),
  );
  const second = (ms: number): number => Math.floor(ms / 1_000) * 1_000;

  it('for tens of thousands of ends and moments, clock jumps included (the full million by `npm run bench`)', () => {
    let samples = 0;
    fc.assert(
      fc.property(
        start,
        fc.array(fc.integer({ min: -7_200, max: 40 * 86_400 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: -86_400_000, max: 86_400_000 }), { minLength: 10, maxLength: 10 }),
        (now, ends, jumps) => {
          const untils = ends.map((end) => second(now) + end * 1_000);
          const roster = Object.fromEntries(
            untils.map((until, index) => [`a${index}`, online({ since: now, until })]),
          );
          const stored = decodeSummary(encodeSummary(summarize(aDesk({ roster }), now)));
          const last = Math.max(...untils);
          for (const jump of jumps) {
            samples++;
            const moment = last + Math.abs(jump);
            if (stored === null || at(stored, moment) === 'online')
              throw new Error(`online at ${moment}, ended ${last}`);
          }
        },
      ),
      { numRuns: 1_000 * stormScale() },
    );
    expect(samples).toBeGreaterThanOrEqual(10_000 * stormScale());
  });

  it('and an end beyond what a date can say is not taken from storage', () => {
    const good = encodeSummary(summarize(aDesk({ roster: { ann: online() } }), NOON));
    for (const second of [8.64e12 + 1, Number.MAX_SAFE_INTEGER, Infinity, Number.NaN, -1, 0.5]) {
      expect(decodeSummary({ ...good, b: second }), String(second)).toBeNull();
      expect(decodeSummary({ ...good, k: second }), String(second)).toBeNull();
      expect(decodeSummary({ ...FIRST_FORM, e: [second] }), String(second)).toBeNull();
    }
  });
});

/** A summary as the version before schedules stored it. */
const FIRST_FORM = { v: 1, o: 1, e: [1_000, 2_000], k: 3_000, a: 0, h: 0, c: 'abc' };

describe('stored summaries', () => {
  it('F2: take 256 bytes at most where nobody has a schedule', () => {
    const end = Date.parse('2199-12-31T23:59:59Z');
    const desk = aDesk({ roster: { ann: online({ until: end }) }, settings: { hideWhenOffline: true } });
    const summary = { ...summarize(desk, end - HOUR), config: 'abcdefgh' };
    expect(JSON.stringify(encodeSummary(summary)).length).toBeLessThanOrEqual(256);
  });

  it('F2: never take more than 512 bytes, and are known less far where that is too little', () => {
    const second = Date.parse('2199-12-31T00:00:00Z') / 1_000;
    const edges = Array.from({ length: 400 }, (_, index) => ({
      at: second + (index + 1) * 3_600,
      shown: index % 2 === 0 ? ('online' as const) : ('offline' as const),
    }));
    const record = encodeSummary(aSummary({ edges, horizon: second + 400 * 3_600, hideWhenOffline: true }));
    expect(JSON.stringify(record).length).toBeLessThanOrEqual(SUMMARY_BYTES);
    const read = decodeSummary(record);
    expect(read?.edges).toEqual(edges.slice(0, read?.edges.length));
    expect(read?.horizon).toBe(edges[read?.edges.length ?? 0]?.at);
  });

  it('say the same as before they were stored, in the form of the version before, too', () => {
    expect(decodeSummary(FIRST_FORM)).toEqual(
      aSummary({
        shown: 'online',
        edges: [
          { at: 1_000, shown: 'offline' },
          { at: 2_000, shown: 'online' },
        ],
        horizon: 3_000,
        promisedUntil: 3_000,
        config: 'abc',
      }),
    );
  });

  it('F3: are told apart where only the day is another, though times are decoded once', () => {
    const record = encodeSummary(summarize(aDesk({ roster: { ann: online({ until: NOON + HOUR }) } }), NOON));
    const nextDay = { ...record, b: record.b + 86_400 };
    const first = decodeSummary(record);
    expect(decodeSummary(nextDay)?.edges).toEqual(
      first?.edges.map((edge) => ({ ...edge, at: edge.at + 86_400 })),
    );
    expect(decodeSummary(record)).toEqual(first);
    expect(first?.edges).toHaveLength(1);
  });

  it('are refused when they are broken or of a newer version', () => {
    const good = encodeSummary(summarize(aDesk({ roster: { ann: online({ until: NOON + MINUTE }) } }), NOON));
    expect(decodeSummary(good)).not.toBeNull();
    const broken: unknown[] = [
      null,
      'online',
      [],
      { ...good, v: 3 },
      { ...good, b: null },
      { ...good, t: '' },
      { ...good, t: '§' },
      { ...good, t: 'E' },
      { ...good, t: 7 },
      { ...good, m: 'closed' },
      { ...good, m: [[1, 2]] },
      { ...good, m: [[1, 2, 'x'.repeat(1_000)]] },
      { ...good, k: null },
      { ...good, k: 1e300 },
      { ...good, a: 9 },
      { ...good, h: 'no' },
      { ...FIRST_FORM, o: true },
      { ...FIRST_FORM, e: [2, 1] },
      { ...FIRST_FORM, e: ['1'] },
      { ...FIRST_FORM, k: null },
    ];
    expect(broken.filter((record) => decodeSummary(record) !== null)).toEqual([]);
  });

  it('are refused or read without throwing, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), (record) => {
        const summary = decodeSummary(record);
        if (summary) publicAvailability(summary, NOON);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('answers without a summary', () => {
  it('C7: a disabled chat says nothing but that', () => {
    expect(disabledAvailability(NOON)).toEqual({
      state: 'disabled',
      anonymous: false,
      until: null,
      nextOnlineAt: null,
      now: '2026-11-22T12:00:00.000Z',
      next: 600,
    });
  });

  it('C8, R7: an unknown state is offline, marked, and asked for again after two minutes', () => {
    expect(degradedAvailability(NOON)).toMatchObject({
      state: 'offline',
      anonymous: false,
      degraded: true,
      next: 120,
    });
  });
});
