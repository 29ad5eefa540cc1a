import { useRef, type RefObject } from 'react';
import { useStore } from '../app/store';
import { HeldList } from './held/held-list';
import type { InboxSession } from './inbox-session';
import { useCommand } from './keys/commands-context';
import { KeysHelp } from './keys/keys-help';
import { ConversationList } from './list/conversation-list';
import { FilterChoice } from './list/filter-choice';
import { FoundList } from './list/found-list';
import { rowsIn } from './list/rows';
import { SearchField } from './list/search-field';
import { SoundChoice } from './news/sound-choice';
import { StaleNote } from './stale-note';

export interface ListPaneProps {
  session: InboxSession;
  projectId: string;
  projectName: string;
  viewerId: string;
  now: number;
  paneRef: RefObject<HTMLDivElement>;
  /** `byKey`: the focus stays in the list. */
  onOpen(conversationId: string, byKey: boolean): void;
}

/** What there is to open: a list by its filter, or what a search found. */
export function ListPane(props: ListPaneProps) {
  const { session, projectId, projectName, viewerId, now, paneRef, onOpen } = props;
  const { list, counts, search } = session;
  const filter = useStore(list, (state) => state.filter);
  const held = useStore(list, (state) => state.held);
  const selectedId = useStore(list, (state) => state.selectedId);
  const staleSince = useStore(list, (state) => state.staleSince);
  const known = useStore(counts, (state) => state.counts);
  const query = useStore(search, (state) => state.query);
  const searchField = useRef<HTMLInputElement>(null);
  const open = (conversationId: string): void => onOpen(conversationId, false);

  /** Opens the row after the one that is open, or before it. */
  function step(by: 1 | -1): void {
    const rows = rowsIn(paneRef.current);
    const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
    const row = at === -1 ? rows[0] : rows[at + by];
    const conversationId = row?.dataset.conversation;
    if (!row || conversationId === undefined) return;
    row.focus();
    onOpen(conversationId, true);
  }

  useCommand('next', () => step(1));
  useCommand('previous', () => step(-1));
  useCommand('search', () => searchField.current?.focus());
  return (
    <div className="inbox-list-pane" ref={paneRef} tabIndex={-1}>
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
        <FoundList {...{ search, selectedId, now, viewerId }} onOpen={open} />
      ) : filter === 'held' ? (
        <HeldList {...{ projectId, projectName, store: list, now }} />
      ) : (
        <ConversationList {...{ now, viewerId, projectName, store: list }} onOpen={open} />
      )}
      <StaleNote since={staleSince} now={now} />
      <SoundChoice />
    </div>
  );
}
