import { askedPause } from '../domain/asked-pause';
import { JIRA_PAUSE_MAX_MS } from '../domain/jira-limits';
import { JiraNotNow, type Clock } from '../ports';
import { perInstallation } from './per-installation';

/** Until when Jira wants to be asked nothing, epoch ms. */
const pauses = perInstallation(() => ({ until: 0 }));

/** Milliseconds for which Jira wants to be left alone; null: it does not. */
export function pauseLeft(clock: Clock): number | null {
  const left = pauses().until - clock.now();
  return left > 0 ? left : null;
}

/** Throws while Jira wants to be left alone: whoever asks earlier is made to wait longer. */
export function heedPause(clock: Clock): void {
  const retryAfterMs = pauseLeft(clock);
  if (retryAfterMs !== null) throw new JiraNotNow('Jira asked for a pause', { retryAfterMs });
}

/**
 * Remembers what an answer says about the next one. Jira says so in refusals, and in the last answer that a quota
 * leaves room for.
 */
export function notePause(
  clock: Clock,
  { status, headers }: { status: number; headers: { get(name: string): string | null } },
): void {
  const isRefused = status === 429 || status >= 500;
  if (!isRefused && headers.get('x-ratelimit-remaining') !== '0') return;
  const now = clock.now();
  const until = askedPause(
    { retryAfter: headers.get('retry-after'), reset: headers.get('x-ratelimit-reset') },
    now,
  );
  if (until !== null) pauses().until = Math.min(Math.max(until, pauses().until), now + JIRA_PAUSE_MAX_MS);
}
