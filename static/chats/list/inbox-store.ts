import type { InboxFilter } from '../../../src/domain/conversation-listing';
import type { InboxPage, InboxRow } from '../../../src/contract/inbox';
import type { ErrorCode } from '../../../src/domain/errors';
import type { Call } from '../../app/call';
import type { ServerClock } from '../../app/server-clock';
import { createStore, type Readable } from '../../app/store';
import { isRefusal } from '../is-refusal';
import { withSelected } from './with-selected';

interface InboxState {
  filter: InboxFilter;
  /** With all the pages asked for so far; null: not known yet. */
  page: InboxPage | null;
  /** Chats held back, as the last first page said; absent: none. */
  held: InboxPage['held'];
  /** The conversation that is open; it stays open whatever the list shows. */
  selectedId: string | null;
  /** Why there is no list. Stays until the next answer: a page that asks again by itself is not to flicker. */
  loadFailure: ErrorCode | null;
  /** Refreshes have failed since: as of when the page is, epoch ms. Null: it is current. */
  staleSince: number | null;
  loadingOlder: boolean;
  /** Why there is nothing older yet. */
  olderFailure: ErrorCode | null;
}

export interface InboxStore extends Readable<InboxState> {
  refresh(): Promise<void>;
  setFilter(filter: InboxFilter): Promise<void>;
  showOlder(): Promise<void>;
  select(conversationId: string | null): void;
  /** What the open conversation tells of its own row is newer than the list. */
  acceptRow(row: InboxRow): void;
}

export interface InboxStoreOptions {
  call: Call;
  clock: ServerClock;
  projectId: string;
  /** Open from the beginning. */
  selectedId?: string | undefined;
  /** What is shown first. */
  filter?: InboxFilter | undefined;
}

/** A project's conversations as one agent looks through them. */
export function createInboxStore(options: InboxStoreOptions): InboxStore {
  const { call, clock, projectId, selectedId = '', filter: firstFilter = 'unanswered' } = options;
  const store = createStore<InboxState>({
    filter: firstFilter,
    page: null,
    held: undefined,
    selectedId: selectedId || null,
    loadFailure: null,
    staleSince: null,
    loadingOlder: false,
    olderFailure: null,
  });
  const { getState, setState: change } = store;
  /** How many pages are drawn: a refresh fetches as many. */
  let pages = 1;
  // Grows with everything that makes answers to earlier questions old.
  let generation = 0;

  type Fetched = { page: InboxPage } | { failed: ErrorCode };

  async function fetchPages(count: number, before?: InboxPage): Promise<Fetched> {
    const { filter } = getState();
    const cursor = before?.cursor ?? undefined;
    const answer = await call('listConversations', { projectId, filter, cursor });
    if (!answer.ok) return { failed: answer.error.code };
    const known = before?.rows ?? [];
    // Between two pages a conversation may have moved from one to the other.
    const added = answer.value.rows.filter((row) => !known.some((each) => isSame(each, row)));
    // The first page alone says how many are held back.
    const { held } = before ?? answer.value;
    const page = { ...answer.value, held, rows: [...known, ...added] };
    return count > 1 && page.cursor !== null ? fetchPages(count - 1, page) : { page };
  }

  /** What is drawn stays: it is older than wished, not wrong. Unless it may not be seen any more. */
  function fail(code: ErrorCode): void {
    const { page } = getState();
    if (!page || isRefusal(code)) change({ page: null, loadFailure: code, staleSince: null });
    else change({ staleSince: Date.parse(page.now) });
  }

  async function refresh(): Promise<void> {
    // "Show older" fetches everything anew anyhow.
    if (getState().loadingOlder) return;
    generation += 1;
    const asked = generation;
    const fetched = await fetchPages(pages);
    if (asked !== generation) return;
    if ('failed' in fetched) {
      fail(fetched.failed);
      return;
    }
    change({ ...accepted(fetched.page), loadFailure: null });
  }

  /** The open conversation stays in the list. */
  function accepted(fetched: InboxPage): Pick<InboxState, 'page' | 'held' | 'staleSince'> {
    clock.set(fetched.now);
    const { page, selectedId } = getState();
    const { filter } = getState();
    // What was decided is not to be selected again.
    const shown = filter === 'held' ? fetched : withSelected(fetched, page, selectedId);
    return { page: shown, held: fetched.held, staleSince: null };
  }

  return {
    ...store,
    refresh,
    setFilter: async (filter) => {
      if (filter === getState().filter) return;
      pages = 1;
      change({
        filter,
        page: null,
        loadFailure: null,
        staleSince: null,
        loadingOlder: false,
        olderFailure: null,
      });
      await refresh();
    },
    showOlder: async () => {
      const { loadingOlder, page } = getState();
      if (loadingOlder || !page?.cursor) return;
      generation += 1;
      const asked = generation;
      change({ loadingOlder: true, olderFailure: null });
      const fetched = await fetchPages(pages + 1);
      if (asked !== generation) return;
      if ('failed' in fetched) {
        if (isRefusal(fetched.failed)) fail(fetched.failed);
        return change({ loadingOlder: false, olderFailure: fetched.failed });
      }
      pages += 1;
      change({ ...accepted(fetched.page), loadingOlder: false });
    },
    select: (conversationId) => change({ selectedId: conversationId }),
    acceptRow: (row) => {
      const { page } = getState();
      if (!page?.rows.some((each) => isSame(each, row))) return;
      change({ page: { ...page, rows: page.rows.map((each) => (isSame(each, row) ? row : each)) } });
    },
  };
}

const isSame = (a: InboxRow, b: InboxRow): boolean => a.conversationId === b.conversationId;
