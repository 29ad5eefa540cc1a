/** What an answer says about when to ask again: header values as they came, null where there are none. */
export interface PauseHeaders {
  retryAfter: string | null;
  reset: string | null;
}

/** Numbers of seconds from here on are moments, and of milliseconds from there on: 2001 in either. */
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

/**
 * Until when to ask nothing, epoch ms; null: nothing was said. `Retry-After` is seconds or an HTTP date,
 * `X-RateLimit-Reset` a moment: ISO 8601, or seconds or milliseconds since 1970. The later of both counts; what cannot
 * be read says nothing.
 */
export function askedPause({ retryAfter, reset }: PauseHeaders, now: number): number | null {
  const said = [momentOf(retryAfter, now), momentOf(reset, now)].filter((at) => at !== null);
  return said.length === 0 ? null : Math.max(...said);
}

function momentOf(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d{1,15}(\.\d{1,9})?$/.test(text)) {
    const number = Number(text);
    if (number < EPOCH_SECONDS) return now + number * 1_000;
    return number < EPOCH_MILLISECONDS ? number * 1_000 : number;
  }
  // `Date.parse` makes something of nearly any text with a digit in it.
  if (!/^(\d{4}-\d\d-\d\dT|[A-Za-z]{3,9}, )/.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : moment;
}
