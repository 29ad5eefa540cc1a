import fc from 'fast-check';
import { publicAvailability, type Availability } from '../../../src/domain/availability';
import { compileSchedule } from '../../../src/domain/clock/compiled-schedule';
import { openSpans } from '../../../src/domain/clock/outlook';
import { ROLL_CALLS } from '../../../src/domain/clock/schedule';
import { isWithin } from '../../../src/domain/clock/slot-spans';
import type { Desk, RosterEntry, Status } from '../../../src/domain/desk';
import { agentsOnline } from '../../../src/domain/presence';
import { summarize } from '../../../src/domain/summarize';
import { decodeSummary, encodeSummary } from '../../../src/domain/summary-record';
import { aClosure, aSchedule, someHours } from '../../support/clock-builders';
import { aDesk } from '../../support/desk-builders';
import { anySlots } from './any-calendar';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** Where clocks misbehave: changes of daylight saving, leap days, a day left out, the epoch, the end of 32 bits. */
const AWKWARD = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-04-04T15:00:00Z',
  '2018-11-04T03:00:00Z',
  '2011-12-30T10:00:00Z',
  '2028-02-28T23:00:00Z',
  '2000-02-29T12:00:00Z',
  '1970-01-02T00:00:00Z',
  '2038-01-19T03:14:07Z',
].map((text) => Date.parse(text));
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
];

const start = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...AWKWARD), fc.integer({ min: -24, max: 24 })) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.integer({ min: DAY, max: Date.parse('2200-01-01') }), fc.constant(0)),
    },
  )
  .map(([at, hours]) => Math.floor((at + hours * HOUR) / SECOND) * SECOND);

/** Seconds from the start: in the past, soon, in weeks; or nothing that is a time. */
const end = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -7_200, max: 40 * 86_400 }) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 * 3_600 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, -1e300, -Number.MAX_SAFE_INTEGER, 1e300) },
);
const since = fc.integer({ min: -30 * 3_600, max: 0 });

const agent = fc.record({
  slots: fc.option(anySlots, { nil: null }),
  zone: fc.constantFrom(...ZONES),
  rollCall: fc.constantFrom(...ROLL_CALLS),
  kind: fc.constantFrom('online', 'online', 'online', 'offline', 'break', 'put-offline'),
  since,
  end,
  saidOf: fc.constantFrom('open', 'in a slot', 'anew', null),
  answer: fc.constantFrom('here', 'later', 'not today', 'out', null),
});

interface AnyEnds {
  now: number;
  desk: Desk;
}

/** Desks with everything that ends: online times, slots, answers to roll calls, breaks, hours, closures. */
const anyEnds: fc.Arbitrary<AnyEnds> = fc
  .record({
    start,
    agents: fc.array(agent, { minLength: 1, maxLength: 3 }),
    closures: fc.array(
      fc.tuple(fc.integer({ min: -3_600, max: 3 * 86_400 }), fc.integer({ min: 1, max: 86_400 })),
      {
        maxLength: 2,
      },
    ),
    hours: fc.option(fc.record({ slots: anySlots, zone: fc.constantFrom(...ZONES) }), { nil: null }),
  })
  .map(({ start: now, agents, closures, hours }) => ({
    now,
    desk: aDesk({
      roster: Object.fromEntries(agents.map((each, index) => [`agent-${index}`, entryOf(each, now)])),
      closures: closures.map(([from, length], index) => {
        const begin = now + from * SECOND;
        return aClosure(begin, begin + length * SECOND, null, `c-${index}`);
      }),
      ...(hours && { settings: { hours: someHours(hours) } }),
    }),
  }));

type Agent = typeof agent extends fc.Arbitrary<infer Value> ? Value : never;

function entryOf({ slots, zone, rollCall, ...said }: Agent, now: number): RosterEntry {
  const entry: RosterEntry = { status: statusOf(said, now), operations: [] };
  if (!slots) return entry;
  const schedule = compileSchedule(aSchedule({ slots, zone, rollCall }), {
    rev: 1,
    savedAt: now - 9 * DAY,
    now,
  });
  const slot = schedule.spans.find(({ to }) => to > now)?.from ?? now;
  switch (said.answer) {
    case 'here':
      return { ...entry, schedule, rollCall: { slot, hereAt: slot + 60 * SECOND } };
    case 'later':
      return { ...entry, schedule, rollCall: { slot, calledAt: slot + 900 * SECOND } };
    case 'not today':
      return { ...entry, schedule, notToday: { from: slot - HOUR, to: slot + 12 * HOUR } };
    case 'out':
      return { ...entry, schedule, outSince: now - HOUR };
    case null:
      return { ...entry, schedule };
  }
}

