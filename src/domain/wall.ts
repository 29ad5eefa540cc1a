import { publicAvailability, type Availability, type Summary } from './availability';
import { stretchesOf, type Stretch } from './clock/stretches';
import type { Desk, RosterEntry } from './desk';
import { onlineSession } from './presence';
import { summarize } from './summarize';
import { WALL_AHEAD_MS, WALL_MOMENTS } from './team-limits';

/** What customers find, in one word: `hidden` is no icon while nobody is online, `outside-hours` no icon whoever is. */
export type WallState = 'online' | 'offline' | 'hidden' | 'closed' | 'outside-hours';

/** What customers are told, as a wall shows it. Instants are epoch ms. */
export interface WallTold {
  state: WallState;
  closedUntil: number | null;
  /** When somebody is there again; `expected`: if they confirm it. */
  back: { at: number; expected: boolean } | null;
}

/** The next change that is known: somebody comes, or nobody is there for customers any more. */
export type WallNext =
  | { kind: 'online' | 'expected'; at: number; accountIds: string[] }
  | { kind: 'no-one'; at: number; after: WallTold };

/** A desk from a moment on, if nobody does anything. */
export interface WallMoment {
  at: number;
  told: WallTold;
  /** Whose time ends first comes first. */
  online: { accountId: string; until: number | null }[];
  /** Asked whether they are there, and not counted (rule H2). */
  expected: string[];
  next: WallNext | null;
}

interface Person {
  accountId: string;
  entry: RosterEntry;
  stretches: Stretch[];
}

/** What a wall shows of this desk from `now` on, change by change, and until when that is known (rules D12, S8). */
export function wallOf(desk: Desk, now: number): { moments: WallMoment[]; knownUntil: number } {
  const people = Object.entries(desk.roster).map(([accountId, entry]) => ({
    accountId,
    entry,
    stretches: stretchesOf(entry),
  }));
  const summary = summarize(desk, now);
  const { hideWhenOffline } = desk.settings;
  const changes = changesOf(people, summary, now);
  const known = changes.slice(0, WALL_MOMENTS);
  return {
    moments: [now, ...known].map((at) => momentAt(people, summary, hideWhenOffline, at)),
    knownUntil: changes[known.length] ?? now + WALL_AHEAD_MS,
  };
}

/** When something is different by itself, ascending. */
function changesOf(people: Person[], summary: Summary, now: number): number[] {
  const times = people.flatMap(({ stretches }) =>
    stretches.flatMap((each) => (each.kind === 'call' ? [each.from, each.until] : [each.from, each.to])),
  );
  for (let at: number | null = now; at !== null;) {
    const { until } = publicAvailability(summary, at);
    at = until === null ? null : Date.parse(until);
    if (at === null || at >= now + WALL_AHEAD_MS) break;
    times.push(at);
  }
  return [...new Set(times)].filter((at) => at > now && at < now + WALL_AHEAD_MS).sort((a, b) => a - b);
}

function momentAt(people: Person[], summary: Summary, hideWhenOffline: boolean, at: number): WallMoment {
  const online = people.flatMap(({ accountId, entry }) => {
    const session = onlineSession(entry, at);
    return session ? [{ accountId, until: session.until }] : [];
  });
  const toldAt = (moment: number): WallTold =>
    toldIn(publicAvailability(summary, moment), hideWhenOffline && !isAnyone(people, moment));
  return {
    at,
    told: toldAt(at),
    online: online.sort(
      (a, b) => (a.until ?? Infinity) - (b.until ?? Infinity) || a.accountId.localeCompare(b.accountId),
    ),
    expected: people.flatMap(({ accountId, stretches }) =>
      stretches.some((each) => isRollCall(each) && isRunning(each, at)) ? [accountId] : [],
    ),
    next: nextAfter(people, summary, at, toldAt),
  };
}

/** Whichever comes first; at the same moment, that nobody is there. */
function nextAfter(
  people: Person[],
  summary: Summary,
  at: number,
  toldAt: (moment: number) => WallTold,
): WallNext | null {
  const arrival = nextArrival(people, at);
  const { state, until } = publicAvailability(summary, at);
  const leaves = state === 'online' && until !== null ? Date.parse(until) : null;
  if (leaves !== null && leaves <= (arrival?.at ?? Infinity))
    return { kind: 'no-one', at: leaves, after: toldAt(leaves) };
  return arrival;
}

/** Who comes next. Whoever carries on by another reason does not come. */
function nextArrival(people: Person[], at: number): WallNext | null {
  const arrivals = people.flatMap(({ accountId, stretches }) => {
    const first = stretches.find(
      (each) =>
        each.from > at &&
        (each.kind === 'online' || isRollCall(each)) &&
        !stretches.some((before) => before.kind === 'online' && isRunning(before, each.from - 1)),
    );
    return first ? [{ accountId, at: first.from, kind: first.kind }] : [];
  });
  const soonest = Math.min(...arrivals.map((each) => each.at));
  const coming = arrivals.filter((each) => each.at === soonest);
  if (coming.length === 0) return null;
  // Of who comes at the same moment, those who certainly do.
  const certain = coming.filter(({ kind }) => kind === 'online');
  const told = certain.length > 0 ? certain : coming;
  return {
    kind: certain.length > 0 ? 'online' : 'expected',
    at: soonest,
    accountIds: told.map(({ accountId }) => accountId).sort(),
  };
}

function toldIn({ state, nextOnlineAt, expected, closed }: Availability, isHiding: boolean): WallTold {
  const back = nextOnlineAt === null ? null : { at: Date.parse(nextOnlineAt), expected: expected === true };
  if (closed) return { state: 'closed', closedUntil: Date.parse(closed.until), back };
  if (state === 'online' || state === 'offline') return { state, closedUntil: null, back };
  return { state: isHiding ? 'hidden' : 'outside-hours', closedUntil: null, back };
}

const isRunning = (stretch: Stretch, at: number): boolean =>
  stretch.from <= at && at < (stretch.kind === 'call' ? stretch.until : stretch.to);

const isRollCall = (stretch: Stretch): boolean => stretch.kind === 'call' && stretch.why === 'roll-call';

const isAnyone = (people: Person[], at: number): boolean =>
  people.some(({ stretches }) => stretches.some((each) => each.kind === 'online' && isRunning(each, at)));
