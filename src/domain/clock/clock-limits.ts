/** Limits of schedules, hours and closures, with their reasons. */

/** Slots of one week: more than two a day and a few. */
export const SLOTS = 20;

/** Days off, and holidays, of one schedule: a record well below Forge's 240 KiB. */
export const DAYS_OFF = 200;

/** Years in which dates may lie. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

/** Characters of a day off's name, and of what customers read of a closure. */
export const DAY_OFF_NAME_LENGTH = 100;
export const CLOSURE_MESSAGE_LENGTH = 120;

/** Closures that are planned or running at one desk. */
export const CLOSURES = 20;

/** The furthest end of a closure, and the longest break. */
export const CLOSURE_AHEAD_MS = 366 * 24 * 60 * 60_000;
export const BREAK_MINUTES = 4 * 60;

/** How far ahead coverage is shown, and of how many people each of its spans tells who they are: an answer stays below a megabyte. */
export const COVERAGE_MS = 14 * 24 * 60 * 60_000;
export const COVERAGE_NAMED = 12;

/** Projects that one schedule may leave out. */
export const LEFT_OUT = 200;
