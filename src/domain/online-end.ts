import { FURTHEST_UNTIL_MS } from './limits';
import { refuse, succeed, type Result } from './errors';
import type { GlobalSettings } from './settings';
import { wholeSecond } from './whole-second';

/**
 * The end of an online time as asked for (epoch ms, or null: until I go offline), checked against now and
 * the site's longest online time. The result is epoch ms in whole seconds, so that every record of it agrees.
 */
export function onlineUntil(
  asked: number | null,
  { longestMinutes }: Pick<GlobalSettings, 'longestMinutes'>,
  now: number,
): Result<number | null> {
  const longest = longestMinutes === null ? null : now + longestMinutes * 60_000;
  if (asked === null) return succeed(longest === null ? null : wholeSecond(longest));
  const until = wholeSecond(asked);
  if (!Number.isFinite(until)) return refuse('invalid-request', 'This isn’t a time. Choose another one.');
  if (until <= now) return refuse('invalid-request', 'This time is in the past. Choose a later one.');
  if (until - now > FURTHEST_UNTIL_MS) {
    return refuse(
      'invalid-request',
      'This time is more than 31 days away. Choose an earlier one, or no end.',
    );
  }
  // A page that offers exactly the longest time must not be refused for the second its click took.
  if (longest !== null && until - longest > 60_000) {
    return refuse(
      'limit',
      `Your site allows up to ${String(longestMinutes)} minutes online at once. Choose an earlier end.`,
    );
  }
  return succeed(until);
}
