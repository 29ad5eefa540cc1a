import Avatar from '@atlaskit/avatar';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ConversationMessage } from '../../../src/contract/agent-conversation';
import type { InboxRow } from '../../../src/contract/inbox';
import { agentName } from '../../app/agent-name';
import { dateTime } from '../../app/format-time';
import type { Texts } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { failureText } from '../failure-text';
import { withLinks } from './with-links';

export interface MessageProps {
  message: ConversationMessage;
  /** The customer's. */
  name: string;
  failure: InboxRow['failure'];
}

/** One message: the customer's on the left, ours on the right, each with its name. */
export function Message({ message, name, failure }: MessageProps) {
  const texts = useTexts();
  const { t } = texts;
  const { from, agent, at, text, edited, deleted } = message;
  const instant = Date.parse(at);
  const time = new Intl.DateTimeFormat(texts.locale, { timeStyle: 'short' }).format(instant);
  const speaker = from === 'visitor' ? name : agent ? agentName(texts, agent) : t('agent.someone');
  const isOurs = from === 'agent' || from === 'app';
  const failed = from === 'visitor' && message.delivery === 'failed';
  return (
    <li className={isOurs ? 'inbox-message inbox-message-ours' : 'inbox-message'}>
      <div className="inbox-message-head fd-small">
        {from === 'agent' && <Avatar size="xsmall" src={agent?.avatarUrl ?? undefined} />}
        <span className="inbox-message-name inbox-cut" title={speaker}>
          {speaker}
        </span>
        {from === 'customer' && <span className="fd-subtle">{t('inbox.otherCustomer')}</span>}
        {from === 'app' && <span className="fd-subtle">{t('inbox.automation')}</span>}
        <time dateTime={at} title={dateTime(instant, texts)} className="fd-subtle">
          {time}
        </time>
        {edited && !deleted && <span className="fd-subtle">{t('inbox.edited')}</span>}
      </div>
      <p
        className={deleted ? 'inbox-bubble inbox-bubble-deleted' : 'inbox-bubble'}
        dir={deleted ? undefined : 'auto'}
      >
        {deleted ? t('inbox.deleted') : withLinks(text)}
      </p>
      {from === 'visitor' && (
        <p className={failed ? 'inbox-failure fd-small' : 'fd-small fd-subtle'}>
          {failed && <WarningIcon label="" color="var(--ds-icon-danger)" />}
          {deliveryText(texts, message, failure)}
        </p>
      )}
    </li>
  );
}

function deliveryText(texts: Texts, { delivery }: ConversationMessage, failure: InboxRow['failure']): string {
  switch (delivery) {
    case 'stored':
      return texts.t('inbox.onItsWay');
    case 'delivered':
      return texts.t('inbox.delivered');
    case 'failed':
      return failure === null
        ? texts.t('inbox.notDeliveredPlain')
        : texts.t('inbox.notDelivered', { reason: failureText(texts, failure) });
  }
}
