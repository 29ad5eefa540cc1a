import { publicAvailability, type Availability } from '../availability';
import type { Desk, RosterEntry } from '../desk';
import { summarize } from '../summarize';
import { closedPieces } from './closure';
import { HORIZON_MS } from '../limits';
import type { Span } from '../span';
import { SAVING_MS } from './compiled-schedule';
import type { Hours } from './schedule';
import { isWithin, slotSpans } from './slot-spans';
import { stretchesOf, type Stretch } from './stretches';
import type { WhyKind } from './why-kinds';

/** One link of the chain: `kind` and what it is about; instants are epoch ms. `id` is the product's rule. */
export interface WhyRule {
  id: string;
  kind: WhyKind;
  facts: Record<string, string | number>;
  /** It made the verdict; what comes after it was not asked. */
  decides: boolean;
}

interface WhyAgent {
  accountId: string;
  state: 'online' | 'expected' | 'offline';
  rules: WhyRule[];
}

export interface Why {
  state: Availability['state'];
  /** Somebody is expected, at that moment or at `nextOnlineAt`. */
  expected: boolean;
  /** Whether somebody is there at `nextOnlineAt` depends on what they say then, as customers are told it. */
  nextExpected: boolean;
  until: string | null;
  nextOnlineAt: string | null;
  rules: WhyRule[];
  agents: WhyAgent[];
}

const rule = (id: string, kind: WhyKind, facts: WhyRule['facts'] = {}, decides = false): WhyRule => ({
  id,
  kind,
  facts,
  decides,
});

const DAY = 24 * 60 * 60_000;

/** Hours that last as long have no end that anybody is told of. */
const KNOWN_MS = HORIZON_MS + DAY;

/**
 * What customers see at `at`, now or later (epoch ms), and why: the rules in the order in which they are asked, and each agent's
 * (rule H7). A visitor's zone is needed where hours are of the customer's own time.
 */
export function whyAt(desk: Desk, at: number, now: number, visitorZone: string | null): Why {
  const { settings } = desk;
  if (!settings.chatEnabled)
    return { ...NOTHING, state: 'disabled', rules: [rule('C7', 'disabled', {}, true)], agents: [] };
  const hours = whyHours(settings.hours, at, visitorZone);
  const told = seenWithin(hours.own, at, publicAvailability(summarize(desk, now), at));
  const agents = Object.entries(desk.roster)
    .map(([accountId, entry]) => whyAgent(accountId, entry, at, now))
    .filter(({ rules }) => rules.length > 0);
  const online = agents.filter(({ state }) => state === 'online').length;
  const expected = agents.filter(({ state }) => state === 'expected').length;

  const rules: WhyRule[] = [];
  const verdict = (state: Why['state'], last: WhyRule): Why => ({
    state,
    ...told,
    expected:
      told.nextExpected || (expected > 0 && state !== 'online' && last.id !== 'H3' && last.id !== 'H4'),
    rules: [...rules, { ...last, decides: true }],
    agents,
  });

  if (hours.isOutside) return verdict('hidden', hours.rule);
  rules.push(hours.rule);
  const closed = closedPieces(desk.closures ?? []).find(({ from, to }) => from <= at && at < to);
  if (closed)
    return verdict('offline', rule('H4', 'closed', { until: closed.opensAt, message: closed.message ?? '' }));
  rules.push(rule('H4', 'not-closed'));
  if (online > 0) return verdict('online', rule('S2', 'someone', { count: online }));
  const people = expected > 0 ? rule('H2', 'expected', { count: expected }) : rule('S2', 'nobody');
  if (!settings.hideWhenOffline) return verdict('offline', people);
  rules.push(people);
  return verdict('hidden', rule('C6', 'hides'));
}

type Told = Pick<Why, 'nextExpected' | 'until' | 'nextOnlineAt'>;

const UNTOLD: Told = { nextExpected: false, until: null, nextOnlineAt: null };

const NOTHING = { expected: false, ...UNTOLD };

/** What a visitor is told in whose own time the hours are (ascending spans; null: in nobody's): as their page has it (rule H3). */
function seenWithin(own: Span[] | null, at: number, told: Availability): Told {
  const { until, nextOnlineAt, expected } = told;
  const next = { nextExpected: expected === true, nextOnlineAt };
  if (!own) return { ...next, until };
  const end = own.find((span) => span.from <= at && at < span.to)?.to;
  if (end === undefined) return UNTOLD;
  const isSeen = nextOnlineAt !== null && isWithin(own, Date.parse(nextOnlineAt));
  return {
    ...(isSeen ? next : UNTOLD),
    until: Date.parse(until ?? '') <= end || end === Infinity ? until : new Date(end).toISOString(),
  };
}

