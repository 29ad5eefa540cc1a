import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { errorText } from '../../app/error-text';
import { useTexts } from '../../app/texts-context';
import { NoteHead } from './note';
import type { Outgoing } from './outgoing';

const WORDS = {
  reply: { waits: 'inbox.waits', sending: 'inbox.sending', notSent: 'inbox.notSent' },
  note: { waits: 'note.waits', sending: 'note.adding', notSent: 'note.notAdded' },
} as const;

export interface OutgoingMessageProps {
  outgoing: Outgoing;
  /** The chat is not in Jira yet. */
  waits: boolean;
  onTryAgain(): void;
  onTakeBack(): void;
}

/** My reply, or note, as it was typed, until it is in the conversation. */
export function OutgoingMessage({ outgoing, waits, onTryAgain, onTakeBack }: OutgoingMessageProps) {
  const texts = useTexts();
  const { t } = texts;
  const { kind, text, failure } = outgoing;
  const isNote = kind === 'note';
  const why =
    isNote && (failure === 'conflict' || failure === 'not-found')
      ? t('note.refused')
      : failure === 'conflict' || failure === 'limit'
        ? t(failure === 'conflict' ? 'inbox.commentRefused' : 'inbox.chatFull')
        : failure && errorText(texts, failure);
  return (
    <li className={isNote ? 'note note-outgoing' : 'inbox-message inbox-message-ours'}>
      {isNote ? (
        <NoteHead who={t('inbox.you')} />
      ) : (
        <p className="inbox-message-head fd-small">
          <span className="inbox-message-name">{t('inbox.you')}</span>
        </p>
      )}
      <p className={isNote ? 'note-text' : 'inbox-bubble inbox-bubble-outgoing'} dir="auto">
        {text}
      </p>
      {failure === null ? (
        <p className="fd-small fd-subtle">{t(WORDS[kind][waits ? 'waits' : 'sending'])}</p>
      ) : (
        <div className="inbox-not-sent" role="alert">
          <p className="inbox-failure fd-small">
            <WarningIcon label="" color="var(--ds-icon-danger)" />
            {t(WORDS[kind].notSent, { why: why ?? '' })}
          </p>
          <div className="fd-actions">
            {failure === 'unavailable' && (
              <Button spacing="compact" onClick={onTryAgain}>
                {t('error.tryAgain')}
              </Button>
            )}
            <Button spacing="compact" appearance="subtle" onClick={onTakeBack}>
              {t('inbox.takeBack')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
