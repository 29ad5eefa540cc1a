import { InvocationError, InvocationErrorCode } from '@forge/events';
import { INVOCATION_RETRY_MAX_S } from '../domain/limits';
import { PlatformFault } from '../ports';
import { jsonLog } from './json-log';
import { systemClock } from './system';

/** What the platform says of earlier attempts at an event or a job. */
export interface Repeatable {
  retryContext?: { retryCount?: unknown; retryData?: unknown };
}

/**
 * Does the work, or asks to be called again for it. A pause that Jira asked for is told to the next attempt, which may
 * run in another process: nobody asks before it is over. `delaysS`: seconds until the next attempts at what the platform
 * does not repeat by itself; beyond the last one, and without a pause where there are none, the fault is thrown.
 */
export async function orAgain(
  { retryContext }: Repeatable,
  work: () => Promise<void>,
  delaysS?: readonly number[],
): Promise<InvocationError | undefined> {
  const pausedUntil = toldPause(retryContext?.retryData);
  if (pausedUntil > systemClock.now()) return again(0, pausedUntil);
  try {
    await work();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    const delay = delaysS ? delaysS[Number(retryContext?.retryCount ?? 0)] : 0;
    const pauseMs = fault.retryAfterMs ?? 0;
    if (delay === undefined || (delay === 0 && pauseMs === 0)) throw fault;
    const asked = again(delay, systemClock.now() + pauseMs);
    const { retryAfter } = asked.retryOptions;
    jsonLog.warn('not done yet, to be done again', { fault: String(fault), retryAfter });
    return asked;
  }
}

/** After `delayS` seconds, and not before `pausedUntil`, epoch ms. */
function again(delayS: number, pausedUntil: number): InvocationError {
  const pauseS = Math.ceil((pausedUntil - systemClock.now()) / 1_000);
  const isPause = pauseS > 0;
  return new InvocationError({
    retryAfter: Math.min(Math.max(delayS, pauseS), INVOCATION_RETRY_MAX_S),
    retryReason: isPause
      ? InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED
      : InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    ...(isPause && { retryData: { pausedUntil } }),
  });
}

function toldPause(data: unknown): number {
  const told = typeof data === 'object' && data !== null && 'pausedUntil' in data ? data.pausedUntil : 0;
  return typeof told === 'number' ? told : 0;
}
