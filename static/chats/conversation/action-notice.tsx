import { ErrorNotice } from '../../ui/error-notice';
import { Notice } from '../../ui/notice';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import type { Failure } from './conversation-store';

const NOT_DONE = {
  assignToMe: 'inbox.notAssigned',
  resolve: 'inbox.notResolved',
  confirmEmail: 'inbox.emailStaysUnconfirmed',
} as const;

export interface ActionNoticeProps {
  failure: Failure;
  busy: boolean;
  onRetry(): void;
}

/** What was not done, and why: only what may work in a moment can be tried again. */
export function ActionNotice({ failure, busy, onRetry }: ActionNoticeProps) {
  const texts = useTexts();
  const { action, code, says } = failure;
  const title = texts.t(NOT_DONE[action]);
  const why = reason(texts, failure);
  if (why === null)
    return <ErrorNotice {...{ code, title, busy }} {...(code === 'unavailable' && { onRetry })} />;
  return (
    <Notice tone="error" urgent title={title}>
      <p>{why}</p>
      {says.length > 0 && <p>{texts.t('inbox.jiraSays', { text: says.join(' ') })}</p>}
    </Notice>
  );
}

/** Null: the same as everywhere. */
function reason({ t, list }: Texts, { action, code, way }: Failure): string | null {
  if (code === 'not-allowed' && action === 'assignToMe') return t('inbox.notAssignable');
  if (code !== 'conflict') return null;
  if (action === 'confirmEmail') return t('inbox.emailRefused');
  return way && way.wants.length > 0
    ? t('inbox.wantsFields', { fields: list(way.wants), way: way.name })
    : t('inbox.workflowRefused');
}
