import type { InboxCounts } from '../../../src/contract/inbox';
import type { Call } from '../../app/call';
import { createStore, type Readable } from '../../app/store';

interface CountsState {
  /** Null: not known. */
  counts: InboxCounts['counts'] | null;
}

export interface ChatCounts extends Readable<CountsState> {
  refresh(): Promise<void>;
}

/** How many chats each filter has. Where they can't be had, those of before stay: the list says that it is not up to date. */
export function createChatCounts(call: Call, projectId: string): ChatCounts {
  const store = createStore<CountsState>({ counts: null });
  let asked = 0;
  return {
    ...store,
    refresh: async () => {
      asked += 1;
      const turn = asked;
      const answer = await call('countChats', { projectId });
      if (answer.ok && turn === asked) store.setState({ counts: answer.value.counts });
    },
  };
}
