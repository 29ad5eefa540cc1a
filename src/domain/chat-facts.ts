import { isFollowed, type Conversation } from './conversation';
import { quietly, unchanged, type Step } from './conversation-transitions';
import { fingerprint } from './fingerprint';
import { confidenceOf, type Confidence } from './visitor-registration';

/**
 * What is kept of a chat with its request in Jira, for JQL, queues and SLAs: facts about the past, no words, no names and no
 * accounts, because whoever sees a request can read it. A copy, which is never read here.
 */
export interface ChatFacts {
  /** Who vouches for the customer, as far as that is known by now. */
  identified: Confidence;
  /** What customers were told when this one began; ISO instants. What was not known is absent: so JQL finds it `EMPTY`. */
  promised: { state: string; until?: string; nextOnlineAt?: string };
  /** Whole seconds until an agent first answered. Absent: nobody has. */
  firstAnswerAfter?: number;
}

export interface UntoldFacts {
  issueId: string;
  facts: ChatFacts;
  /** Stands for the facts, and the request that is to hold them. */
  mark: string;
}

/** The facts that its request does not hold; null: it holds all, there is no request, or the chat began before they were kept. */
export function untoldFacts(conversation: Conversation): UntoldFacts | null {
  const { issue, promised, told, createdAt, firstAnsweredAt = null } = conversation;
  if (!issue || !promised || !isFollowed(conversation)) return null;
  const { state, until, nextOnlineAt } = promised;
  const facts: ChatFacts = {
    identified: confidenceOf(conversation),
    promised: {
      state,
      ...(until !== null && { until: new Date(until).toISOString() }),
      ...(nextOnlineAt !== null && { nextOnlineAt: new Date(nextOnlineAt).toISOString() }),
    },
    // Two clocks: Jira's may be a moment behind ours.
    ...(firstAnsweredAt !== null && {
      firstAnswerAfter: Math.max(0, Math.round((firstAnsweredAt - createdAt) / 1_000)),
    }),
  };
  const mark = fingerprint(`${issue.id} ${JSON.stringify(facts)}`);
  return mark === told ? null : { issueId: issue.id, facts, mark };
}

/** Its request holds them, or Jira will not take them. */
export const factsTold = (conversation: Conversation, mark: string): Step =>
  conversation.told === mark ? unchanged(conversation) : quietly({ ...conversation, told: mark });
