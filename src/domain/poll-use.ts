import type { ConversationEvent } from './conversation';
import type { Pulse } from './pulse';
import {
  EVENT_BYTES,
  HISTORY_EVENTS_LEAST,
  HISTORY_TIMES_PER_MINUTE,
  READ_UNIT_BYTES,
  READ_UNITS_PER_MINUTE,
} from './limits';

/** What the polls of one page have cost within a minute: no chat uses up what everybody's pages share. */
export interface PollUse {
  /** When that minute began. */
  since: number;
  /** Units of 10 KB that were read. */
  units: number;
  /** Events that were answered. */
  events: number;
  /** What the chat was at `knownAt`. Absent: that was not asked yet. */
  pulse?: Pulse;
  knownAt: number;
  /** Where the last answer ended that was not the last there is. */
  goesOnAt?: number | undefined;
  /** Events after `after`, to `to`, that were read and did not fit into the answer. */
  ahead?: { after: number; to: number; events: ConversationEvent[] } | undefined;
  /** When it was stored that the page is open. */
  hereAt: number;
  /** When a look at Jira was queued because of it, and when a late delivery. */
  lookedAt: number;
  askedAt: number;
}

const MINUTE_MS = 60_000;

const NOTHING: Omit<PollUse, 'since'> = {
  units: 0,
  events: 0,
  knownAt: -Infinity,
  hereAt: -Infinity,
  lookedAt: -Infinity,
  askedAt: -Infinity,
};

/** What counts at `now`: the same object as long as the minute goes on, to be counted in by all. */
export const pollUseAt = (known: PollUse | undefined, now: number): PollUse =>
  known && now - known.since < MINUTE_MS
    ? known
    : { ...NOTHING, ...known, since: now, units: 0, events: 0, ahead: undefined };

/** Seconds for which nothing more is read for a page that asks for what comes after event `after`; null: it may. */
export function pollPauseS(use: PollUse, after: number, now: number): number | null {
  const { since, events, pulse } = use;
  const n = pulse?.n ?? 0;
  const isAgain = after < n && events >= Math.max(HISTORY_TIMES_PER_MINUTE * n, HISTORY_EVENTS_LEAST);
  if (mayRead(use) > 0 && !isAgain) return null;
  return Math.max(1, Math.ceil((since + MINUTE_MS - now) / 1_000));
}

/** Events that may be read, however large they are: a look at the pulse included, the bound holds. */
export const mayRead = ({ units }: Pick<PollUse, 'units'>): number =>
  Math.floor(((READ_UNITS_PER_MINUTE - 1 - units) * READ_UNIT_BYTES) / EVENT_BYTES);

/** Milliseconds for which a page that reads one page after the other need not ask how far it can go. */
const KNOWN_MS = 5_000;

/** What the chat was a moment ago, for a page that has not caught up with it; undefined: it is to be asked. */
export const knownPulse = (
  { pulse, knownAt, goesOnAt }: PollUse,
  after: number,
  now: number,
): Pulse | undefined =>
  pulse !== undefined && after === goesOnAt && now - knownAt < KNOWN_MS ? pulse : undefined;

/** The page said that it is open: is that to be stored? */
export const isHereDue = ({ hereAt }: PollUse, now: number): boolean => now - hereAt >= MINUTE_MS;
