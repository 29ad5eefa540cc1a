import { useRef, useState } from 'react';
import type { ErrorCode } from '../../../src/domain/errors';
import { useAnnounce } from '../../app/announcer';
import { callResolver } from '../../app/call-resolver';
import { newOperationId } from '../../app/operation-id';
import { useTexts } from '../../app/texts-context';

export interface Blocking {
  asking: boolean;
  busy: boolean;
  /** What was not done, and why. */
  failure: { unblocking: boolean; code: ErrorCode } | null;
  /** What was blocked just now, from a monotonic ms on. */
  done: { blockId: string; startedAt: number } | null;
  ask(): void;
  cancel(): void;
  block(reason: string): Promise<boolean>;
  unblock(blockId: string): Promise<boolean>;
  over(): void;
}

/** Ending and blocking a chat, and taking it back (rules T6, T7, D8). */
export function useBlocking(
  projectId: string,
  conversationId: string,
  refresh: () => Promise<void>,
): Blocking {
  const { t } = useTexts();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Blocking['failure']>(null);
  const [done, setDone] = useState<Blocking['done']>(null);
  // Asked for again after a failure, it is the same operation.
  const operations = useRef({ block: newOperationId(), unblock: newOperationId() });

  async function block(reason: string): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setFailure(null);
    const startedAt = performance.now();
    const answer = await callResolver('blockVisitor', {
      conversationId,
      operationId: operations.current.block,
      ...(reason !== '' && { reason }),
    });
    setBusy(false);
    if (!answer.ok) {
      setFailure({ unblocking: false, code: answer.error.code });
      return false;
    }
    operations.current.block = newOperationId();
    setAsking(false);
    setDone({ blockId: answer.value.blockId, startedAt });
    announce(t('block.blocked'));
    await refresh();
    return true;
  }

  async function unblock(blockId: string): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setFailure(null);
    const operationId = operations.current.unblock;
    const answer = await callResolver('unblockVisitor', { projectId, blockId, operationId });
    setBusy(false);
    if (!answer.ok) {
      setFailure({ unblocking: true, code: answer.error.code });
      return false;
    }
    operations.current.unblock = newOperationId();
    setDone(null);
    announce(t('block.unblocked'));
    await refresh();
    return true;
  }

  return {
    asking,
    busy,
    failure,
    done,
    ask: () => setAsking(true),
    cancel: () => {
      setAsking(false);
      setFailure(null);
    },
    block,
    unblock,
    over: () => setDone(null),
  };
}
