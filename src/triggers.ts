import { forgePorts as ports } from './platform/forge-ports';
import { followRequest, type RequestEvent } from './usecases/follow-request';
import { removeFromRosters } from './usecases/forget-people';
import { sweepDesks } from './usecases/settle-desks';

/** Installed or upgraded: the public address exists from the start, and public records have this version's form. */
export async function onLifecycle(): Promise<void> {
  await ports.webTriggerUrl();
  await sweepDesks(ports, true);
}

/** Rule S10: a deleted person is off every roster at once; the rest of their traces goes by a job. */
export async function onUserDeleted(event: { user?: { accountId?: unknown } }): Promise<void> {
  const accountId = event.user?.accountId;
  if (typeof accountId !== 'string') {
    ports.report.warn('a user-deleted event without an account id was dropped');
    return;
  }
  await removeFromRosters(ports, accountId);
  await ports.jobs.push({ kind: 'erase', accountId });
}

interface JiraEvent {
  eventType?: unknown;
  issue?: { id?: unknown };
  comment?: { id?: unknown };
}

const EVENT_KINDS: Record<string, RequestEvent['kind']> = {
  'avi:jira:commented:issue': 'commented',
  'avi:jira:deleted:comment': 'comment-deleted',
  'avi:jira:updated:issue': 'changed',
};

/** What was done to a request in Jira or on the portal reaches the chat. */
export async function onRequestEvent({ eventType, issue, comment }: JiraEvent): Promise<void> {
  const kind = EVENT_KINDS[String(eventType)];
  const issueId = issue?.id;
  if (!kind || (typeof issueId !== 'string' && typeof issueId !== 'number')) return;
  const commentId = comment?.id;
  await followRequest(ports, {
    kind,
    issueId: String(issueId),
    commentId: typeof commentId === 'string' || typeof commentId === 'number' ? String(commentId) : null,
  });
}
