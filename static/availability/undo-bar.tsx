import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { AgentRow, Panel } from '../../src/contract/panel';
import type { ErrorCode } from '../../src/domain/errors';
import { UNDO_WINDOW_MS } from '../../src/domain/limits';
import { agentName } from '../app/agent-name';
import { callResolver } from '../app/call-resolver';
import { errorText } from '../app/error-text';
import { Notice } from '../ui/notice';
import { newOperationId } from '../app/operation-id';
import { useSecondsLeft } from '../app/use-seconds-left';
import { useTexts } from '../app/texts-context';

export interface UndoBarProps {
  projectId: string;
  row: AgentRow;
  /** Monotonic ms from which the ten seconds count. */
  startedAt: number;
  onUndone(panel: Panel): void;
  /** The time is over, or the message was dismissed. `hadFocus`: the focus is about to be lost. */
  onGone(hadFocus: boolean): void;
}

/** "Bo was put offline. Undo (8 s)" (rule S6). */
export function UndoBar({ projectId, row, startedAt, onUndone, onGone }: UndoBarProps) {
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const operationId = useRef(newOperationId());
  const inFlight = useRef(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [sending, setSending] = useState(false);
  const left = useSecondsLeft(startedAt + UNDO_WINDOW_MS);

  const hasFocus = (): boolean => box.current?.contains(document.activeElement) ?? false;
  const over = left <= 0 && !sending && failure === null;
  useEffect(() => {
    if (over) onGone(hasFocus());
  }, [over, onGone]);

  async function undo(): Promise<void> {
    if (inFlight.current) return;
    inFlight.current = true;
    setSending(true);
    const answer = await callResolver('undoPutOffline', {
      projectId,
      accountId: row.accountId,
      operationId: operationId.current,
    });
    inFlight.current = false;
    setSending(false);
    if (answer.ok) return onUndone(answer.value);
    setFailure(answer.error.code);
  }

  const name = agentName(texts, row);
  const undoButton = (
    <Button spacing="compact" autoFocus onClick={() => void undo()} isLoading={sending}>
      {texts.t('agent.undo', { seconds: Math.max(0, left) })}
    </Button>
  );
  if (failure === null) {
    return (
      <div ref={box}>
        <Notice tone="success" actions={undoButton}>
          {texts.t('agent.wasPutOffline', { name })}
        </Notice>
      </div>
    );
  }
  const mayRetry = failure === 'unavailable' && left > 0;
  return (
    <div ref={box}>
      <Notice
        tone="error"
        urgent
        title={texts.t('agent.notUndone', { name })}
        actions={
          <>
            {mayRetry && undoButton}
            <Button spacing="compact" appearance="subtle" onClick={() => onGone(hasFocus())}>
              {texts.t('agent.dismiss')}
            </Button>
          </>
        }
      >
        {mayRetry ? errorText(texts, failure) : texts.t('agent.notUndoneWhatNow')}
      </Notice>
    </div>
  );
}
