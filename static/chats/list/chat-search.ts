import type { InboxPage } from '../../../src/contract/inbox';
import type { ErrorCode } from '../../../src/domain/errors';
import type { Call } from '../../app/call';
import { createStore, type Readable } from '../../app/store';

interface SearchState {
  /** What was searched for last; empty: there is no search. */
  query: string;
  /** With all that was found so far; null: not known yet. */
  page: InboxPage | null;
  searching: boolean;
  failure: ErrorCode | null;
}

export interface ChatSearch extends Readable<SearchState> {
  /** Searches anew; empty: the list is shown again. */
  search(query: string): Promise<void>;
  /** Looks through older chats, or tries again what failed. */
  goOn(): Promise<void>;
}

const NONE: SearchState = { query: '', page: null, searching: false, failure: null };

/** A search through a project's chats, in any state. Found once: what happens meanwhile does not search again. */
export function createChatSearch(call: Call, projectId: string): ChatSearch {
  const store = createStore<SearchState>(NONE);
  const { getState, setState: change } = store;
  let asked = 0;

  async function ask(): Promise<void> {
    asked += 1;
    const turn = asked;
    const { query, page: before } = getState();
    change({ searching: true, failure: null });
    const answer = await call('searchChats', {
      projectId,
      query,
      ...(before?.cursor && { cursor: before.cursor }),
    });
    if (turn !== asked) return;
    if (!answer.ok) return change({ searching: false, failure: answer.error.code });
    const known = before?.rows ?? [];
    const ids = new Set(known.map(({ conversationId }) => conversationId));
    const added = answer.value.rows.filter(({ conversationId }) => !ids.has(conversationId));
    change({ searching: false, page: { ...answer.value, rows: [...known, ...added] } });
  }

  return {
    ...store,
    search: async (query) => {
      const wanted = query.trim();
      if (wanted === getState().query) return;
      asked += 1;
      change({ ...NONE, query: wanted });
      if (wanted !== '') await ask();
    },
    goOn: ask,
  };
}
