import type { Summary } from './availability';
import { outlook } from './clock/outlook';
import { type Edge, type Promised } from './clock/shown';
import type { Desk } from './desk';
import { HORIZON_MS } from './limits';

const seconds = (ms: number): number => Math.floor(ms / 1_000);

/** The summary of a desk as of `now` (epoch ms). Chat must be enabled: a disabled desk has no summary. */
export function summarize(desk: Desk, now: number): Summary {
  const ahead = outlook(desk, now, now + HORIZON_MS);
  const horizon = seconds(now + HORIZON_MS);
  return {
    shown: ahead.shown,
    edges: ahead.edges.map(({ at, shown }): Edge => ({ at: seconds(at), shown })),
    promised: ahead.promised.map(({ at, until }): Promised => ({ at: seconds(at), until: seconds(until) })),
    promisedUntil: horizon,
    closed: ahead.closed
      .filter(({ from }) => from < now + HORIZON_MS)
      .map(({ from, opensAt, message }) => ({ from: seconds(from), opensAt: seconds(opensAt), message })),
    horizon,
    anonymous: desk.settings.loggedInOnly ? 'never' : desk.settings.anonymous,
    hideWhenOffline: desk.settings.hideWhenOffline,
  };
}
