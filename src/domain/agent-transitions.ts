import type { Desk } from './desk';
import { UNDO_WINDOW_MS } from './limits';
import { onlineSession } from './presence';
import { changed, isApplied, refused, unchanged, withStatus, type Transition } from './transition';

/** Who asks, for which agent, and under which operation id. `now` is epoch milliseconds. */
export interface AgentOperation {
  actor: string;
  accountId: string;
  operationId: string;
  now: number;
}

/** Rule S3. Going online while online changes the end and keeps the session. `session` names a new one. */
export function goOnline(
  desk: Desk,
  { accountId, operationId, now }: Omit<AgentOperation, 'actor'>,
  { until, session }: { until: number | null; session: string },
): Transition {
  const entry = desk.roster[accountId];
  if (isApplied(entry, operationId)) return unchanged(desk);
  if (!desk.settings.chatEnabled) {
    return refused(
      'chat-disabled',
      'Chat isn’t turned on in this space. A space admin can turn it on in Space settings > Apps > Frontdesk.',
    );
  }
  const current = onlineSession(entry, now);
  const status = {
    kind: 'online' as const,
    session: current?.session ?? session,
    since: current?.since ?? now,
    until,
  };
  const next = withStatus(desk, accountId, status, operationId, now);
  return changed(
    { ...next, firstOnlineAt: desk.firstOnlineAt ?? now },
    {
      event: 'went-online',
      at: now,
      actor: accountId,
      subject: null,
      until,
    },
  );
}

/**
 * Rule S4. Also remembered when the agent is offline already: else a late second delivery of this
 * operation could undo a "go online" that came after it (figure R10).
 */
export function goOffline(
  desk: Desk,
  { accountId, operationId, now }: Omit<AgentOperation, 'actor'>,
): Transition {
  const entry = desk.roster[accountId];
  if (isApplied(entry, operationId) || !desk.settings.chatEnabled) return unchanged(desk);
  const next = withStatus(desk, accountId, { kind: 'offline', since: now }, operationId, now);
  if (!onlineSession(entry, now)) return changed(next);
  return changed(next, { event: 'went-offline', at: now, actor: accountId, subject: null });
}

/** Rule S6: only the session that the admin saw; somebody who came back meanwhile stays. */
export function putOffline(
  desk: Desk,
  { actor, accountId, operationId, now }: AgentOperation,
  { session, reason }: { session: string; reason: string | null },
): Transition {
  const entry = desk.roster[accountId];
  if (isApplied(entry, operationId)) return unchanged(desk);
  const interrupted = onlineSession(entry, now);
  if (!interrupted) return refused('conflict', 'This agent was already offline. The list is now up to date.');
  if (interrupted.session !== session) {
    return refused(
      'conflict',
      'This agent came back online in the meantime. Check the list before you set them to offline.',
    );
  }
  const status = { kind: 'put-offline' as const, since: now, by: actor, reason, interrupted };
  return changed(withStatus(desk, accountId, status, operationId, now), {
    event: 'put-offline',
    at: now,
    actor,
    subject: accountId,
    reason,
  });
}

/** Rule S6: within the window, by the one who did it, and only while the agent did nothing themselves. */
export function undoPutOffline(
  desk: Desk,
  { actor, accountId, operationId, now }: AgentOperation,
): Transition {
  const entry = desk.roster[accountId];
  if (isApplied(entry, operationId)) return unchanged(desk);
  if (entry?.status.kind !== 'put-offline') {
    return refused('conflict', 'There’s nothing to undo. This agent changed their status in the meantime.');
  }
  if (entry.status.by !== actor) {
    return refused('not-allowed', 'Only the person who set this agent to offline can undo it.');
  }
  if (now - entry.status.since > UNDO_WINDOW_MS) {
    return refused('conflict', 'It’s too late to undo this. The agent can go back online themselves.');
  }
  const status = { kind: 'online' as const, ...entry.status.interrupted };
  return changed(withStatus(desk, accountId, status, operationId, now), {
    event: 'undid-put-offline',
    at: now,
    actor,
    subject: accountId,
  });
}
