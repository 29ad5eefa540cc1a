import type { SavedRepliesPage } from '../../../src/contract/saved-replies';
import type { ErrorCode } from '../../../src/domain/errors';
import type { Call } from '../../app/call';
import { createStore, type Readable } from '../../app/store';

interface SavedRepliesState {
  /** As they were answered last; null: not yet. */
  page: SavedRepliesPage | null;
  failure: ErrorCode | null;
}

/** A project's saved replies: what was known is there at once, and asked for again whenever somebody wants one. */
export interface SavedRepliesStore extends Readable<SavedRepliesState> {
  load(): Promise<void>;
}

export function createSavedRepliesStore(call: Call, projectId: string): SavedRepliesStore {
  const store = createStore<SavedRepliesState>({ page: null, failure: null });
  return {
    ...store,
    async load() {
      const answer = await call('getSavedReplies', { projectId });
      // What is known stays of use.
      store.setState(answer.ok ? { page: answer.value, failure: null } : { failure: answer.error.code });
    },
  };
}
