import { useCallback, useEffect, useRef, useState } from 'react';
import type { FunctionKey, Payload, Values } from '../../src/contract/functions';
import type { ErrorCode } from '../../src/domain/errors';
import { callResolver } from './call-resolver';

/** What changes while somebody types is asked about when they pause. Milliseconds. */
const PAUSE_MS = 300;

export interface LatestAnswer<F extends FunctionKey> {
  /** The last one that there was; it stays while another one is on its way, and when that fails. */
  answer: Values[F] | null;
  /** Is another one on its way, or about to be asked for? */
  busy: boolean;
  /** Why the last question had no answer. */
  failure: ErrorCode | null;
  retry(): void;
}

interface State<F extends FunctionKey> {
  answer: Values[F] | null;
  failure: ErrorCode | null;
  /** What the answer, or the failure, is to. */
  key: string;
}

/**
 * Asks a function of the app whenever the question changes, or `turn` does, after a pause. One question is on its way at a
 * time; of those that come up meanwhile, the last one is asked then. Null: there is nothing to ask.
 */
export function useLatestAnswer<F extends FunctionKey>(
  functionKey: F,
  payload: Payload<F> | null,
  turn: string | number = '',
): LatestAnswer<F> {
  const [retries, setRetries] = useState(0);
  const question = payload && JSON.stringify(payload);
  const key = question === null ? null : `${String(retries)} ${String(turn)} ${question}`;
  const [state, setState] = useState<State<F>>({ answer: null, failure: null, key: '' });
  const wanted = useRef<{ key: string; question: string } | null>(null);
  const asking = useRef(false);
  const isGone = useRef(false);

  const askWanted = useCallback(async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    while (wanted.current !== null && !isGone.current) {
      const now = wanted.current;
      const result = await callResolver(functionKey, JSON.parse(now.question) as Payload<F>);
      if (isGone.current || wanted.current !== now) continue;
      wanted.current = null;
      setState(({ answer }) =>
        result.ok
          ? { answer: result.value, failure: null, key: now.key }
          : { answer, failure: result.error.code, key: now.key },
      );
    }
    asking.current = false;
  }, [functionKey]);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const isFirst = useRef(true);
  useEffect(() => {
    const isOpening = isFirst.current;
    isFirst.current = false;
    if (key === null || question === null) {
      wanted.current = null;
      return undefined;
    }
    const ask = (): void => {
      wanted.current = { key, question };
      void askWanted();
    };
    if (isOpening) {
      ask();
      return undefined;
    }
    const timer = setTimeout(ask, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, question, askWanted]);

  return {
    answer: state.answer,
    failure: state.key === key ? state.failure : null,
    busy: key !== null && state.key !== key,
    retry: () => setRetries((count) => count + 1),
  };
}
