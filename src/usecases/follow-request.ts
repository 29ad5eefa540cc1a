import {
  commentAdded,
  commentEdited,
  commentRemoved,
  requestChanged,
  requestGone,
} from '../domain/conversation-transitions';
import type { Conversation } from '../domain/conversation';
import type { RequestComment } from '../domain/service-request';
import { PlatformFault, type Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';

type Needs = ConversationNeeds &
  Pick<Ports, 'conversationIndex' | 'serviceDesk' | 'report'> & { jira: Pick<Ports['jira'], 'agentIn'> };

/** What Jira said happened to a request. Jira tells of new and of edited comments by the same event. */
export interface RequestEvent {
  kind: 'commented' | 'comment-deleted' | 'changed' | 'deleted';
  issueId: string;
  commentId: string | null;
}

/** `<conversation>/<number>`: a visitor's message that the app brought to Jira; its delivery is noted by that job. */
const VISITORS_OWN = /\/\d+$/;

/**
 * Brings what was done in Jira to the chat. Events come late, twice and without saying reliably what is public: what
 * counts is what Jira says now. What Frontdesk itself wrote is known already and changes nothing.
 */
export async function followRequest(ports: Needs, { kind, issueId, commentId }: RequestEvent): Promise<void> {
  const conversationId = await ports.conversationIndex.ofIssue(issueId);
  if (conversationId === null) return;
  if (kind === 'changed' || kind === 'deleted') {
    const state = await ports.serviceDesk.state(issueId);
    if (!state && kind === 'changed') return;
    await changeExisting(ports, conversationId, (conversation, now) => {
      // A chat that goes on in a new request has nothing to do with the one before any more.
      if (conversation.issue?.id !== issueId) return { kind: 'unchanged', conversation };
      return state ? requestChanged(conversation, state, now) : requestGone(conversation, now);
    });
    return;
  }
  if (commentId === null) return;
  const comment = kind === 'comment-deleted' ? null : await ports.serviceDesk.readComment(issueId, commentId);
  const byAgent = comment?.isPublic === true && (await isAgents(ports, conversationId, comment));
  await changeExisting(ports, conversationId, (conversation, now) =>
    comment?.isPublic
      ? follow(conversation, comment, byAgent, now)
      : commentRemoved(conversation, commentId, now),
  );
}

/**
 * A reply from the inbox, or what somebody wrote in Jira whose address the visitor gave as their own: anybody can type
 * an agent's. Where Jira cannot say, the address is the visitor's.
 */
async function isAgents(ports: Needs, conversationId: string, comment: RequestComment): Promise<boolean> {
  const { author, marker } = comment;
  if (marker !== null) return !VISITORS_OWN.test(marker);
  const conversation = await ports.conversations.read(conversationId);
  if (!conversation || conversation.visitor.accountId !== author) return false;
  const { projectId, visitor } = conversation;
  if (visitor.kind === 'portal') return false;
  try {
    return (await ports.jira.agentIn(author, [projectId])).has(projectId);
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    ports.report.failure('Jira could not say whether somebody is an agent', fault);
    return false;
  }
}

function follow(
  conversation: Conversation,
  comment: RequestComment,
  byAgent: boolean,
  now: number,
): ReturnType<typeof commentAdded> {
  const { id: commentId, author, text, marker, editedAt } = comment;
  if (marker !== null && VISITORS_OWN.test(marker)) return { kind: 'unchanged', conversation };
  if (conversation.comments[commentId]) {
    if (editedAt === null) return { kind: 'unchanged', conversation };
    return commentEdited(conversation, commentId, { text, updatedAt: editedAt, now });
  }
  const operationId = marker?.split('/')[1] ?? null;
  return commentAdded(conversation, { operationId, commentId, author, byAgent, text, now });
}
