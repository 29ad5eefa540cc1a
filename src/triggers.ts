import type { InvocationError } from '@forge/events';
import { TRIGGER_RETRIES_S } from './domain/limits';
import { orAgain, type Repeatable } from './platform/again';
import { forgePorts as ports } from './platform/forge-ports';
import { followRequest } from './usecases/follow-request';
import { removeFromRosters } from './usecases/forget-people';
import { sweepDesks } from './usecases/settle-desks';

/** Events come once: what the platform refused to do meanwhile is lost, unless the event is asked for again. */
const eventually = (event: Repeatable, work: () => Promise<void>): Promise<InvocationError | undefined> =>
  orAgain(event, work, TRIGGER_RETRIES_S);

/** Installed or upgraded: the public address exists from the start, and public records have this version's form. */
export function onLifecycle(event: Repeatable): Promise<InvocationError | undefined> {
  return eventually(event, async () => {
    await ports.webTriggerUrl();
    await sweepDesks(ports, true);
  });
}

/** Rule S10: a deleted person is off every roster at once; the rest of their traces goes by a job. */
export async function onUserDeleted(
  event: Repeatable & { user?: { accountId?: unknown } },
): Promise<InvocationError | undefined> {
  const accountId = event.user?.accountId;
  if (typeof accountId !== 'string') {
    ports.report.warn('a user-deleted event without an account id was dropped');
    return undefined;
  }
  return eventually(event, async () => {
    await removeFromRosters(ports, accountId);
    await ports.jobs.push({ kind: 'erase', accountId });
  });
}

interface JiraEvent extends Repeatable {
  eventType?: unknown;
  /** Whether the app did it under its own account: not what an agent did through the app. */
  selfGenerated?: unknown;
  issue?: { id?: unknown };
  comment?: { id?: unknown };
}

const COMMENTED = 'avi:jira:commented:issue';

const REQUEST_EVENTS: ReadonlySet<unknown> = new Set([
  COMMENTED,
  'avi:jira:deleted:comment',
  'avi:jira:updated:issue',
  'avi:jira:deleted:issue',
]);

/** What was done to a request in Jira or on the portal reaches the chat. */
export async function onRequestEvent(event: JiraEvent): Promise<InvocationError | undefined> {
  const { eventType, selfGenerated } = event;
  const issueId = idOf(event.issue);
  if (!REQUEST_EVENTS.has(eventType) || issueId === null) return undefined;
  // A visitor's message, which the job that brought it notes; the app edits none.
  if (eventType === COMMENTED && selfGenerated === true) return undefined;
  const isDeleted = eventType === 'avi:jira:deleted:issue';
  return eventually(event, () =>
    followRequest(ports, { issueId, commentId: idOf(event.comment), isDeleted }),
  );
}

/** As text: Jira writes ids in both ways. */
const idOf = (record: { id?: unknown } | undefined): string | null =>
  typeof record?.id === 'string' || typeof record?.id === 'number' ? String(record.id) : null;
