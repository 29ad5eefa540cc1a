import type { Conversation, PendingMessage } from './conversation';

/**
 * Jira was asked to take a message, and nobody knows whether it did. A comment is found again by reading the request; a
 * request only by search, of which Atlassian says "recent updates might not be immediately visible" (`POST search/jql`)
 * and names no bound. So it is looked for at growing intervals, and raised anew only when all of them found nothing.
 */

const MINUTE = 60_000;

/** When to look, milliseconds after Jira was asked. */
const LOOKS_MS = [MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE] as const;

/** A request that no search has found until then was never raised: minutes are usual for an index that is behind. */
export const RAISE_ANEW_MS = 20 * MINUTE;

/** What is to be doubted when the next attempt begins. An attempt that was never ended may have done its work. */
export function doubtOf({ attempt, doubt }: PendingMessage, now: number): PendingMessage['doubt'] {
  if (attempt === null || attempt.asked === false) return doubt;
  // An attempt of a version before does not tell whether it asked: it is looked for once, as that version did.
  return { since: attempt.asked === true ? attempt.at : attempt.at - RAISE_ANEW_MS, lookAt: now };
}

export const isLookedAtLater = ({ doubt }: PendingMessage, now: number): boolean =>
  doubt !== undefined && now < doubt.lookAt;

/** Jira does not show the request, and might still have it. */
export const isTooSoonToRaise = ({ doubt }: PendingMessage, now: number): boolean =>
  doubt !== undefined && now - doubt.since < RAISE_ANEW_MS;

/** The attempt ends without having asked Jira for anything: it makes nothing more doubtful than it was. */
export const withoutAsking = (conversation: Conversation, attemptId: string): Conversation =>
  changeAttempt(conversation, attemptId, (message, attempt) => ({
    ...message,
    attempt: { ...attempt, asked: false },
  }));

/** The attempt looked, and found nothing: Jira is looked at again later. */
export const lookLater = (conversation: Conversation, attemptId: string, now: number): Conversation =>
  changeAttempt(withoutAsking(conversation, attemptId), attemptId, (message) => {
    const since = message.doubt?.since ?? now;
    const next = LOOKS_MS.find((after) => since + after > now) ?? MINUTE;
    return { ...message, doubt: { since, lookAt: since + next } };
  });

function changeAttempt(
  conversation: Conversation,
  attemptId: string,
  change: (message: PendingMessage, attempt: NonNullable<PendingMessage['attempt']>) => PendingMessage,
): Conversation {
  const pending = conversation.pending.map((message) =>
    message.attempt?.id === attemptId ? change(message, message.attempt) : message,
  );
  return { ...conversation, pending };
}
