import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/domain/conversation';
import { followedAt, goneSince, lookAgainAt } from '../../src/domain/request-reading';
import { aConversation, ISSUE } from '../support/a-conversation';
import { MINUTE, NOON } from '../support/desk-builders';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const delivered = (): Conversation => aConversation({ issue: ISSUE, pending: [] }).conversation;

describe('a request of which nothing is heard', () => {
  it('is looked at the less often the longer it is quiet, sooner while its customer waits, and never a month later', () => {
    expect(lookAgainAt(NOON, NOON, true)).toBe(NOON + 2 * MINUTE);
    expect(lookAgainAt(NOON, NOON, false)).toBe(NOON + 10 * MINUTE);
    expect(lookAgainAt(NOON, NOON + 4 * HOUR, true)).toBe(NOON + 6 * HOUR);
    expect(lookAgainAt(NOON, NOON + 9 * DAY, false)).toBe(NOON + 9 * DAY + 20 * HOUR);
    expect(lookAgainAt(NOON, NOON + 31 * DAY, false)).toBe(Infinity);
  });

  it('costs a watching customer’s chat fewer than twenty looks a day', () => {
    let at = NOON;
    let looks = 0;
    for (; at < NOON + DAY; looks++) at = lookAgainAt(NOON, at, true);
    expect(looks).toBeLessThan(20);
  });

  it('that is found gone is erased within a day of when it may have gone, and has three hours to come back (T8)', () => {
    const longest = 20 * HOUR;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: longest }), (later) => {
        const read = { ...delivered(), readAt: NOON };
        const found = NOON + later;
        const goneAt = goneSince(read, found);
        const erased = followedAt({ ...read, failure: 'request-gone', goneAt });
        expect(erased).toBeLessThan(NOON + DAY);
        expect(erased).toBeGreaterThanOrEqual(found + 3 * HOUR);
      }),
    );
  });

  it('is followed while there is a request; what is gone is looked at once more, to be erased within a day (T8)', () => {
    expect(followedAt(aConversation().conversation)).toBe(Infinity);
    expect(followedAt(delivered())).toBe(NOON + 10 * MINUTE);
    const gone = { ...delivered(), failure: 'request-gone' as const, goneAt: NOON + HOUR };
    expect(followedAt(gone)).toBe(NOON + 21 * HOUR);
    expect(followedAt({ ...gone, erasedAt: NOON + 21 * HOUR })).toBe(Infinity);
    // What its customer writes puts nothing off, and is erased as well.
    const spoken = { ...gone, last: { ...gone.last, at: NOON + 2 * HOUR } };
    expect(followedAt(spoken)).toBe(NOON + 21 * HOUR);
    expect(followedAt({ ...spoken, erasedAt: NOON + HOUR })).toBe(NOON + 22 * HOUR);
    expect(followedAt({ ...delivered(), failure: 'request-moved' as const })).toBe(Infinity);
  });
});
