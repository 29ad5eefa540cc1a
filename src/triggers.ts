import { InvocationError, InvocationErrorCode } from '@forge/events';
import { TRIGGER_RETRIES_S } from './domain/limits';
import { forgePorts as ports } from './platform/forge-ports';
import { PlatformFault } from './ports';
import { followRequest } from './usecases/follow-request';
import { removeFromRosters } from './usecases/forget-people';
import { sweepDesks } from './usecases/settle-desks';

interface RepeatableEvent {
  retryContext?: { retryCount?: unknown };
}

/** Events come once: what the platform refused to do meanwhile is lost, unless the event is asked for again. */
async function orAgain(
  { retryContext }: RepeatableEvent,
  work: () => Promise<void>,
): Promise<InvocationError | undefined> {
  try {
    await work();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    const retryAfter = TRIGGER_RETRIES_S[Number(retryContext?.retryCount ?? 0)];
    if (retryAfter === undefined) throw fault;
    ports.report.warn('an event could not be dealt with yet', { fault: String(fault), retryAfter });
    return new InvocationError({
      retryAfter,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}

/** Installed or upgraded: the public address exists from the start, and public records have this version's form. */
export function onLifecycle(event: RepeatableEvent): Promise<InvocationError | undefined> {
  return orAgain(event, async () => {
    await ports.webTriggerUrl();
    await sweepDesks(ports, true);
  });
}

/** Rule S10: a deleted person is off every roster at once; the rest of their traces goes by a job. */
export async function onUserDeleted(
  event: RepeatableEvent & { user?: { accountId?: unknown } },
): Promise<InvocationError | undefined> {
  const accountId = event.user?.accountId;
  if (typeof accountId !== 'string') {
    ports.report.warn('a user-deleted event without an account id was dropped');
    return undefined;
  }
  return orAgain(event, async () => {
    await removeFromRosters(ports, accountId);
    await ports.jobs.push({ kind: 'erase', accountId });
  });
}

interface JiraEvent extends RepeatableEvent {
  eventType?: unknown;
  issue?: { id?: unknown };
  comment?: { id?: unknown };
}

const REQUEST_EVENTS: ReadonlySet<unknown> = new Set([
  'avi:jira:commented:issue',
  'avi:jira:deleted:comment',
  'avi:jira:updated:issue',
  'avi:jira:deleted:issue',
]);

/** What was done to a request in Jira or on the portal reaches the chat. */
export async function onRequestEvent(event: JiraEvent): Promise<InvocationError | undefined> {
  const { eventType } = event;
  const issueId = idOf(event.issue);
  if (!REQUEST_EVENTS.has(eventType) || issueId === null) return undefined;
  const isDeleted = eventType === 'avi:jira:deleted:issue';
  return orAgain(event, () => followRequest(ports, { issueId, commentId: idOf(event.comment), isDeleted }));
}

/** As text: Jira writes ids in both ways. */
const idOf = (record: { id?: unknown } | undefined): string | null =>
  typeof record?.id === 'string' || typeof record?.id === 'number' ? String(record.id) : null;
