import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { InboxFilter } from '../../src/domain/conversation-listing';
import type { Person } from '../../src/domain/person';
import { callResolver } from '../app/call-resolver';
import { newOperationId } from '../app/operation-id';
import type { ServerClock } from '../app/server-clock';
import { createStore, useStore, type Readable } from '../app/store';
import { useTexts } from '../app/texts-context';
import { useNow } from '../app/use-now';
import { Conversation, type ConversationKeys } from './conversation/conversation';
import { createCommands } from './keys/commands';
import { CommandsProvider } from './keys/commands-context';
import { useKeys } from './keys/use-keys';
import { ListPane } from './list-pane';
import type { ChatCounts } from './list/chat-counts';
import { createInboxSession } from './inbox-session';
import type { Refreshers } from './refreshers';
import { useCompany } from './company/use-company';
import { UndoBar } from './undo/undo-bar';
import { useColumns } from './use-columns';
import { useReadAnswers } from './news/use-read-answers';
import { useStaleNews } from './use-stale-news';

export interface InboxProps {
  projectId: string;
  projectName: string;
  viewerId: string;
  clock: ServerClock;
  refreshers: Refreshers;
  /** How many chats there are, where the page counts them already and keeps that current. */
  counts?: ChatCounts | undefined;
  /** Somebody looks at it. */
  active: boolean;
  /** The conversation to show, such as that of a flag; a new object opens it once more. */
  open?: { conversationId: string } | undefined;
  /** Agents whose names are known anyway. */
  agents?: readonly Person[];
  /** What is shown first. */
  firstFilter?: InboxFilter | undefined;
  /** What customers see meanwhile. */
  note?: ReactNode;
  /** The list may not be seen by this person any more. */
  onRefused?(): void;
}

const INBOX_CLASSES = { 1: 'inbox inbox-narrow', 2: 'inbox', 3: 'inbox inbox-wide' } as const;

const NOBODY: readonly Person[] = [];

const NOTHING_OPEN: Readable<{ staleSince: number | null }> = createStore({ staleSince: null });

/** A project's conversations, and the one that is open beside them. */
export function Inbox(props: InboxProps) {
  const { projectId, projectName, viewerId, clock, refreshers, active, open, firstFilter, note, onRefused } =
    props;
  const { agents = NOBODY, counts } = props;
  const { t } = useTexts();
  const [session] = useState(() =>
    createInboxSession({
      call: callResolver,
      clock,
      projectId,
      viewerId,
      newOperationId,
      openId: open?.conversationId,
      filter: firstFilter,
      counts,
    }),
  );
  const { list, drafts, enter, savedReplies, company, undo } = session;
  const [commands] = useState(createCommands);
  /** Whoever goes through the list by keys stays in it. */
  const [opening, setOpening] = useState<'reply' | 'keep'>('reply');
  const keys = useRef<ConversationKeys>(null);
  const selectedId = useStore(list, (state) => state.selectedId);
  const staleSince = useStore(list, (state) => state.staleSince);
  const isRefused = useStore(list, (state) => state.loadFailure === 'not-allowed');
  const anonymousName = useStore(list, (state) => state.page?.anonymousName ?? '');
  const now = useNow(clock);
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box);
  const isInTurns = columns === 1;
  const [isCustomerOpen, setCustomerOpen] = useState(false);
  const listPane = useRef<HTMLDivElement>(null);
  const opened = useMemo(
    () => (selectedId === null ? null : session.conversation(selectedId)),
    [session, selectedId],
  );

  const openStaleSince = useStore(opened ?? NOTHING_OPEN, (state) => state.staleSince);
  useStaleNews(staleSince ?? openStaleSince, now);

  useEffect(() => {
    if (!active) return undefined;
    void session.refresh(true);
    return refreshers.add(session);
  }, [session, refreshers, active]);
  useEffect(() => {
    if (open) list.select(open.conversationId);
  }, [list, open]);
  useEffect(() => {
    if (isRefused) onRefused?.();
  }, [isRefused, onRefused]);
  useCompany(company, active ? selectedId : null);
  useReadAnswers(active ? selectedId : null);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (session.hasUnsent()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [session]);

  function back(): void {
    const row = listPane.current?.querySelector<HTMLElement>('[aria-current="true"]');
    list.select(null);
    // Seen again after the next drawing, where the list and the conversation take turns.
    requestAnimationFrame(() => (row ?? listPane.current)?.focus());
  }

  function openByRow(conversationId: string, byKey: boolean): void {
    setOpening(byKey ? 'keep' : 'reply');
    list.select(conversationId);
  }

  useKeys(commands, active);
  useEffect(() => {
    const all = [
      commands.on('undo', () => void undo.undo()),
      commands.on('reply', () => keys.current?.write('reply')),
      commands.on('note', () => keys.current?.write('note')),
      commands.on('status', () => {
        // Where the list and the conversation take turns, it is with the list.
        if (isInTurns) list.select(null);
        requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('.inbox-own button')?.focus());
      }),
    ];
    return () => all.forEach((takeBack) => takeBack());
  }, [commands, undo, list, isInTurns]);

  const undoBar = <UndoBar store={undo} onLeft={() => listPane.current?.focus()} />;
  return (
    <CommandsProvider value={commands}>
      <div className={INBOX_CLASSES[columns]} ref={box} data-open={selectedId !== null}>
        {note}
        <div className="inbox-panes">
          <ListPane
            {...{ session, projectId, projectName, viewerId, now }}
            paneRef={listPane}
            onOpen={openByRow}
          />
          <div className="inbox-conversation-pane">
            {opened && selectedId !== null ? (
              <Conversation
                key={selectedId}
                {...{
                  store: opened,
                  drafts,
                  enter,
                  savedReplies,
                  company,
                  agents,
                  undoBar,
                  projectId,
                  conversationId: selectedId,
                  viewerId,
                  anonymousName,
                  now,
                  columns,
                  opening,
                  keys,
                }}
                customerFold={{ isOpen: isCustomerOpen, onToggle: setCustomerOpen }}
                onBack={back}
                onOpen={(conversationId) => openByRow(conversationId, false)}
              />
            ) : (
              <p className="inbox-choose fd-subtle">{t('inbox.choose')}</p>
            )}
          </div>
        </div>
        {!opened && undoBar}
      </div>
    </CommandsProvider>
  );
}
