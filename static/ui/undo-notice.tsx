import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { UNDO_WINDOW_MS } from '../../src/domain/limits';
import { useSecondsLeft } from '../app/use-seconds-left';
import { useTexts } from '../app/texts-context';
import { Notice } from './notice';

export interface UndoNoticeProps {
  text: string;
  /** Monotonic ms from which the ten seconds count. */
  startedAt: number;
  /** Undoing; the button waits for it. */
  onUndo(): Promise<void>;
  /** The time is over. `hadFocus`: the focus is about to be lost. */
  onOver(hadFocus: boolean): void;
}

/** What was done, and for ten seconds the way back (rule D8). */
export function UndoNotice({ text, startedAt, onUndo, onOver }: UndoNoticeProps) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [undoing, setUndoing] = useState(false);
  const left = useSecondsLeft(startedAt + UNDO_WINDOW_MS);
  const over = left <= 0 && !undoing;
  const tell = useRef(onOver);
  useEffect(() => {
    tell.current = onOver;
  });
  useEffect(() => {
    if (over) tell.current(box.current?.contains(document.activeElement) ?? false);
  }, [over]);

  async function undo(): Promise<void> {
    if (undoing) return;
    setUndoing(true);
    await onUndo();
    setUndoing(false);
  }

  return (
    <div ref={box}>
      <Notice
        tone="success"
        actions={
          <Button spacing="compact" autoFocus isLoading={undoing} onClick={() => void undo()}>
            {t('agent.undo', { seconds: Math.max(0, left) })}
          </Button>
        }
      >
        {text}
      </Notice>
    </div>
  );
}
