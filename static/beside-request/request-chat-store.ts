import type { RequestChat } from '../../src/contract/request-chat';
import type { ErrorCode } from '../../src/domain/errors';
import type { Call } from '../app/call';
import type { ServerClock } from '../app/server-clock';
import { createStore, type Readable } from '../app/store';

export interface RequestChatState {
  /** Null: not known yet, or not theirs to know. */
  answer: RequestChat | null;
  /** Why there is none. */
  failure: ErrorCode | null;
  /** When the server was last heard of (epoch ms), once it does not answer any more; null: it does. */
  staleSince: number | null;
}

export interface RequestChatStore extends Readable<RequestChatState> {
  refresh(): Promise<void>;
}

/** The chat of the request beside which the page stands. */
export function createRequestChatStore({
  call,
  clock,
}: {
  call: Call;
  clock: ServerClock;
}): RequestChatStore {
  const store = createStore<RequestChatState>({ answer: null, failure: null, staleSince: null });
  let heardAt = clock.now();
  // An answer that was overtaken by a later one says nothing.
  let asked = 0;
  return {
    ...store,
    async refresh() {
      const mine = ++asked;
      const answer = await call('getRequestChat', {});
      if (mine !== asked) return;
      if (answer.ok) {
        clock.set(answer.value.now);
        heardAt = clock.now();
        store.setState({ answer: answer.value, failure: null, staleSince: null });
      } else if (answer.error.code === 'unavailable' && store.getState().answer) {
        store.setState({ staleSince: heardAt });
      } else {
        // What they may not see any more is not shown on.
        store.setState({ answer: null, failure: answer.error.code, staleSince: null });
      }
    },
  };
}
