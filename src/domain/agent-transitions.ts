import type { Desk } from './desk';
import type { ByHand, Offline } from './desk';
import { UNDO_WINDOW_MS } from './limits';
import { onlineSession } from './presence';
import { noteStarts } from './clock/note-starts';
import { isSlotRunning } from './clock/stretches';
import { changed, isApplied, refused, unchanged, withEntry, type Transition } from './transition';

/** Who asks, for which agent, and under which operation id. `now` is epoch milliseconds. */
export interface AgentOperation {
  actor: string;
  accountId: string;
  operationId: string;
  now: number;
}

/**
 * Rule S3. Going online while online changes the end and keeps the session. `session` names a new one; `isOpen`: no end was
 * chosen, and `until` is the longest online time.
 */
export function goOnline(
  desk: Desk,
  { accountId, operationId, now }: Omit<AgentOperation, 'actor'>,
  { until, session, isOpen = false }: { until: number | null; session: string; isOpen?: boolean },
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
  const before = noteStarts(entry, accountId, now);
  const status: ByHand = {
    kind: 'online',
    session: current?.session ?? session,
    since: current?.since ?? now,
    until,
    ...(isOpen && { isOpen }),
    ...(isOpen && current && { openAt: now }),
    ...(!isOpen && entry && isSlotRunning(entry, now) && { inSlot: true }),
  };
  const next = withEntry(desk, accountId, { ...before.entry, status }, operationId, now);
  return changed({ ...next, firstOnlineAt: desk.firstOnlineAt ?? now }, ...before.log, {
    event: 'went-online',
    at: now,
    actor: accountId,
    subject: null,
    until,
  });
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
  // What they answered before, also for a slot that is still to come, is answered anew.
  const before = noteStarts(entry, accountId, now);
  const { rollCall: _answered, ...rest } = before.entry;
  const status: Offline = { kind: 'offline', since: now };
  const next = withEntry(desk, accountId, { ...rest, status }, operationId, now);
  if (!onlineSession(entry, now)) return changed(next, ...before.log);
  return changed(next, ...before.log, { event: 'went-offline', at: now, actor: accountId, subject: null });
}

/** Rule S6: only the session that the admin saw; somebody who came back meanwhile stays. */
export function putOffline(
  desk: Desk,
  { actor, accountId, operationId, now }: AgentOperation,
  { session, reason }: { session: string; reason: string | null },
): Transition {
  const entry = desk.roster[accountId];
  if (isApplied(entry, operationId)) return unchanged(desk);
  const online = onlineSession(entry, now);
  if (!online || !entry)
    return refused('conflict', 'This agent was already offline. The list is now up to date.');
  if (online.session !== session) {
    return refused(
      'conflict',
      'This agent came back online in the meantime. Check the list before you set them to offline.',
    );
  }
  const { why: _why, ...interrupted } = online;
  const before = entry.status.kind === 'online' || entry.status.kind === 'offline' ? entry.status : null;
  const noted = noteStarts(entry, accountId, now);
  const status = {
    kind: 'put-offline' as const,
    since: now,
    by: actor,
    reason,
    interrupted,
    ...(before && { before }),
    ...(entry.outSince !== undefined && { outBefore: entry.outSince }),
  };
  // Also after an online time by hand, the slot that runs does not bring them back (rule S9).
  const out = { ...noted.entry, status, outSince: now };
  return changed(withEntry(desk, accountId, out, operationId, now), ...noted.log, {
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
  const { before, interrupted, outBefore } = entry.status;
  const { outSince: _since, ...rest } = entry;
  const status = before ?? { kind: 'online' as const, ...interrupted };
  const back = { ...rest, status, ...(outBefore !== undefined && { outSince: outBefore }) };
  return changed(withEntry(desk, accountId, back, operationId, now), {
    event: 'undid-put-offline',
    at: now,
    actor,
    subject: accountId,
  });
}
