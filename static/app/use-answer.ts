import { useRef, useState } from 'react';
import type { FunctionKey, Payload, Values } from '../../src/contract/functions';
import type { ErrorCode } from '../../src/domain/errors';
import { callResolver } from './call-resolver';

/** A function of the app that a piece of the page asks, one call at a time. */
export interface Asked<F extends FunctionKey> {
  /** The last one; null: none yet. Stays while it is asked again, and when that fails. */
  answer: Values[F] | null;
  busy: boolean;
  /** Why the last call had no answer. */
  failure: ErrorCode | null;
  /** Null: refused, or one is on its way already. */
  ask(payload: Payload<F>): Promise<Values[F] | null>;
  forget(): void;
}

export function useAnswer<F extends FunctionKey>(functionKey: F): Asked<F> {
  const [answer, setAnswer] = useState<Values[F] | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const inFlight = useRef(false);

  async function ask(payload: Payload<F>): Promise<Values[F] | null> {
    if (inFlight.current) return null;
    inFlight.current = true;
    setBusy(true);
    setFailure(null);
    const result = await callResolver(functionKey, payload);
    inFlight.current = false;
    setBusy(false);
    if (result.ok) setAnswer(result.value);
    else setFailure(result.error.code);
    return result.ok ? result.value : null;
  }

  return { answer, busy, failure, ask, forget: () => setAnswer(null) };
}
