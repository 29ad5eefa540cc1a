import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import {
  useEffect,
  useImperativeHandle,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Person } from '../../../src/domain/person';
import { useAnnounce } from '../../app/announcer';
import { callResolver } from '../../app/call-resolver';
import { ErrorNotice } from '../../ui/error-notice';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import { BlockButton } from '../block/block-button';
import { BlockPanel } from '../block/block-panel';
import { useBlocking } from '../block/use-blocking';
import { CompanyLine } from '../company/company-line';
import type { Company } from '../company/company';
import { knownPeople } from '../company/known-people';
import { useTakenBy } from '../company/use-taken-by';
import { CustomerFold, CustomerPanel, type CustomerFoldProps } from '../customer/customer-panel';
import { HandOverButton } from '../hand-over/hand-over-button';
import { HeldNote } from '../held/held-note';
import { ActionNotice } from './action-notice';
import { Composer } from './composer';
import { ConversationHeader } from './conversation-header';
import type { ConversationStore } from './conversation-store';
import { customerName } from '../../app/customer-name';
import type { DraftKind, Drafts } from './drafts';
import type { EnterPreference } from './enter-preference';
import { MessageList } from './message-list';
import type { SavedRepliesStore } from './saved-replies-store';
import { StaleNote } from '../stale-note';
import type { Columns } from '../use-columns';
import { useChatActions } from './use-chat-actions';
import { createTypingNotice } from './typing-notice';
import { unanswerableText } from './unanswerable-text';
import { useNewMessageNews } from '../news/use-new-message-news';

export interface ConversationProps {
  store: ConversationStore;
  drafts: Drafts;
  company: Company;
  /** What was done just now, in this chat or another, and the way back. */
  undoBar?: ReactNode;
  /** Agents whose names are known anyway. */
  agents: readonly Person[];
  enter: EnterPreference;
  savedReplies: SavedRepliesStore;
  projectId: string;
  conversationId: string;
  viewerId: string;
  anonymousName: string;
  now: number;
  /** How many have room beside each other: one, and it takes turns with the list; three, and the customer is beside it. */
  columns: Columns;
  customerFold: Pick<CustomerFoldProps, 'isOpen' | 'onToggle'>;
  /** Where the focus goes once it is there: typing starts in the reply, unless somebody goes through the list by keys. */
  opening?: 'reply' | 'keep';
  /** What keys of the page do in it. */
  keys?: RefObject<ConversationKeys | null>;
  onBack(): void;
  onOpen(conversationId: string): void;
}

/** For keys that are listened to elsewhere. */
export interface ConversationKeys {
  /** Shows the box and puts the focus into it; false: nobody can write here. */
  write(kind: DraftKind): boolean;
}

