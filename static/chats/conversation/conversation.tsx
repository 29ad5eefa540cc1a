import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import { useEffect, useRef, useState } from 'react';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Way } from '../../../src/domain/ways';
import { callResolver } from '../../app/call-resolver';
import { useAnnounce } from '../../app/announcer';
import { ErrorNotice } from '../../ui/error-notice';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import { BlockButton } from '../block/block-button';
import { BlockPanel } from '../block/block-panel';
import { useBlocking } from '../block/use-blocking';
import { HeldNote } from '../held/held-note';
import { ActionNotice } from './action-notice';
import { ConversationHeader } from './conversation-header';
import type { ConversationAction, ConversationStore } from './conversation-store';
import { CustomerFacts } from './customer-facts';
import { customerName } from '../customer-name';
import type { Drafts } from './drafts';
import { identityKey } from './identity-key';
import { MessageList } from './message-list';
import { ReplyBox } from './reply-box';
import { replyHint } from './reply-hint';
import { StaleNote } from '../stale-note';
import { createTypingNotice } from './typing-notice';
import { useNewMessageNews } from '../news/use-new-message-news';

export interface ConversationProps {
  store: ConversationStore;
  drafts: Drafts;
  projectId: string;
  conversationId: string;
  viewerId: string;
  anonymousName: string;
  now: number;
  /** It takes turns with the list, which there is a way back to. */
  narrow: boolean;
  onBack(): void;
}

/** One conversation: what was said, and the field to answer in. */
export function Conversation(props: ConversationProps) {
  const { store, drafts, projectId, conversationId, viewerId, anonymousName, now, narrow, onBack } = props;
  const texts = useTexts();
  const { t } = texts;
  const announce = useAnnounce();
  const { view, earlier, loadFailure, staleSince, outgoing, pending, failure } = useStore(
    store,
    (state) => state,
  );
  const [typing] = useState(() => createTypingNotice(() => void callResolver('typing', { conversationId })));
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const name = customerName(texts, view?.row.customer ?? null, anonymousName);
  useEffect(() => void store.refresh(), [store]);
  useNewMessageNews(view, name, viewerId);
  const blocking = useBlocking(projectId, conversationId, store.refresh);

  const isKnown = view !== null;
  useEffect(() => {
    // Where the list gives way to the conversation, the row that had the focus is gone.
    if (isKnown && (narrow || document.activeElement === document.body)) heading.current?.focus();
    // Only when it appears: a narrower window is no reason to move the focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isKnown]);

  async function run(action: ConversationAction, way: Way | null = null): Promise<void> {
    if (!(await store.run(action, way))) return;
    const status = store.getState().view?.row.status ?? '';
    if (action === 'assignToMe') announce(t('inbox.assignedNow'));
    else if (action === 'confirmEmail') announce(t('inbox.emailConfirmedNow'));
    else announce(way ? t('inbox.endedNow', { status }) : t('inbox.resolvedNow'));
    // The button cannot be pressed any more, and lets go of the focus.
    field.current?.focus();
  }

  const back = narrow && (
    <button
      type="button"
      className="inbox-back"
      aria-label={t('inbox.back')}
      title={t('inbox.back')}
      onClick={onBack}
    >
      <ArrowLeftIcon label="" />
    </button>
  );
  if (!view) {
    const mayRetry = loadFailure === 'unavailable';
    return (
      <div className="inbox-conversation" aria-busy={loadFailure === null}>
        {back}
        {loadFailure ? (
          <ErrorNotice code={loadFailure} {...(mayRetry && { onRetry: store.refresh })} />
        ) : (
          <>
            <p className="fd-hidden" role="status">
              {t('inbox.loadingConversation')}
            </p>
            <div className="fd-skeleton inbox-head-skeleton" aria-hidden="true" />
            <div className="fd-skeleton inbox-messages-skeleton" aria-hidden="true" />
          </>
        )}
      </div>
    );
  }
  const identity = narrow ? identityKey(view) : null;
  const facts = (
    <CustomerFacts view={view} busy={pending !== null} onConfirm={() => void run('confirmEmail')} />
  );
  return (
    <div className="inbox-conversation">
      <ConversationHeader
        {...{ view, name, viewerId, pending, back, headingRef: heading }}
        identity={identity && t(identity)}
        more={<BlockButton view={view} {...blocking} />}
        onAction={(action, way) => void run(action, way)}
      />
      <BlockPanel view={view} {...blocking} />
      {!narrow && facts}
      {failure && (
        <ActionNotice
          {...{ failure, busy: pending !== null }}
          onRetry={() => void run(failure.action, failure.way)}
        />
      )}
      <MessageList
        {...{ view, earlier, outgoing, name, now }}
        lead={narrow && facts}
        onShowEarlier={() => void store.showEarlier()}
        onTryAgain={() => void store.sendAgain()}
        onTakeBack={(operationId) => {
          const text = store.takeBack(operationId);
          const draft = drafts.read(conversationId);
          drafts.write(conversationId, draft === '' ? text : `${text}\n${draft}`);
          field.current?.focus();
        }}
      />
      <StaleNote since={staleSince} now={now} />
      {view.row.held !== undefined ? (
        <HeldNote
          {...{ projectId, conversationId, now }}
          since={view.row.held}
          onDecided={() => void store.refresh()}
        />
      ) : view.row.blockId !== undefined ? (
        <p className="fd-subtle">{t('block.cannotAnswer')}</p>
      ) : hasNoRequest(view) ? (
        <p className="fd-subtle">{t(noAnswerKey(view))}</p>
      ) : (
        <ReplyBox
          {...{ drafts, conversationId, typing: typing.typed, fieldRef: field }}
          hint={replyHint(texts, view)}
          onSend={(text) => {
            typing.sent();
            void store.reply(text);
          }}
        />
      )}
    </div>
  );
}

/** There is nothing in Jira to comment on for this customer. */
const hasNoRequest = ({ row: { failure, issueKey } }: ConversationView): boolean =>
  failure === 'request-gone' ||
  failure === 'request-moved' ||
  failure === 'erased' ||
  failure === 'project-gone' ||
  (failure !== null && issueKey === null);

const noAnswerKey = ({ row: { failure } }: ConversationView) =>
  failure === 'request-moved'
    ? 'inbox.requestMovedLine'
    : failure === 'erased'
      ? 'inbox.erasedLine'
      : 'inbox.cannotAnswer';
