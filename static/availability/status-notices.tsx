import { useEffect, useRef } from 'react';
import type { OwnWaitingChat, Panel } from '../../src/contract/panel';
import { useStore } from '../app/store';
import { useTexts } from '../app/texts-context';
import { ErrorNotice } from '../ui/error-notice';
import { failureWords } from './failure-words';
import { LeaveQuestion } from './leave-question';
import { LeftNotice } from './left-notice';
import type { PanelState, PanelStore } from './panel-store';
import type { Leaving } from './use-leaving';
import './status-notices.css';

export interface StatusNoticesProps {
  panel: Panel;
  now: number;
  store: PanelStore;
  leaving: Leaving;
  onOpenChat(chat: OwnWaitingChat): void;
  /** A question was answered, or a notice dismissed, and the focus with it is gone. */
  onSettled(): void;
}

/** What is asked before my status changes, told after it, and said when it did not (rules S4, S11). */
export function StatusNotices({ panel, now, store, leaving, onOpenChat, onSettled }: StatusNoticesProps) {
  const texts = useTexts();
  const pending = useStore(store, (state) => state.pending);
  const failure = useStore(store, (state) => state.failure);
  const { question, preview, left } = leaving;
  const box = useRef<HTMLDivElement>(null);
  const isTold = failure !== null || left.length > 0;
  useEffect(() => {
    // In a small window what came of a press may stand below its end.
    if (isTold) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isTold]);
  return (
    <div ref={box} className="agent-notices">
      {question && (
        <LeaveQuestion
          projects={question.projects}
          waiting={question.waiting}
          breakMinutes={question.leave.breakMinutes}
          {...{ preview, now }}
          onConfirm={() => {
            leaving.confirm();
            onSettled();
          }}
          onCancel={() => {
            leaving.cancel();
            onSettled();
          }}
          onOpenChat={onOpenChat}
        />
      )}
      {left.length > 0 && (
        <LeftNotice
          waiting={left}
          now={now}
          onOpenChat={onOpenChat}
          onDismiss={() => {
            leaving.forgetLeft();
            onSettled();
          }}
        />
      )}
      {failure && (
        <ErrorNotice
          code={failure.code}
          title={failureWords(texts, panel, failure.wish)}
          {...(isNotAsked(failure) && {
            body: texts.t('agent.notAskedNow', { button: texts.t('agent.goOnline') }),
          })}
          busy={pending !== null}
          {...(failure.code === 'unavailable' && { onRetry: () => void store.wish(failure.wish) })}
        />
      )}
    </div>
  );
}

/** Answered, or passed, before the answer came: what is to be done is not to try again (rule H2). */
const isNotAsked = ({ code, wish }: NonNullable<PanelState['failure']>): boolean =>
  code === 'conflict' && wish.kind === 'confirm';
