import type { Conversation } from './conversation';
import { MEDIAN_LEAST } from './team-limits';
import { medianOf } from './median';

export interface FirstAnswers {
  /** How many customers got their first answer. */
  n: number;
  /** Half of them within so many milliseconds; null: too few for a figure that is about the desk, not about one chat. */
  medianMs: number | null;
}

/** The first answers given at `from` (epoch ms) or later, among these chats. */
export function firstAnswersSince(
  conversations: Pick<Conversation, 'createdAt' | 'firstAnsweredAt'>[],
  from: number,
): FirstAnswers {
  const waits = conversations.flatMap(({ createdAt, firstAnsweredAt = null }) =>
    // Two clocks: Jira's may be a moment behind ours.
    firstAnsweredAt === null || firstAnsweredAt < from ? [] : [Math.max(0, firstAnsweredAt - createdAt)],
  );
  return { n: waits.length, medianMs: waits.length < MEDIAN_LEAST ? null : medianOf(waits) };
}
