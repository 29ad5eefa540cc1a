import type { AgentOperation } from '../agent-transitions';
import { beforeOf, type Break, type Desk } from '../desk';
import { onlineSession } from '../presence';
import { changed, isApplied, refused, unchanged, withEntry, type Transition } from '../transition';
import { wholeSecondAfter } from '../whole-second';
import { noteStarts } from './note-starts';

/**
 * Rule H8: offline for so many minutes, with a promise to customers and a question at its end; never online by itself. Who is
 * on one already chooses its end anew; who is offline has nothing to come back to.
 */
export function takeBreak(
  desk: Desk,
  { accountId, operationId, now }: Omit<AgentOperation, 'actor'>,
  minutes: number,
): Transition {
  const before = desk.roster[accountId];
  if (isApplied(before, operationId) || !desk.settings.chatEnabled) return unchanged(desk);
  const { entry, log } = noteStarts(before, accountId, now);
  const { status } = entry;
  const until = wholeSecondAfter(now + minutes * 60_000);
  const event = { event: 'took-break', at: now, actor: accountId, subject: null, until } as const;
  const change = (next: Break): Transition =>
    changed(withEntry(desk, accountId, { ...entry, status: next }, operationId, now), ...log, event);
  if (status.kind === 'break') return change({ ...status, until });
  if (!onlineSession(entry, now)) return NOT_ONLINE;
  return change({ kind: 'break', since: now, until, before: beforeOf(status) });
}

const NOT_ONLINE = refused('conflict', 'You’re already offline here. A break is for when you’re online.');
