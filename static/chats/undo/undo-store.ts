import { UNDO_WINDOW_MS } from '../../../src/domain/limits';
import type { Refusal } from '../../../src/domain/errors';
import { createStore, type Readable } from '../../app/store';

/** What was done to a chat, and how it is taken back (rule D8). */
export interface Undoable {
  kind: 'resolved' | 'taken' | 'handedOver' | 'givenBack';
  conversationId: string;
  /** What the chat is called in the list of what was done: its request's key. */
  about: string;
  /** To whom it was handed over; null: it is about nobody else, or there is no name. */
  name: string | null;
  /** Null: it was taken back. */
  undo(): Promise<Refusal | null>;
}

export interface Undone extends Undoable {
  id: number;
  /** Monotonic ms until which it can be undone. */
  until: number;
  undoing: boolean;
  /** Why it was not taken back. */
  failure: Refusal | null;
}

/** Of all chats of a list: it can be undone whatever is open by then. */
export interface UndoStore extends Readable<{ items: Undone[] }> {
  offer(undoable: Undoable): void;
  /** Takes back what was done last, or this; false: there is nothing (any more). */
  undo(id?: number): Promise<boolean>;
  /** Its time is over, or what became of it was read. */
  drop(id: number): void;
}

/** More at a time nobody reads within ten seconds. */
const SHOWN = 3;

export function createUndoStore(monotonic: () => number = () => performance.now()): UndoStore {
  const store = createStore<{ items: Undone[] }>({ items: [] });
  const { getState, setState } = store;
  let last = 0;

  const change = (id: number, by: Partial<Undone>): void =>
    setState({ items: getState().items.map((item) => (item.id === id ? { ...item, ...by } : item)) });
  const drop = (id: number): void => setState({ items: getState().items.filter((item) => item.id !== id) });

  return {
    ...store,
    drop,
    offer: (undoable) => {
      last += 1;
      const until = monotonic() + UNDO_WINDOW_MS;
      const made: Undone = { ...undoable, id: last, until, undoing: false, failure: null };
      // What was done to the same chat before is no way back any more.
      const others = getState().items.filter(
        ({ conversationId, undoing }) => undoing || conversationId !== undoable.conversationId,
      );
      setState({ items: [...others, made].slice(-SHOWN) });
    },
    undo: async (id) => {
      const item = getState()
        .items.filter((each) => !each.undoing && each.failure === null)
        .filter((each) => id === undefined || each.id === id)
        .at(-1);
      if (!item) return false;
      change(item.id, { undoing: true });
      const failure = await item.undo();
      if (failure) change(item.id, { undoing: false, failure });
      else drop(item.id);
      return true;
    },
  };
}
