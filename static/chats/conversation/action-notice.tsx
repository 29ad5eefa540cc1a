import { ErrorNotice } from '../../ui/error-notice';
import { Notice } from '../../ui/notice';
import { useTexts } from '../../app/texts-context';
import type { ConversationState } from './conversation-store';

const NOT_DONE = {
  assignToMe: 'inbox.notAssigned',
  resolve: 'inbox.notResolved',
  confirmEmail: 'inbox.emailStaysUnconfirmed',
} as const;

export interface ActionNoticeProps {
  failure: NonNullable<ConversationState['failure']>;
  busy: boolean;
  onRetry(): void;
}

/** What was not done, and why. */
export function ActionNotice({ failure: { action, code }, busy, onRetry }: ActionNoticeProps) {
  const { t } = useTexts();
  const title = t(NOT_DONE[action]);
  if (code === 'conflict') {
    return (
      <Notice tone="error" urgent title={title}>
        {t(action === 'confirmEmail' ? 'inbox.emailRefused' : 'inbox.workflowRefused')}
      </Notice>
    );
  }
  return <ErrorNotice {...{ code, title, busy }} {...(code === 'unavailable' && { onRetry })} />;
}
