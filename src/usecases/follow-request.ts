import type { Ports } from '../ports';
import type { QueueNeeds } from './queue-delivery';
import { readRequest, type ReadNeeds } from './read-request';
import { queueFacts } from './tell-facts';

/** What Jira said happened to a request. Jira tells of new and of edited comments by the same event. */
export interface RequestEvent {
  issueId: string;
  /** Null: it is not about a comment. */
  commentId: string | null;
  /** The request itself was deleted. */
  isDeleted: boolean;
}

/**
 * Something was done in Jira. Events come late, twice, in any order and without saying reliably what is public: what
 * counts is what Jira says now.
 */
export async function followRequest(
  ports: ReadNeeds & QueueNeeds & Pick<Ports, 'conversationIndex'>,
  { issueId, commentId, isDeleted }: RequestEvent,
): Promise<void> {
  const conversationId = await ports.conversationIndex.ofIssue(issueId);
  if (conversationId === null) return;
  const conversation = await readRequest(ports, conversationId, { issueId, commentId });
  // One that is only hidden may come back; for this one Jira itself has nothing any more (rule T8).
  if (isDeleted && conversation?.failure === 'request-gone')
    await ports.jobs.push({ kind: 'erase-chat', conversationId });
  await queueFacts(ports, conversation);
}
