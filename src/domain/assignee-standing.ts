import type { Conversation } from './conversation';
import { changed, unchanged, type Step } from './conversation-transitions';

/** Jira's word on whether whom a chat is assigned to is an agent of its project. Somebody else may have it by now. */
export function assigneeStands(conversation: Conversation, accountId: string, isAgent: boolean): Step {
  const { assigneeLeft = false, ...rest } = conversation;
  if (conversation.assignee !== accountId || assigneeLeft === !isAgent) return unchanged(conversation);
  return changed(isAgent ? rest : { ...rest, assigneeLeft: true });
}
