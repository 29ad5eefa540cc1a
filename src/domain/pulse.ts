import { isFollowed, lookedAt, openedBy, type Conversation } from './conversation';

/** What an idle poll reads: one small record. */
export interface Pulse {
  tokenHash: string;
  n: number;
  /** For the visitor: also where an agent blocked them. */
  ended: boolean;
  /** Held back. Absent: not. */
  held?: boolean;
  typingUntil: number;
  /** When something was said last, and by whom: how soon to ask again. */
  lastAt: number;
  lastFrom: 'visitor' | 'agent';
  /** See `openedBy`. */
  account: string | null;
  /** Whose words the visitor's are, where no account opens it by itself. Absent: nobody's that is known, or no room. */
  person?: string;
  /** See `Conversation.subject`. */
  subject?: string;
  /** Null: the conversation itself says it. */
  projectId: string | null;
  /** When Jira was asked last what it says now; null: there is nothing to ask. */
  readAt: number | null;
  /** Since when a message waits that nobody has tried to deliver. Absent: none does, or it is not told. */
  untriedSince?: number;
}

export const pulseOf = (conversation: Conversation): Pulse => {
  const { tokenHash, n, ended, typingUntil, last, projectId } = conversation;
  const account = openedBy(conversation);
  const person = account === null ? conversation.visitor.accountId : null;
  const readAt = isFollowed(conversation) ? lookedAt(conversation) : null;
  const isUntried = conversation.pending[0]?.attempt === null && !conversation.held;
  return {
    tokenHash,
    n,
    ended: ended || conversation.blocked !== undefined,
    held: conversation.held !== undefined,
    typingUntil,
    lastAt: last.at,
    lastFrom: last.from,
    account,
    ...(person !== null && { person }),
    ...(conversation.subject !== undefined && { subject: conversation.subject }),
    projectId,
    readAt,
    ...(isUntried && { untriedSince: conversation.queued?.at ?? last.at }),
  };
};
