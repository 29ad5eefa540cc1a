import { compileSchedule } from '../../../src/domain/clock/compiled-schedule';
import { confirmPresence } from '../../../src/domain/clock/roll-call';
import type { Hours, Schedule } from '../../../src/domain/clock/schedule';
import { keepSchedule } from '../../../src/domain/clock/schedule-transitions';
import { slotSpans } from '../../../src/domain/clock/slot-spans';
import type { Desk } from '../../../src/domain/desk';
import type { Span } from '../../../src/domain/span';
import { tidyDesk } from '../../../src/domain/desk-upkeep';
import type { Transition } from '../../../src/domain/transition';
import { publicAvailability } from '../../../src/domain/availability';
import { summarize } from '../../../src/domain/summarize';
import { decodeSummary, encodeSummary } from '../../../src/domain/summary-record';
import { aClosure } from '../../support/clock-builders';
import { aDesk } from '../../support/desk-builders';
import { datesFrom, YEAR_DAYS, type CalendarYear } from './any-calendar';
import { calendarOracle } from './calendar-oracle';
import { oracleSpans } from './zones-oracle';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Well within what a summary reaches, so that nothing has to run in between. */
const LONGEST_STEP = 12 * DAY;

export interface Compared {
  spans: number;
  edges: number;
  looks: number;
  answers: number;
  /** The first few, in words. */
  differences: string[];
}

export interface Zones {
  zone: string;
  /** Of the desk's hours. */
  hoursZone: string;
  /** A control: what the product is told instead of `zone`. */
  toldZone?: string;
}

/**
 * A year of somebody's schedule at a desk with hours and closures: the sweep comes now and then, and roll calls are answered
 * or not. What is stored each time is compared with what the oracle says of all the time until the next.
 */
export function compareYear(year: CalendarYear, zones: Zones, from: number, days = YEAR_DAYS): Compared {
  const to = from + days * DAY;
  const { slots, rollCall } = year;
  const weekly = { zone: zones.zone, slots, daysOff: datesFrom(from, year.daysOff) };
  const schedule: Schedule = { ...weekly, zone: zones.toldZone ?? zones.zone, rollCall, leftOut: [] };
  const holidays = datesFrom(from, year.hours?.holidays ?? []);
  const hours: Hours = { mode: 'project', zone: zones.hoursZone, slots: year.hours?.slots ?? [], holidays };
  const closures = year.closures.map((each, index) => {
    const begin = from + each.from * MINUTE;
    return aClosure(begin, begin + each.length * MINUTE, null, `c-${String(index)}`);
  });
  const times = { from, to, closures };
  const oracle = calendarOracle({
    ...times,
    schedule: { ...weekly, isAutomatic: rollCall === 'automatic' },
    hours: year.hours && { zone: hours.zone, slots: hours.slots, daysOff: holidays },
  });
  const compared: Compared = { spans: 0, edges: 0, looks: 0, answers: 0, differences: [] };
  const same = (what: string, at: number, said: unknown, meant: unknown): void => {
    const [is, should] = [JSON.stringify(said), JSON.stringify(meant)];
    if (is !== should)
      compared.differences.push(
        `${what}, ${zones.zone}, ${new Date(at).toISOString()}: ${is}, not ${should}`,
      );
  };

  const spans = slotSpans(schedule, from, to);
  compared.spans = spans.length;
  const within = (all: Span[]): Span[] =>
    all.map((each) => ({ from: Math.max(from, each.from), to: Math.min(to, each.to) }));
  same('spans', from, within(spans), within(oracleSpans(weekly, from, to)));

  let desk = aDesk({ closures, settings: { hours: year.hours ? hours : { ...hours, mode: 'always' } } });
  const keep = (next: Transition): void => {
    if (next.kind !== 'refused') ({ desk } = next);
  };
  keep(keepSchedule(desk, 'ann', compileSchedule(schedule, { rev: 1, savedAt: from, now: from }), from));
  const known = new Map([['ann', { rev: 1, savedAt: from, schedule }]]);
  let now = from;
  for (let step = 0; now < to; step++) {
    keep(tidyDesk(desk, now, { schedules: known }));
    const { days: after, minutes, answer } = year.answers[step % year.answers.length] ?? NO_ANSWER;
    if (step > 0) {
      const reply = confirmPresence(
        desk,
        { accountId: 'ann', operationId: `o-${String(step)}`, now },
        answer,
      );
      keep(reply);
      same(`"${answer}" taken`, now, reply.kind === 'changed', oracle.say(answer, now));
      compared.answers += Number(reply.kind === 'changed');
    }
    const slot = spans.find((each) => each.from > now + after * DAY);
    const wished = (slot?.from ?? Infinity) + minutes * MINUTE;
    const next = Math.min(to, Math.max(now + MINUTE, Math.min(wished, now + LONGEST_STEP)));
    compareStored(desk, now, next, year.looks, oracle, compared, same);
    now = next;
  }
  return compared;
}

const NO_ANSWER: CalendarYear['answers'][number] = { days: 1, minutes: 0, answer: 'here' };

function compareStored(
  desk: Desk,
  now: number,
  next: number,
  looks: readonly number[],
  oracle: ReturnType<typeof calendarOracle>,
  compared: Compared,
  same: (what: string, at: number, said: unknown, meant: unknown) => void,
): void {
  const stored = decodeSummary(JSON.parse(JSON.stringify(encodeSummary(summarize(desk, now)))));
  if (!stored) throw new Error('a summary must survive being stored');
  const reach = Math.min(next, stored.horizon * 1_000);
  const edges = stored.edges
    .map(({ at, shown }) => ({ at: at * 1_000, shown }))
    .filter(({ at }) => at < reach);
  compared.edges += edges.length;
  same('shown', now, { shown: stored.shown, edges }, oracle.shownBetween(now, reach));
  for (const look of looks) {
    const at = now + Math.floor((look * (reach - now)) / 1_000) * 1_000;
    if (at >= reach) continue;
    const told = publicAvailability(stored, at);
    const shown = oracle.shownAt(at);
    same('state', at, told.closed ? 'closed' : told.state, shown);
    if (told.closed) same('closed until', at, Date.parse(told.closed.until), oracle.closedUntil(at));
    const promised = oracle.promisedAt(at);
    const isKnown = promised.at < Math.min(stored.horizon, stored.promisedUntil) * 1_000;
    const meant = shown === 'online' || !isKnown ? null : promised;
    const said = told.nextOnlineAt && { at: Date.parse(told.nextOnlineAt), expected: told.expected ?? false };
    same('promise', at, said, meant);
    compared.looks++;
  }
}
