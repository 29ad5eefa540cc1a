import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { errorText } from '../../app/error-text';
import { useTexts } from '../../app/texts-context';
import type { Outgoing } from './outgoing';

export interface OutgoingMessageProps {
  outgoing: Outgoing;
  /** The chat is not in Jira yet. */
  waits: boolean;
  onTryAgain(): void;
  onTakeBack(): void;
}

/** My reply as it was typed, until it is in the conversation. */
export function OutgoingMessage({ outgoing, waits, onTryAgain, onTakeBack }: OutgoingMessageProps) {
  const texts = useTexts();
  const { t } = texts;
  const { text, failure } = outgoing;
  const why =
    failure === 'conflict' || failure === 'limit'
      ? t(failure === 'conflict' ? 'inbox.commentRefused' : 'inbox.chatFull')
      : failure && errorText(texts, failure);
  return (
    <li className="inbox-message inbox-message-ours">
      <p className="inbox-message-head fd-small">
        <span className="inbox-message-name">{t('inbox.you')}</span>
      </p>
      <p className="inbox-bubble inbox-bubble-outgoing" dir="auto">
        {text}
      </p>
      {failure === null ? (
        <p className="fd-small fd-subtle">{t(waits ? 'inbox.waits' : 'inbox.sending')}</p>
      ) : (
        <div className="inbox-not-sent" role="alert">
          <p className="inbox-failure fd-small">
            <WarningIcon label="" color="var(--ds-icon-danger)" />
            {t('inbox.notSent', { why: why ?? '' })}
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
