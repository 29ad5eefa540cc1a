import { useRef, useState } from 'react';
import type { Payload } from '../../../src/contract/functions';
import type { ErrorCode } from '../../../src/domain/errors';
import { useAnnounce } from '../../app/announcer';
import { callResolver } from '../../app/call-resolver';
import { newOperationId } from '../../app/operation-id';
import { useTexts } from '../../app/texts-context';

export type Decision = Payload<'decideHeld'>['decision'];
export type Which = Payload<'decideHeld'>['which'];

interface Decided {
  text: string;
  /** Monotonic ms. */
  startedAt: number;
  operationIds: string[];
}

export interface HeldDecision {
  /** What was decided last and can still be undone. */
  decided: Decided | null;
  busy: boolean;
  /** Why something was not decided, or not undone. */
  failure: { undoing: boolean; code: ErrorCode } | null;
  /** True when all of it was. */
  decide(which: readonly Which[], count: number, decision: Decision): Promise<boolean>;
  /** True when all of it was. */
  undo(): Promise<boolean>;
  over(): void;
}

/** Releasing or rejecting chats held back: done ten seconds later, until when it can be undone (rules T6, D8). */
export function useHeldDecision(projectId: string): HeldDecision {
  const { t, counted } = useTexts();
  const announce = useAnnounce();
  const [decided, setDecided] = useState<Decided | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<HeldDecision['failure']>(null);
  const inFlight = useRef(false);

  async function decide(which: readonly Which[], count: number, decision: Decision): Promise<boolean> {
    if (inFlight.current) return false;
    inFlight.current = true;
    setBusy(true);
    setFailure(null);
    const startedAt = performance.now();
    const operationIds: string[] = [];
    let failed: ErrorCode | null = null;
    for (const each of which) {
      const operationId = newOperationId();
      const answer = await callResolver('decideHeld', { projectId, which: each, decision, operationId });
      if (!answer.ok) {
        failed = answer.error.code;
        break;
      }
      operationIds.push(operationId);
    }
    inFlight.current = false;
    setBusy(false);
    if (failed !== null) {
      // All or nothing: what was taken of it is given back.
      for (const operationId of operationIds)
        await callResolver('undoDecideHeld', { projectId, operationId });
      setFailure({ undoing: false, code: failed });
      return false;
    }
    const text = counted(decision === 'release' ? 'held.willRelease' : 'held.willReject', count);
    announce(text);
    setDecided({ text, startedAt, operationIds });
    return true;
  }

  async function undo(): Promise<boolean> {
    for (const operationId of decided?.operationIds ?? []) {
      const answer = await callResolver('undoDecideHeld', { projectId, operationId });
      if (answer.ok) continue;
      setDecided(null);
      setFailure({ undoing: true, code: answer.error.code });
      return false;
    }
    setDecided(null);
    announce(t('held.undone'));
    return true;
  }

  return { decided, busy, failure, decide, undo, over: () => setDecided(null) };
}
