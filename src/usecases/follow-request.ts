import { commentAdded, commentChanged, requestChanged } from '../domain/conversation-transitions';
import type { Ports } from '../ports';
import { changeExisting } from './change-conversation';

/** What Jira said happened to a request. */
export interface RequestEvent {
  kind: 'commented' | 'comment-edited' | 'comment-deleted' | 'changed';
  issueId: string;
  commentId: string | null;
}

/**
 * Brings what was done in Jira to the chat. Events come late, twice and without saying reliably what is public: what
 * counts is what Jira says now. Frontdesk's own comments are known already and change nothing.
 */
export async function followRequest(ports: Ports, { kind, issueId, commentId }: RequestEvent): Promise<void> {
  const conversationId = await ports.conversations.ofIssue(issueId);
  if (conversationId === null) return;
  if (kind === 'changed') {
    const state = await ports.serviceDesk.state(issueId);
    if (state)
      await changeExisting(ports, conversationId, (conversation, now) =>
        requestChanged(conversation, state, now),
      );
    return;
  }
  if (commentId === null) return;
  const comment = kind === 'comment-deleted' ? null : await ports.serviceDesk.readComment(issueId, commentId);
  const shown = comment?.isPublic ? comment : null;
  await changeExisting(ports, conversationId, (conversation, now) => {
    if (conversation.comments[commentId] !== undefined) {
      // Of the visitor's own messages the page has the text that was typed.
      if (kind === 'commented') return { kind: 'unchanged', conversation };
      return commentChanged(conversation, commentId, shown?.text ?? null, now);
    }
    if (!shown) return { kind: 'unchanged', conversation };
    const { author, text, marker } = shown;
    // A visitor's message, brought here by the app: its delivery is noted by the job that does it.
    if (marker !== null && /\/\d+$/.test(marker)) return { kind: 'unchanged', conversation };
    const operationId = marker?.split('/')[1] ?? null;
    return commentAdded(conversation, { operationId, commentId, author, text, now });
  });
}
