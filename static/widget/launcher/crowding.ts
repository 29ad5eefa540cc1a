/** Share of an installation's invocations that may be used, evenly over the minute, before pages ask less often. */
const EVENLY = 0.75;

/** Softens what the first calls of a minute seem to say. */
const AT_ONCE = 0.1;

/** A second's share, which `X-Ratelimit-Reset` rounds away. */
const ROUNDED = 0.01;

/** Seconds in which all would be used up at that pace. */
const ALL_USED_S = 60 / EVENLY;

/** Odd, so that what is no share of a minute gives no factor above 1. */
const STEEPNESS = 25;

/** Minutes that most wait at most, of the twenty until an answer is too old to be shown. */
const USUAL_MAX = 12;

/** Where even that would leave nothing for those who chat, they wait longer, up to an hour, and say neither. */
const BEYOND = 4;

/** With more seconds of the minute left than that, it is too early to say. */
const EARLY_S = 50;

/**
 * By what factor to ask less often than usual: more than 1 where an installation uses its invocations up faster than evenly.
 * Every answer of a web trigger says how many are left (figure F7). 1 where it does not say, at most 1 where it counts in
 * another unit than seconds; 0 while it is too early. Steep, because fifty thousand pages are to leave room for
 * those who chat; of each answer alone, so that somebody who comes need not find it out in many.
 */
export function crowding(headers: Pick<Headers, 'get'>): number {
  const said = (name: string): number => headers.get(`x-ratelimit-${name}`) as unknown as number;
  const reset = said('reset');
  const factor =
    ((1 + AT_ONCE - said('remaining') / said('limit')) / (EVENLY + AT_ONCE + ROUNDED - reset / ALL_USED_S)) **
    STEEPNESS;
  return reset > EARLY_S ? 0 : Math.min(factor, USUAL_MAX + factor / BEYOND) || 1;
}
