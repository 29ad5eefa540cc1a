/** Limits that keep one program from closing a desk (rule T6), apart from the others because there are many. */

import { QUEUE_DELAY_MAX_S } from './limits';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/**
 * Chats that strangers start within a minute without more ado: over one web site, and apart from it by all programs and
 * by all visitors of the portal who are not logged in. What one person types, many times over.
 */
export const FREE_STARTS_PER_MINUTE = 20;

/** Likewise after their browser worked for it, by all together over one widget. */
export const WORKED_STARTS_PER_MINUTE = 60;

/**
 * Of a desk's daily number: what is free within an hour and a day, and what starts that were worked for may add. Hours
 * are fifths, so that one bad hour leaves most of the day, and never less than a small desk's morning.
 */
export const HOURLY_SHARE = 1 / 5;
export const FREE_DAILY_SHARE = 2 / 3;
export const STARTS_PER_HOUR_MIN = 10;

/** Chats of strangers started within a minute on all widgets of an installation: a third of Forge's reads at most. */
export const INSTALLATION_STARTS_PER_MINUTE = 120;

/** Chats held back within a minute and a day, over one widget: what an agent can still look through. */
export const HELD_PER_MINUTE = 100;
export const HELD_PER_DAY = 1_000;

/** Chats that somebody starts of whom the portal or the web site says who they are: within ten minutes, and a day. */
export const PERSON_STARTS_PER_WINDOW = 5;
export const PERSON_WINDOW_MS = 10 * MINUTE;
export const PERSON_STARTS_PER_DAY = 20;

/** Chats within a day under one address that nobody has confirmed; also how often it is left later. */
export const ADDRESS_STARTS_PER_DAY = 3;

/**
 * Zero bits of the work that a start is asked for: 2^17 hashes are a second of a slow phone; each further quarter of the
 * worked starts of a minute doubles them.
 */
export const WORK_BITS = 17;
export const WORK_BITS_MAX = 20;

/** Minutes around the present one for which work counts: a slow phone, and clocks that differ. */
export const WORK_VALID_MIN = 3;

/** Places that one start tries in a budget: more would cost more than the start itself. */
export const SLOT_TRIES = 8;

/** How long a process refuses by what it has read of a widget. Nothing is accepted by it. */
export const SEEN_MS = 5 * SECOND;

/** Reads within a minute that one process spends on starts that are about to be refused, or were taken already. */
export const REFUSAL_READS_PER_MINUTE = 300;

/** How often within a minute a process takes a start again that was taken: a page asks twice or three times. */
export const STARTS_AGAIN_PER_MINUTE = 5;

/** How often a process writes down how many starts it refused, and how long that is kept. */
export const REFUSALS_NOTED_MS = MINUTE;
export const REFUSALS_KEPT_MS = 2 * DAY;

/** Chats that one page of those held back has, and that one job releases or rejects; 500 events a minute are Forge's. */
export const HELD_PAGE = 100;
export const HELD_PER_JOB = 50;
/** Seconds until the next such job. */
export const HELD_PAUSE_S = 15;

/**
 * Milliseconds that what was decided about held chats is remembered: a request that is sent again is the same one. It
 * names the agent, and is gone before any closed account would have to be looked for in it.
 */
export const DECISION_KEPT_MS = DAY;

/** Seconds until the words of rejected chats are erased: their pages read first that they were not delivered. */
export const REJECTED_WORDS_S = QUEUE_DELAY_MAX_S;

/** Blocked visitors of one project: more is no list that anybody reads. */
export const BLOCKED_VISITORS = 500;