function statusOf(said: Pick<Agent, 'kind' | 'since' | 'end' | 'saidOf'>, now: number): Status {
  const began = now + said.since * SECOND;
  const until = now + said.end * SECOND;
  const online = { session: `session-${began}`, since: began, until };
  switch (said.kind) {
    case 'online':
      return {
        kind: 'online',
        ...online,
        ...(said.saidOf === 'in a slot' && { inSlot: true as const }),
        ...((said.saidOf === 'open' || said.saidOf === 'anew') && { isOpen: true as const }),
        ...(said.saidOf === 'anew' && { openAt: now }),
      };
    case 'break':
      return {
        kind: 'break',
        since: began,
        until,
        before: { kind: 'online', ...online, until: until + HOUR },
      };
    case 'put-offline':
      return { kind: 'put-offline', since: began, by: 'pia', reason: null, interrupted: online };
    case 'offline':
      return { kind: 'offline', since: began };
  }
}

/** Every moment at which something of a desk ends that keeps somebody online. */
function endsOf({ desk, now }: AnyEnds): number[] {
  const open = openSpans(desk.settings.hours, now, now + 3 * DAY);
  return [
    now,
    ...Object.values(desk.roster).flatMap(({ status, schedule }) => [
      ...('until' in status && status.until !== null ? [status.until] : []),
      ...(schedule?.spans ?? []).slice(0, 12).map(({ to }) => to),
    ]),
    ...(desk.closures ?? []).map(({ from }) => from),
    ...open.map(({ to }) => to),
  ].filter((at) => at >= now && at < now + 40 * DAY);
}

/** Reads a desk, and what was stored of it at `now`, as customers and agents do at any later moment. */
function lookingAt({ desk, now }: AnyEnds) {
  const summary = decodeSummary(JSON.parse(JSON.stringify(encodeSummary(summarize(desk, now)))));
  const told = (at: number): Availability | null => summary && publicAvailability(summary, at);
  const open = openSpans(desk.settings.hours, now, now + 41 * DAY);
  /** By whom there is, at most: whose time by hand has not ended, and who has a slot. */
  const maybeOnline = (at: number): string[] =>
    Object.entries(desk.roster).flatMap(([name, { status, schedule }]) => {
      const isByHand = status.kind === 'online' && (status.until === null || at < status.until);
      return isByHand || isWithin(schedule?.spans ?? [], at) ? [name] : [];
    });
  return {
    /** Is somebody shown online at `at` who cannot be, or whose end, as it was told, has passed? `readAt`: a control's clock. */
    isWrong(at: number, readAt = at): boolean {
      const able = maybeOnline(at);
      const answer = told(readAt);
      if (answer?.state === 'online') {
        if (able.length === 0 || !isWithin(open, at) || isWithin(desk.closures ?? [], at)) return true;
        if (answer.until !== null && told(Date.parse(answer.until))?.state === 'online') return true;
      }
      return agentsOnline(desk, readAt).some(
        ({ accountId, until }) =>
          !able.includes(accountId) ||
          (until !== null && agentsOnline(desk, until).some((each) => each.accountId === accountId)),
      );
    },
  };
}

/** How far behind an end somebody looks: most of them close, some a jump of the clock away. */
const anyBehind = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 2_000 }),
  fc.integer({ min: 0, max: 3 * DAY }),
);

/** At so many moments each desk is looked at. */
export const MOMENTS = 20;
const behind = fc.array(anyBehind, { minLength: MOMENTS, maxLength: MOMENTS });

/** How often somebody is shown online who cannot be; the reader's clock may be so much behind, ms. */
export function countWrong(runs: number, clockBehind: number): { samples: number; wrong: number } {
  let samples = 0;
  let wrong = 0;
  const property = fc.property(anyEnds, behind, (state, after) => {
    const ends = endsOf(state);
    const { isWrong } = lookingAt(state);
    for (const [index, later] of after.entries()) {
      const at = (ends[index % ends.length] ?? state.now) + later;
      samples++;
      if (isWrong(at, at - clockBehind)) wrong++;
    }
  });
  fc.assert(property, { numRuns: runs });
  return { samples, wrong };
}
