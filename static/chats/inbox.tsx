import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { InboxFilter } from '../../src/domain/conversation-listing';
import type { Person } from '../../src/domain/person';
import { callResolver } from '../app/call-resolver';
import { newOperationId } from '../app/operation-id';
import type { ServerClock } from '../app/server-clock';
import { createStore, useStore, type Readable } from '../app/store';
import { useTexts } from '../app/texts-context';
import { useNow } from '../app/use-now';
import { Conversation } from './conversation/conversation';
import { ConversationList } from './list/conversation-list';
import { FilterChoice } from './list/filter-choice';
import { FoundList } from './list/found-list';
import { rowsIn } from './list/rows';
import { SearchField } from './list/search-field';
import { createCommands } from './keys/commands';
import { CommandsProvider } from './keys/commands-context';
import { KeysHelp } from './keys/keys-help';
import { useKeys } from './keys/use-keys';
import { HeldList } from './held/held-list';
import { createInboxSession } from './inbox-session';
import type { Refreshers } from './refreshers';
import { SoundChoice } from './news/sound-choice';
import { StaleNote } from './stale-note';
import { useCompany } from './company/use-company';
import { UndoBar } from './undo/undo-bar';
import { useIsNarrow } from './use-is-narrow';
import { useReadAnswers } from './news/use-read-answers';
import { useStaleNews } from './use-stale-news';

export interface InboxProps {
  projectId: string;
  projectName: string;
  viewerId: string;
  clock: ServerClock;
  refreshers: Refreshers;
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

const NOBODY: readonly Person[] = [];

const NOTHING_OPEN: Readable<{ staleSince: number | null }> = createStore({ staleSince: null });

/** A project's conversations, and the one that is open beside them. */
export function Inbox(props: InboxProps) {
  const { projectId, projectName, viewerId, clock, refreshers, active, open, firstFilter, note, onRefused } =
    props;
  const { agents = NOBODY } = props;
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
    }),
  );
  const { list, drafts, company, undo, counts, search } = session;
  const [commands] = useState(createCommands);
  const known = useStore(counts, (state) => state.counts);
  const query = useStore(search, (state) => state.query);
  const filter = useStore(list, (state) => state.filter);
  const held = useStore(list, (state) => state.held);
  const selectedId = useStore(list, (state) => state.selectedId);
  const staleSince = useStore(list, (state) => state.staleSince);
  const isRefused = useStore(list, (state) => state.loadFailure === 'not-allowed');
  const anonymousName = useStore(list, (state) => state.page?.anonymousName ?? '');
  const now = useNow(clock);
  const box = useRef<HTMLDivElement>(null);
  const narrow = useIsNarrow(box);
  const listPane = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
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

  /** Opens the row after the one that is open, or before it. */
  function step(by: 1 | -1): void {
    const rows = rowsIn(listPane.current);
    const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
    const row = at === -1 ? rows[0] : rows[at + by];
    row?.focus();
    row?.click();
  }

  useKeys(commands, active);
  useEffect(() => {
    const all = [
      commands.on('next', () => step(1)),
      commands.on('previous', () => step(-1)),
      commands.on('undo', () => void undo.undo()),
      commands.on('search', () => searchField.current?.focus()),
    ];
    return () => all.forEach((takeBack) => takeBack());
  }, [commands, undo]);

  const undoBar = <UndoBar store={undo} onLeft={() => listPane.current?.focus()} />;
  return (
    <CommandsProvider value={commands}>
      <div className={narrow ? 'inbox inbox-narrow' : 'inbox'} ref={box} data-open={selectedId !== null}>
        {note}
        <div className="inbox-panes">
          <div className="inbox-list-pane" ref={listPane} tabIndex={-1}>
            <div className="inbox-list-tools">
              <SearchField fieldRef={searchField} onSearch={(wanted) => void search.search(wanted)} />
              <KeysHelp />
            </div>
            {query === '' && (
              <FilterChoice
                {...{ value: filter, counts: known, held }}
                onChange={(chosen) => void list.setFilter(chosen)}
              />
            )}
            {query !== '' ? (
              <FoundList {...{ search, selectedId, now, viewerId }} onOpen={list.select} />
            ) : filter === 'held' ? (
              <HeldList {...{ projectId, projectName, store: list, now }} />
            ) : (
              <ConversationList {...{ now, viewerId, projectName, store: list }} />
            )}
            <StaleNote since={staleSince} now={now} />
            <SoundChoice />
          </div>
          <div className="inbox-conversation-pane">
            {opened && selectedId !== null ? (
              <Conversation
                key={selectedId}
                {...{
                  store: opened,
                  drafts,
                  company,
                  agents,
                  undoBar,
                  projectId,
                  conversationId: selectedId,
                  viewerId,
                  anonymousName,
                  now,
                  narrow,
                }}
                onBack={back}
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
