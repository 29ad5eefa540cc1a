/** What the team page and the first steps count and show, with unit and reason. */

const HOUR = 60 * 60_000;

/** Large pages of the log that are read for one day: 500 changes of a desk, an eighth of what Forge reads in a minute. */
export const TEAM_LOG_PAGES = 5;

/** Pages of chats that are counted: the 300 in which something was said last today. Of more it is said that there are more. */
export const TEAM_SAID_PAGES = 3;

/** Chats that wait, by name. The rest is a number, and a link to the inbox. */
export const TEAM_CHATS = 10;

/** First answers below which no median is shown: of four, it would be about two people. */
export const MEDIAN_LEAST = 5;

/** Before today: sessions that began so long ago are known from the log when they end today. Milliseconds, the longest online time. */
export const TEAM_LOOKS_BACK_MS = 24 * HOUR;

/** Projects with chat that the first steps of a site look at, and spaces that they offer: more is no first day. */
export const FIRST_STEPS_DESKS = 10;
export const FIRST_STEPS_CHOICES = 10;

/** Spaces on one wall: what one screen can show so that it is read from a distance. */
export const WALL_SPACES = 10;

/** Names of a group of people on a wall. The rest is a number. */
export const WALL_NAMES = 4;

/** How far ahead a wall is told, milliseconds, and so how old it can get: after two calls that failed it knows nothing. */
export const WALL_AHEAD_MS = 150_000;

/** Changes within that time that one answer tells of. Where there are more, the wall is told less far. */
export const WALL_MOMENTS = 20;
