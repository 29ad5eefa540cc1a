import type { Desk } from './desk';
import { ERASED_PERSON, type LogEntry } from './log-entry';
import { onlineSession } from './presence';
import type { Span } from './span';

interface Open {
  since: number;
  until: number | null;
}

/**
 * When each agent was online between `from` and `now`, by account id, as the log tells, in any order, and the desk as it
 * is. Somebody whose going online is older than the log was online since before it.
 */
export function onlineSpans(
  log: readonly LogEntry[],
  desk: Pick<Desk, 'roster'> | null,
  { from, now }: { from: number; now: number },
): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  const open = new Map<string, Open>();
  /** Until when somebody would have been online who was put offline: an undo gives it back. */
  const interrupted = new Map<string, number | null>();
  const told = new Set<string>();

  function close(accountId: string, { since, until }: Open, at: number): void {
    open.delete(accountId);
    const span = { from: Math.max(from, since), to: Math.min(now, at, until ?? Infinity) };
    if (span.to > span.from) spans.set(accountId, [...(spans.get(accountId) ?? []), span]);
  }

  function leave(accountId: string, at: number): void {
    const left = open.get(accountId) ?? (told.has(accountId) ? null : { since: from, until: null });
    if (left) close(accountId, left, at);
  }

  for (const entry of log.toSorted((a, b) => a.at - b.at)) {
    const { event, at, until = null } = entry;
    if (event === 'disabled-chat') for (const [accountId, each] of open) close(accountId, each, at);
    const accountId = entry.subject ?? entry.actor;
    if (accountId === null || accountId === ERASED_PERSON) continue;
    const before = open.get(accountId);
    switch (event) {
      case 'went-online': {
        const goesOn = before && (before.until === null || at < before.until);
        if (before && !goesOn) close(accountId, before, at);
        open.set(accountId, { since: goesOn ? before.since : at, until });
        break;
      }
      case 'undid-put-offline':
        open.set(accountId, { since: at, until: interrupted.get(accountId) ?? null });
        break;
      case 'put-offline':
        interrupted.set(accountId, before?.until ?? null);
        leave(accountId, at);
        break;
      case 'went-offline':
      case 'time-ended':
      case 'removed':
        leave(accountId, at);
        break;
      default:
        continue;
    }
    told.add(accountId);
  }

  for (const [accountId, entry] of Object.entries(desk?.roster ?? {})) {
    const known = open.get(accountId);
    const session = onlineSession(entry, now);
    if (session) close(accountId, { since: known?.since ?? session.since, until: session.until }, now);
    else if (known) close(accountId, known, known.until ?? entry.status.since);
  }
  // Whose entry is not there any more: nothing is known of them after what was logged last.
  for (const [accountId, each] of open) close(accountId, each, each.until ?? each.since);
  return spans;
}

/** Milliseconds. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);
