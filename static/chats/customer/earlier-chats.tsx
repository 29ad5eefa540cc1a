import { useEffect, useId, useState } from 'react';
import type { CustomerKnown, EarlierChat } from '../../../src/contract/customer';
import type { InboxRow } from '../../../src/contract/inbox';
import { CHATS_SEARCHED, LOOKING_FROM_MS } from '../../../src/domain/inbox-limits';
import { dateTime } from '../../app/format-time';
import { useTexts } from '../../app/texts-context';
import { useLoaded } from '../../app/use-loaded';
import { ErrorNotice } from '../../ui/error-notice';
import { WebLink } from '../conversation/web-link';
import { relativeTime } from '../relative-time';
import { whereText } from '../where-text';

export interface EarlierChatsProps {
  row: Pick<InboxRow, 'conversationId' | 'confidence'>;
  now: number;
  onOpen(conversationId: string): void;
}

/** What this customer said before, where it is sure that it is theirs (rules D9, T1). */
export function EarlierChats(props: EarlierChatsProps) {
  const { t } = useTexts();
  const id = useId();
  const { confidence } = props.row;
  const looks = useLooks();
  return (
    <section className="customer-section" aria-labelledby={id}>
      <h3 id={id}>{t('customer.earlier')}</h3>
      {confidence !== 'portal' && confidence !== 'signed' ? (
        <p className="fd-small fd-subtle">{t('customer.notVouched')}</p>
      ) : looks ? (
        <Found {...props} />
      ) : (
        <Looking />
      )}
    </section>
  );
}

/** Who leafs through the list asks nothing. */
function useLooks(): boolean {
  const [looks, setLooks] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLooks(true), LOOKING_FROM_MS);
    return () => clearTimeout(timer);
  }, []);
  return looks;
}

const Looking = () => <div className="fd-skeleton customer-skeleton" aria-hidden="true" />;

function Found({ row, now, onOpen }: EarlierChatsProps) {
  const texts = useTexts();
  const { t } = texts;
  const { value, loading, failure, load } = useLoaded('getCustomer', { conversationId: row.conversationId });
  if (failure)
    return (
      <ErrorNotice
        code={failure}
        title={t('customer.earlierFailed')}
        busy={loading}
        {...(failure === 'unavailable' && { onRetry: load })}
      />
    );
  if (!value) return <Looking />;
  const earlier = value.earlier ?? [];
  const rest = restText(value);
  return (
    <>
      {earlier.length === 0 ? (
        <p className="fd-small fd-subtle">{t('customer.noEarlier')}</p>
      ) : (
        <ul>
          {earlier.map((chat) => (
            <li key={chat.conversationId}>
              <ChatLink {...{ chat, now }} onOpen={() => onOpen(chat.conversationId)} />
            </li>
          ))}
        </ul>
      )}
      {rest !== null && <p className="fd-small fd-subtle">{rest}</p>}
      {value.requestsUrl !== null && (
        <p className="fd-small">
          <WebLink href={value.requestsUrl} text={t('customer.requests')} />
        </p>
      )}
    </>
  );

  function restText({ isMore, isPart }: CustomerKnown): string | null {
    if (isMore) return t('customer.moreEarlier');
    const count = new Intl.NumberFormat(texts.locale).format(CHATS_SEARCHED);
    return isPart ? t('customer.onlyNewest', { count }) : null;
  }
}

interface ChatLinkProps {
  chat: EarlierChat;
  now: number;
  onOpen(): void;
}

function ChatLink({ chat, now, onOpen }: ChatLinkProps) {
  const texts = useTexts();
  const { firstLine, lastAt, status, unanswered } = chat;
  const at = Date.parse(lastAt);
  const where = whereText(texts, chat);
  const facts = [where, unanswered ? texts.t('inbox.waiting') : status, relativeTime(at, now, texts)];
  return (
    <button type="button" className="customer-chat" onClick={onOpen}>
      <span className="customer-chat-line">{firstLine || where}</span>{' '}
      <span className="fd-small fd-subtle" title={dateTime(at, texts)}>
        {facts.filter((fact) => fact !== null).join(' · ')}
      </span>
    </button>
  );
}
