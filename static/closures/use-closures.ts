import { useRef, useState } from 'react';
import type { Payload } from '../../src/contract/functions';
import type { Closures } from '../../src/contract/clock';
import type { ErrorCode, Result } from '../../src/domain/errors';
import { callResolver } from '../app/call-resolver';
import { newOperationId } from '../app/operation-id';

type ClosureWish = Omit<Payload<'saveClosure'>, 'projectId' | 'operationId'>;

type Outcome = { kind: 'done' } | { kind: 'failed'; code: ErrorCode };

export interface ClosuresEditing {
  busy: boolean;
  /** One at a time; null: another one is on its way. */
  save(wish: ClosureWish): Promise<Outcome | null>;
  end(closureId: string): Promise<Outcome | null>;
}

/** Plans, changes and ends closures; each answer is the list as it is then. */
export function useClosures(
  projectId: string,
  onAnswer: (closures: Closures) => void,
  onStale: () => void,
): ClosuresEditing {
  const [busy, setBusy] = useState(false);
  const inFlight = useRef(false);
  /** The wish whose outcome is not known, and the name it went under: repeated, it is one. */
  const wished = useRef({ wish: '', operationId: '' });

  async function once(
    wish: object,
    ask: (operationId: string) => Promise<Result<Closures>>,
  ): Promise<Outcome | null> {
    if (inFlight.current) return null;
    inFlight.current = true;
    setBusy(true);
    const text = JSON.stringify(wish);
    if (wished.current.wish !== text) wished.current = { wish: text, operationId: newOperationId() };
    const answer = await ask(wished.current.operationId);
    inFlight.current = false;
    setBusy(false);
    if (answer.ok) {
      wished.current = { wish: '', operationId: '' };
      onAnswer(answer.value);
      return { kind: 'done' };
    }
    // What is wrong may be that the list is.
    if (answer.error.code !== 'unavailable') onStale();
    return { kind: 'failed', code: answer.error.code };
  }

  return {
    busy,
    save: (wish) =>
      once(wish, (operationId) => callResolver('saveClosure', { projectId, ...wish, operationId })),
    end: (closureId) =>
      once({ closureId }, (operationId) => callResolver('endClosure', { projectId, closureId, operationId })),
  };
}
