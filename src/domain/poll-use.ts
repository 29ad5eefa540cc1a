import { HISTORY_EVENTS_LEAST, HISTORY_TIMES_PER_MINUTE, READ_UNITS_PER_MINUTE } from './limits';

/** What the polls of one page have cost within a minute: no chat uses up what everybody's pages share. */
export interface PollUse {
  /** When that minute began. */
  since: number;
  /** Units of 10 KB that were read. */
  units: number;
  /** Events that were answered. */
  events: number;
  /** Events that the chat had at the last poll. */
  n: number;
  /** When it was stored that the page is open. */
  hereAt: number;
  /** When a look at Jira was queued because of it, and when a late delivery. */
  lookedAt: number;
  askedAt: number;
}

const MINUTE_MS = 60_000;

const FIRST: PollUse = {
  since: -Infinity,
  units: 0,
  events: 0,
  n: 0,
  hereAt: -Infinity,
  lookedAt: -Infinity,
  askedAt: -Infinity,
};

/** As it counts at `now`. */
export const pollUseAt = (known: PollUse = FIRST, now: number): PollUse =>
  now - known.since < MINUTE_MS ? known : { ...known, since: now, units: 0, events: 0 };

/** Seconds for which nothing more is read for a page that asks for what comes after event `after`; null: it may. */
export function pollPauseS({ since, units, events, n }: PollUse, after: number, now: number): number | null {
  const isAgain = after < n && events >= Math.max(HISTORY_TIMES_PER_MINUTE * n, HISTORY_EVENTS_LEAST);
  if (units < READ_UNITS_PER_MINUTE && !isAgain) return null;
  return Math.max(1, Math.ceil((since + MINUTE_MS - now) / 1_000));
}

/** The page said that it is open: is that to be stored? */
export const isHereDue = ({ hereAt }: PollUse, now: number): boolean => now - hereAt >= MINUTE_MS;