/** One conversation: what was said, and the field to answer in. */
export function Conversation(props: ConversationProps) {
  const { store, drafts, enter, savedReplies, company, agents, undoBar } = props;
  const { projectId, conversationId, viewerId, anonymousName, now } = props;
  const { columns, customerFold, opening = 'reply', keys, onBack, onOpen } = props;
  const narrow = columns === 1;
  const isBeside = columns === 3;
  const texts = useTexts();
  const { t } = texts;
  const { view, earlier, loadFailure, staleSince, outgoing, pending, failure, madeIts } = useStore(
    store,
    (state) => state,
  );
  const [typing] = useState(() =>
    createTypingNotice(() => {
      company.toldOfTyping();
      void callResolver('typing', { conversationId });
    }),
  );
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const hasDraft = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId, 'reply') !== '');
  const assigneeId = view ? (view.row.assignee?.accountId ?? null) : undefined;
  const takenBy = useTakenBy({ assigneeId, viewerId, madeIts });
  const name = customerName(texts, view?.row.customer ?? null, anonymousName);
  useEffect(() => void store.refresh(), [store]);
  useNewMessageNews(view, name, viewerId);
  const blocking = useBlocking(projectId, conversationId, store.refresh);

  // What they wrote is there: they are not writing it any more.
  const lastAgentId = view?.messages.at(-1)?.agent?.accountId;
  const lastN = view?.messages.at(-1)?.n;
  useEffect(() => {
    if (lastAgentId !== undefined) company.spoke(lastAgentId);
  }, [company, lastAgentId, lastN]);
  const [kind, setKind] = useState<DraftKind>('reply');
  /** Grows when the focus is to go into the box that is shown then. */
  const [calls, callField] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (calls > 0) field.current?.focus();
  }, [calls]);
  /** Shows the box, with the focus in it; false: nobody can write here. */
  function write(wanted: DraftKind): boolean {
    if (!field.current) return false;
    setKind(wanted);
    callField();
    return true;
  }
  useImperativeHandle(keys, () => ({ write }));
  const actions = useChatActions(store, (wanted = kind) => void (isTypedIn() || write(wanted)));

  const isKnown = view !== null;
  useEffect(() => {
    // Where the list gives way to the conversation, the row that had the focus is gone.
    if (!isKnown) return;
    const mayType = opening === 'reply' && field.current && !narrow && !isTouch() && !isTypedIn();
    if (mayType) field.current?.focus();
    else if (narrow || document.activeElement === document.body) heading.current?.focus();
    // Only when it appears: a narrower window is no reason to move the focus.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isKnown]);

  async function note(text: string): Promise<void> {
    await store.addNote(text);
    if (store.getState().outgoing.every((each) => each.kind !== 'note')) announce(t('note.added'));
  }

  const back = narrow && (
    <button
      type="button"
      className="fd-icon-button inbox-back"
      aria-label={t('inbox.back')}
      title={t('inbox.back')}
      onClick={onBack}
    >
      <ArrowLeftIcon label="" />
    </button>
  );
  // Over old messages: the newest, the field and the buttons stay in sight, and nothing moves.
  const undoAnchor = <div className="undo-anchor">{undoBar}</div>;
  if (!view) {
    const mayRetry = loadFailure === 'unavailable';
    return (
      <div className="inbox-open" data-beside={isBeside}>
        <div className="inbox-conversation" aria-busy={loadFailure === null}>
          {back}
          {undoAnchor}
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
      </div>
    );
  }
  const unanswerable = unanswerableText(texts, view);
  const customer = {
    view,
    now,
    onOpen,
    busy: pending !== null,
    onConfirm: () => void actions.confirmEmail(),
  };
  return (
    <div className="inbox-open" data-beside={isBeside} ref={box}>
      <div className="inbox-conversation">
        <ConversationHeader
          {...{ view, name, viewerId, pending, back, headingRef: heading }}
          more={<BlockButton view={view} {...blocking} />}
          handOver={<HandOverButton {...{ store, drafts, view, pending, failure, now }} />}
          onTake={() => void actions.take()}
          onResolve={(way) => void actions.resolve(way)}
        />
        <BlockPanel view={view} {...blocking} />
        {!isBeside && <CustomerFold {...customer} {...customerFold} />}
        {failure && failure.action !== 'handOver' && failure.action !== 'giveBack' && (
          <ActionNotice {...{ failure, busy: pending !== null }} onRetry={actions.retry} />
        )}
        {undoAnchor}
        <MessageList
          {...{ view, earlier, outgoing, name, now }}
          onShowEarlier={() => void store.showEarlier()}
          onTryAgain={() => void store.sendAgain()}
          onTakeBack={(operationId) => {
            const taken = outgoing.find((each) => each.operationId === operationId)?.kind ?? 'reply';
            const text = store.takeBack(operationId);
            const draft = drafts.read(conversationId, taken);
            drafts.write(conversationId, taken, draft === '' ? text : `${text}\n${draft}`);
            write(taken);
          }}
        />
        <StaleNote since={staleSince} now={now} />
        <CompanyLine {...{ company, takenBy, hasDraft }} people={knownPeople(view, agents)} />
        {view.row.held !== undefined ? (
          <HeldNote
            {...{ projectId, conversationId, now }}
            since={view.row.held}
            onDecided={() => void store.refresh()}
          />
        ) : unanswerable !== null ? (
          <p className="composer-instead fd-subtle">{unanswerable}</p>
        ) : (
          <Composer
            {...{ view, name, drafts, enter, savedReplies, kind, fieldRef: field }}
            typing={() => {
              typing.typed();
              company.typed();
            }}
            onKind={setKind}
            onReply={(text) => {
              typing.sent();
              company.sent();
              void store.reply(text);
            }}
            onNote={(text) => void note(text)}
            onLeave={() => box.current?.querySelector<HTMLElement>('.inbox-messages')?.focus()}
          />
        )}
      </div>
      {isBeside && <CustomerPanel {...customer} />}
    </div>
  );
}

/** The keyboard that would rise takes the place of what was said. */
const isTouch = (): boolean => window.matchMedia('(pointer: coarse)').matches;

/** Somebody types already, such as what they look for. */
const isTypedIn = (): boolean =>
  document.activeElement?.matches('input:not([type=checkbox], [type=radio]), textarea, select') ?? false;
