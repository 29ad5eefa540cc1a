import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useTexts } from '../../app/texts-context';

/** How loading an earlier page goes. */
export type EarlierState = 'idle' | 'loading' | 'failed';

export interface ShowEarlierProps {
  state: EarlierState;
  onShow(): void;
}

/** Above the first message, as long as there are earlier ones. It keeps the focus while they come. */
export function ShowEarlier({ state, onShow }: ShowEarlierProps) {
  const { t } = useTexts();
  return (
    <div className="inbox-earlier">
      <p className={state === 'failed' ? 'fd-small' : 'fd-hidden'} role="status">
        {state === 'failed' && <WarningIcon label="" color="var(--ds-icon-warning)" />}
        {state === 'failed' && t('inbox.earlierFailed')}
        {state === 'loading' && t('inbox.loadingEarlier')}
      </p>
      <Button spacing="compact" isLoading={state === 'loading'} onClick={onShow}>
        {t(state === 'failed' ? 'error.tryAgain' : 'inbox.showEarlier')}
      </Button>
    </div>
  );
}
