import fc from 'fast-check';
import { publicAvailability } from '../../src/domain/availability';
import { summarize } from '../../src/domain/summarize';
import { agentsOnline } from '../../src/domain/presence';
import { decodeSummary, encodeSummary } from '../../src/domain/summary-record';
import { aDesk, online } from '../support/desk-builders';
import type { BenchLine } from './bench-line';

const SAMPLES = 1_000_000;
const MOMENTS = 20;
const DAY_MS = 86_400_000;
const SECONDS_IN_40_DAYS = 40 * 86_400;

/** Where clocks misbehave: changes of daylight saving, a leap day, the epoch, the end of 32 bits. */
const AWKWARD = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2028-02-29T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2038-01-19T03:14:07Z',
].map((text) => Date.parse(text));

const start = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.integer({ min: 0, max: Date.parse('2200-01-01T00:00:00Z') }),
);
/** Seconds from the start: in the past, soon, in weeks; or nothing that is a time. */
const end = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -7_200, max: SECONDS_IN_40_DAYS }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, -1e300, -Number.MAX_SAFE_INTEGER) },
);
/** How far a reader's moment is behind the last end: most of them close, some a jump of the clock away. */
const behind = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 2_000 }),
  fc.integer({ min: 0, max: DAY_MS }),
);

/** R3: at the millisecond an online time ends nobody is told "online", whoever asks and whatever clocks do. */
export function onlineEnds(): BenchLine[] {
  let samples = 0;
  let wrong = 0;
  const property = fc.property(
    start,
    fc.array(end, { minLength: 1, maxLength: 4 }),
    fc.array(behind, { minLength: MOMENTS, maxLength: MOMENTS }),
    (now, ends, moments) => {
      const untils = ends.map((seconds) => Math.floor(now / 1_000) * 1_000 + seconds * 1_000);
      const last = Math.max(...untils.filter(Number.isFinite), 0);
      const roster = untils.map((until, index) => [`agent-${index}`, online({ since: now, until })] as const);
      const desk = aDesk({ roster: Object.fromEntries(roster) });
      const summary = decodeSummary(JSON.parse(JSON.stringify(encodeSummary(summarize(desk, now)))));
      for (const moment of moments.map((later) => last + later)) {
        samples += 1;
        const isShown = summary !== null && publicAvailability(summary, moment).state === 'online';
        if (isShown || agentsOnline(desk, moment).length > 0) wrong += 1;
      }
    },
  );
  fc.assert(property, { numRuns: SAMPLES / MOMENTS });
  return [
    {
      id: 'R3',
      what: 'shown online at or after the end, to customers or agents',
      measured: `${wrong} of ${samples.toLocaleString('en-US')} samples`,
      bound: '0',
      ok: wrong === 0 && samples >= SAMPLES,
    },
  ];
}
