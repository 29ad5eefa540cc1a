import { agentName } from '../../app/agent-name';
import { ErrorNotice } from '../../ui/error-notice';
import { Notice } from '../../ui/notice';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import type { Failure } from './conversation-actions';

const NOT_DONE = {
  assignToMe: 'inbox.notAssigned',
  handOver: 'handOver.notHandedOver',
  giveBack: 'handOver.notGivenBack',
  resolve: 'inbox.notResolved',
  reopen: 'undo.notUndone',
  confirmEmail: 'inbox.emailStaysUnconfirmed',
} as const;

export interface ActionNoticeProps {
  failure: Failure;
  busy: boolean;
  /** Absent: it is asked for again where it was asked for. */
  onRetry?: () => void;
}

/** What was not done, and why: only what may work in a moment can be tried again. */
export function ActionNotice({ failure, busy, onRetry }: ActionNoticeProps) {
  const texts = useTexts();
  const { action, code, says, already } = failure;
  if (already) return <Notice tone="info" urgent title={whoWasFaster(texts, failure)} />;
  const title = texts.t(NOT_DONE[action]);
  const why = reason(texts, failure);
  if (why === null)
    return <ErrorNotice {...{ code, title, busy }} {...(onRetry && code === 'unavailable' && { onRetry })} />;
  return (
    <Notice tone="error" urgent title={title}>
      <p>{why}</p>
      {says.length > 0 && <p>{texts.t('inbox.jiraSays', { text: says.join(' ') })}</p>}
    </Notice>
  );
}

function whoWasFaster(texts: Texts, { by }: Failure): string {
  if (!by) return texts.t('undo.faster');
  return by === 'me'
    ? texts.t('undo.fasterYou')
    : texts.t('undo.fasterNamed', { name: agentName(texts, by) });
}

/** Null: the same as everywhere. */
function reason(texts: Texts, { action, code, way, to, assignee }: Failure): string | null {
  const { t, list } = texts;
  if (assignee) return t('handOver.tookIt', { name: agentName(texts, assignee) });
  if (assignee === null) return t('handOver.nobodyHas');
  if (code === 'not-allowed' && action === 'assignToMe') return t('inbox.notAssignable');
  if (code === 'not-allowed' && (action === 'handOver' || action === 'giveBack')) return t('handOver.mayNot');
  if (code !== 'conflict') return null;
  if (action === 'confirmEmail') return t('inbox.emailRefused');
  if (action === 'handOver' && to) return t('handOver.cantTake', { name: agentName(texts, to) });
  return way && way.wants.length > 0
    ? t('inbox.wantsFields', { fields: list(way.wants), way: way.name })
    : t('inbox.workflowRefused');
}