/** `own`: when they hold, if they are in the visitor's own time. */
function whyHours(
  hours: Hours,
  at: number,
  visitorZone: string | null,
): { rule: WhyRule; isOutside: boolean; own: Span[] | null } {
  const { mode, zone, slots, holidays } = hours;
  if (mode === 'always') return { rule: rule('H3', 'always'), isOutside: false, own: null };
  if (mode === 'customer' && visitorZone === null)
    return { rule: rule('H3', 'customer-unknown'), isOutside: false, own: null };
  const where = mode === 'customer' ? (visitorZone ?? zone) : zone;
  const spans = slotSpans({ zone: where, slots, daysOff: holidays }, at - DAY, at + KNOWN_MS).map(
    ({ from, to }) => ({ from, to: to < at + KNOWN_MS ? to : Infinity }),
  );
  const holding = spans.find(({ from, to }) => from <= at && at < to);
  const until = holding ? holding.to : spans.find(({ from }) => from > at)?.from;
  const kind: WhyKind = `${mode}-${holding ? 'open' : 'outside'}`;
  return {
    rule: rule('H3', kind, { zone: where, ...(until !== undefined && until < Infinity && { until }) }),
    isOutside: !holding,
    own: mode === 'customer' ? spans : null,
  };
}

function whyAgent(accountId: string, entry: RosterEntry, at: number, now: number): WhyAgent {
  const stretches = stretchesOf(entry);
  const holding = stretches.find((each) => each.from <= at && at < lastsTo(each, now));
  if (holding?.kind === 'online') {
    const facts = { since: holding.since, ...(Number.isFinite(holding.to) && { until: holding.to }) };
    const id = holding.why === 'by-hand' ? 'S3' : 'H1';
    return { accountId, state: 'online', rules: [rule(id, `online-${holding.why}`, facts, true)] };
  }
  if (holding?.why === 'roll-call') {
    const { from: asked, until, to: slotEnd } = holding;
    const facts = { asked, until, ...(Number.isFinite(slotEnd) && { slotEnd }) };
    return { accountId, state: 'expected', rules: [rule('H2', 'asked', facts, true)] };
  }
  return { accountId, state: 'offline', rules: whyOffline(entry, stretches, at, now) };
}

/** A question that is still to be answered makes somebody expected for the whole of their slot. */
const lastsTo = (stretch: Stretch, now: number): number =>
  stretch.kind === 'online' || (stretch.why === 'roll-call' && stretch.until > now)
    ? stretch.to
    : stretch.until;

function whyOffline(entry: RosterEntry, stretches: Stretch[], at: number, now: number): WhyRule[] {
  const { status, schedule } = entry;
  const next = stretches.find(({ from }) => from > at);
  const rules: WhyRule[] = [];
  const begun = stretches.some(({ from, why }) => why !== 'by-hand' && from <= at);
  if (!begun || status.kind === 'break') {
    if (status.kind === 'break')
      rules.push(rule('H8', 'break', { since: status.since, until: status.until }));
    if (status.kind === 'put-offline')
      rules.push(
        rule('S6', 'put-offline', { since: status.since, by: status.by, reason: status.reason ?? '' }),
      );
    if (status.kind === 'offline' && !status.ended && hasSaidSo(entry, status.since))
      rules.push(rule('S4', 'offline-by-hand', { since: status.since }));
    if (status.kind === 'online' && status.until !== null && status.until <= at)
      rules.push(rule('S3', 'time-ended', { until: status.until }));
  }
  const missed = stretches.find(
    (each) =>
      each.kind === 'call' &&
      each.why === 'roll-call' &&
      each.until <= now &&
      each.until <= at &&
      at < each.to,
  );
  if (missed?.kind === 'call') rules.push(rule('H2', 'missed', { asked: missed.from, until: missed.until }));
  const slot = schedule?.spans.find(({ from, to }) => from <= at && at < to);
  if (entry.notToday && slot && entry.notToday.from <= slot.from && slot.from < entry.notToday.to)
    rules.push(rule('H2', 'not-today', {}));
  else if (schedule && slot && slot.from < schedule.savedAt)
    rules.push(rule('H1', schedule.isLate ? 'counts-later' : 'saved-later', { at: schedule.savedAt }));
  else if (schedule && !slot) rules.push(rule('H1', 'no-slot', {}));
  else if (!schedule) rules.push(rule('H1', 'no-schedule', {}));
  if (next) rules.push(rule('S9', next.kind === 'call' ? 'next-asked' : 'next-online', { at: next.from }));
  return rules.map((each, index) => ({ ...each, decides: index === 0 }));
}

/** Who saved a schedule without ever having been here is offline, too, and said nothing. */
const hasSaidSo = ({ operations, schedule }: RosterEntry, since: number): boolean =>
  since > 0 &&
  (operations.some(({ at }) => at === since) || !schedule || schedule.savedAt + SAVING_MS < since);
