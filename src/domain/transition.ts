import type { Desk, RosterEntry } from './desk';
import { refuse, type Refusal } from './errors';
import { OPERATION_MEMORY_MS, REMEMBERED_OPERATIONS } from './limits';
import type { LogEntry } from './log-entry';

/** What a decision about a desk comes to. `unchanged` is a success: it holds already. */
export type Transition =
  | { kind: 'changed'; desk: Desk; log: LogEntry[] }
  | { kind: 'unchanged'; desk: Desk }
  | { kind: 'refused'; error: Refusal };

export const unchanged = (desk: Desk): Transition => ({ kind: 'unchanged', desk });
export const changed = (desk: Desk, ...log: LogEntry[]): Transition => ({ kind: 'changed', desk, log });
export const refused = (...reason: Parameters<typeof refuse>): Transition => ({
  kind: 'refused',
  error: refuse(...reason).error,
});

/** Was this operation applied to this entry already (figure R10)? */
export const isApplied = (entry: RosterEntry | undefined, operationId: string): boolean =>
  entry?.operations.some(({ id }) => id === operationId) ?? false;

/** The desk with what is said of one agent replaced, and the operation remembered at their entry. */
export function withEntry(
  desk: Desk,
  accountId: string,
  entry: Omit<RosterEntry, 'operations'>,
  operationId: string,
  now: number,
): Desk {
  const before = desk.roster[accountId]?.operations ?? [];
  const operations = [
    ...before.filter(({ at }) => now - at < OPERATION_MEMORY_MS),
    { id: operationId, at: now },
  ].slice(-REMEMBERED_OPERATIONS);
  return { ...desk, roster: { ...desk.roster, [accountId]: { ...entry, operations } } };
}
