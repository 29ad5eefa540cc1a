import { staleAfterMs } from '../../../src/domain/poll-schedule';
import type { Answer } from '../contract';
import type { Availability } from '../frontdesk-api';

/**
 * When the answer's state ends, on the page's own clock. Both ends of the span are the server's, so the
 * visitor's clock may be wrong by any amount.
 */
export const endOf = ({ at, body }: Answer): number =>
  body.until ? at + Date.parse(body.until) - Date.parse(body.now) : Infinity;

/** When the answer is too old to say anything, on the page's own clock. */
export const staleAt = (answer: Answer): number => answer.at + staleAfterMs(answer.body.next);

/** What an answer is worth at a moment: never more than it said, less when its time is over. */
export function shownAvailability(answer: Answer, now: number): Availability {
  const { state, anonymous, until, nextOnlineAt, degraded } = answer.body;
  // Not to be drawn stays so until the server says otherwise, however long that takes.
  const isNothing = /hidden|disabled/.test(state);
  // Nor is a state known that a later version may have, or a proxy's own answer.
  // oxlint-disable-next-line unicorn/prefer-string-starts-ends-with -- It is larger, and nothing is left of 3,000 bytes.
  const isKnown = !degraded && /line$/.test(state) && now < staleAt(answer);
  return isKnown && (state < 'on' || now < endOf(answer))
    ? { state, anonymous, until, nextOnlineAt }
    : {
        state: isNothing ? state : isKnown ? 'offline' : 'unknown',
        anonymous: false,
        until: null,
        nextOnlineAt: null,
      };
}
