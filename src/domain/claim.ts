import { assignedTo, isErased, type Conversation } from './conversation';
import { changed, unchanged, type Step } from './conversation-transitions';

/**
 * Who asked first has the chat: of several at a time, all of whom saw the same assignee, the record takes one. Whoever finds
 * another one there (`whose`) was later.
 */
export function claim(
  conversation: Conversation,
  { seen, to }: { seen: string | null; to: string | null },
): { step: Step; whose: string | null } {
  const { assignee } = conversation;
  if (isErased(conversation) || assignee === to || assignee !== seen)
    return { step: unchanged(conversation), whose: assignee };
  return { step: changed(assignedTo(conversation, to)), whose: to };
}

/** Jira did not take it, as far as anybody knows: if it did after all, its own event says so. Others have it by now: theirs it is. */
export const unclaim = (
  conversation: Conversation,
  { before, to }: { before: string | null; to: string | null },
): Step =>
  isErased(conversation) || conversation.assignee !== to
    ? unchanged(conversation)
    : changed(assignedTo(conversation, before));
