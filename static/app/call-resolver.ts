import { invoke } from '@forge/bridge';
import type { Answer, FunctionKey, Payload } from '../../src/contract/functions';

/** Forge ends a resolver call after 25 s; an answer that is later than this will never come. */
const GIVE_UP_MS = 30_000;

const UNAVAILABLE = {
  ok: false,
  error: { code: 'unavailable', message: 'Frontdesk can’t be reached right now. Try again in a moment.' },
} as const;

/**
 * Calls a function of the app. Never throws: a broken connection, a time-out and an answer of another shape are
 * `unavailable`, so that every caller has one kind of failure to show.
 */
export async function callResolver<F extends FunctionKey>(
  functionKey: F,
  payload: Payload<F>,
): Promise<Answer<F>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const givingUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), GIVE_UP_MS);
  });
  try {
    const answer: unknown = await Promise.race([invoke(functionKey, payload), givingUp]);
    return isAnswer<F>(answer) ? answer : UNAVAILABLE;
  } catch {
    return UNAVAILABLE;
  } finally {
    clearTimeout(timer);
  }
}

function isAnswer<F extends FunctionKey>(answer: unknown): answer is Answer<F> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'value' in answer : 'error' in answer;
}
