import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import { clockTime } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';
import { Notice } from '../../ui/notice';
import { UndoNotice } from '../../ui/undo-notice';
import { DecisionFailure } from './decision-failure';
import { useHeldDecision } from './use-held-decision';

export interface HeldNoteProps {
  projectId: string;
  conversationId: string;
  /** ISO. */
  since: string;
  now: number;
  /** It was decided, and cannot be undone any more. */
  onDecided(): void;
}

/** In the place of the reply box: a chat that is not in Jira cannot be answered. */
export function HeldNote({ projectId, conversationId, since, now, onDecided }: HeldNoteProps) {
  const texts = useTexts();
  const { t, counted } = texts;
  const box = useRef<HTMLDivElement>(null);
  const { decided, busy, failure, decide, undo, over } = useHeldDecision(projectId);
  const which = [{ conversationIds: [conversationId] }];
  return (
    <div ref={box} tabIndex={-1} className="held-note">
      <DecisionFailure failure={failure} />
      {decided ? (
        <UndoNotice
          text={decided.text}
          startedAt={decided.startedAt}
          onUndo={async () => {
            await undo();
            box.current?.focus();
          }}
          onOver={(hadFocus) => {
            over();
            if (hadFocus) box.current?.focus();
            onDecided();
          }}
        />
      ) : (
        <Notice
          tone="info"
          actions={
            <>
              <Button spacing="compact" isLoading={busy} onClick={() => void decide(which, 1, 'release')}>
                {counted('held.release', 1)}
              </Button>
              <Button spacing="compact" isDisabled={busy} onClick={() => void decide(which, 1, 'reject')}>
                {t('held.reject', { count: 1 })}
              </Button>
            </>
          }
        >
          <p>{t('held.releaseToAnswer', { time: clockTime(Date.parse(since), now, texts) })}</p>
          <p className="fd-small">{t('held.rejectWhat')}</p>
        </Notice>
      )}
    </div>
  );
}
