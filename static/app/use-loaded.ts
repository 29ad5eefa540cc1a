import { useEffect, useRef } from 'react';
import type { FunctionKey, Payload, Values } from '../../src/contract/functions';
import type { ErrorCode } from '../../src/domain/errors';
import { useAnswer } from './use-answer';

export interface Loaded<F extends FunctionKey> {
  /** Null until it is known; what was known stays while it is looked again. */
  value: Values[F] | null;
  loading: boolean;
  failure: ErrorCode | null;
  /** Asks again, after a failure or because it may have changed. */
  load(): void;
}

/** Asks a function of the app once when first drawn, and again when it is told to. */
export function useLoaded<F extends FunctionKey>(functionKey: F, payload: Payload<F>): Loaded<F> {
  const { answer, busy, failure, ask } = useAnswer(functionKey);
  const load = (): void => void ask(payload);
  const first = useRef(load);
  useEffect(() => first.current(), []);
  return { value: answer, loading: busy || (answer === null && failure === null), failure, load };
}
