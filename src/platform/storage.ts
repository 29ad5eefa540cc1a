import { ForgeKvsAPIError } from '@forge/kvs';
import { PlatformFault, UnknownCursor, type Clock } from '../ports';
import type { CommitOutcome } from '../storage-ports';
import { retrying } from './retry';

/** Milliseconds one storage call may take before it counts as failed. */
const STORAGE_PATIENCE_MS = 4_000;

/** Kinds of stored records, by the first letter of their key. Keys may hold letters, digits and `:._-#`. */
export const storageKey = {
  summary: (widgetId: string): string => `s:${widgetId}`,
  config: (widgetId: string): string => `c:${widgetId}`,
  project: (projectId: string): string => `p:${projectId}`,
  serviceDesk: (serviceDeskId: string): string => `d:${serviceDeskId}`,
  agent: (accountId: string): string => `a:${accountId}`,
  schedule: (accountId: string): string => `w:${accountId}`,
  pulse: (conversationId: string): string => `t:${conversationId}`,
  ledger: (conversationId: string): string => `l:${conversationId}`,
  event: (conversationId: string, n: number): string => `m:${conversationId}:${String(n)}`,
  reply: (conversationId: string, operationId: string, turn: number): string =>
    `q:${conversationId}:${operationId}${turn === 0 ? '' : `:${String(turn)}`}`,
  issue: (issueId: string): string => `i:${issueId}`,
  /** Of an account of the portal, or of what stands for a signed person. */
  ofAccount: (projectId: string, owner: string): string => `o:${projectId}:${owner}`,
  slot: (budget: string, window: number, place: number | ''): string =>
    `r:${budget}:${String(window)}:${String(place)}`,
  refused: (projectId: string, hour: number | '', process: string): string =>
    `r:refused:${projectId}:${String(hour)}${process === '' ? '' : `:${process}`}`,
  blocked: (projectId: string, blockId: string): string => `x:${projectId}:${blockId}`,
  heldDecision: (projectId: string, operationId: string): string => `h:${projectId}:${operationId}`,
  /** On which pages the icon was seen. */
  seen: (widgetId: string): string => `e:${widgetId}`,
  savedReplies: (projectId: string): string => `y:${projectId}`,
  identity: (projectId: string): string => `identity:${projectId}`,
  globalSettings: 'settings',
  reportedAt: 'reported-at',
  siteUrl: 'site-url',
} as const;

export const PROJECT_PREFIX = storageKey.project('');
export const AGENT_PREFIX = storageKey.agent('');
export const SCHEDULE_PREFIX = storageKey.schedule('');

/** A read, or a write that may be repeated: tried again while it fails in passing, then a PlatformFault. */
export async function storageCall<T>(clock: Clock, call: () => Promise<T>): Promise<T> {
  try {
    return await clock.within(STORAGE_PATIENCE_MS, retrying(clock, call, mayPass));
  } catch (error) {
    if (error instanceof PlatformFault) throw error;
    throw new PlatformFault('storage failed', { cause: error });
  }
}

/** A page of a query. With a cursor, which comes from outside, a refusal means that one: the query itself is ours. */
export async function storagePage<T>(
  clock: Clock,
  cursor: string | null,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await storageCall(clock, call);
  } catch (fault) {
    const { cause } = fault as PlatformFault;
    const isRefused = cause instanceof ForgeKvsAPIError && cause.responseDetails.status === 400;
    throw cursor !== null && isRefused ? new UnknownCursor('a cursor was refused', { cause }) : fault;
  }
}

/** Too many calls, or no answer of the service itself: not what a wrong request gets. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ForgeKvsAPIError)) return true;
  const { status } = error.responseDetails;
  return status === 429 || status >= 500;
}

/** How a call of `storeOnce` stores. */
export const ONCE = { keyPolicy: 'FAIL_IF_EXISTS' } as const;

/** Stores what is not to be stored a second time, by a call with the options ONCE. False: the key was there already. */
export async function storeOnce(clock: Clock, set: () => Promise<void>): Promise<boolean> {
  try {
    await storageCall(clock, set);
    return true;
  } catch (fault) {
    const { cause } = fault as PlatformFault;
    if (cause instanceof ForgeKvsAPIError && cause.responseDetails.status === 409) return false;
    throw fault;
  }
}

/**
 * A conditional transaction. Forge does not document the code of a failed condition, so every refusal by the
 * service itself counts as one: the caller reads the record again and sees whether it was.
 */
export async function storageCommit(clock: Clock, execute: () => Promise<void>): Promise<CommitOutcome> {
  try {
    await clock.within(STORAGE_PATIENCE_MS, execute());
    return 'committed';
  } catch (error) {
    if (!(error instanceof ForgeKvsAPIError)) return 'unknown';
    const { status } = error.responseDetails;
    if (status === 429) return 'throttled';
    return status >= 400 && status < 500 && error.code !== 'UNKNOWN_ERROR' ? 'conflict' : 'unknown';
  }
}
