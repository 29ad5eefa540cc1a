import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { InboxFilter } from '../../src/domain/conversation-listing';
import { callResolver } from '../app/call-resolver';
import { newOperationId } from '../app/operation-id';
import type { ServerClock } from '../app/server-clock';
import { createStore, useStore, type Readable } from '../app/store';
import { useTexts } from '../app/texts-context';
import { useNow } from '../app/use-now';
import { Conversation } from './conversation/conversation';
import { ConversationList } from './list/conversation-list';
import { FilterChoice } from './list/filter-choice';
import { HeldList } from './held/held-list';
import { createInboxSession } from './inbox-session';
import type { Refreshers } from './refreshers';
import { SoundChoice } from './news/sound-choice';
import { StaleNote } from './stale-note';
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
  /** What is shown first. */
  firstFilter?: InboxFilter | undefined;
  /** What customers see meanwhile. */
  note?: ReactNode;
  /** The list may not be seen by this person any more. */
  onRefused?(): void;
}

const NOTHING_OPEN: Readable<{ staleSince: number | null }> = createStore({ staleSince: null });

/** A project's conversations, and the one that is open beside them. */
export function Inbox(props: InboxProps) {
  const { projectId, projectName, viewerId, clock, refreshers, active, open, firstFilter, note, onRefused } =
    props;
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
  const { list, drafts, enter, savedReplies } = session;
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

  return (
    <div className={narrow ? 'inbox inbox-narrow' : 'inbox'} ref={box} data-open={selectedId !== null}>
      {note}
      <div className="inbox-panes">
        <div className="inbox-list-pane" ref={listPane} tabIndex={-1}>
          <FilterChoice value={filter} held={held} onChange={(filter) => void list.setFilter(filter)} />
          {filter === 'held' ? (
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
                enter,
                savedReplies,
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
    </div>
  );
}
