import type { LookPing } from '../../src/contract/live';

/** A part of a page that shows conversations. */
export interface Refreshed {
  /** Fetches its list, and what is said in the conversation that is open when `messages` is true. */
  refresh(messages: boolean): Promise<void>;
  /** Something happened in this conversation; `rev` as of then. */
  hear(conversationId: string, rev: number): void;
  /** Somebody looks at a chat, or writes in it. */
  see?(look: LookPing): void;
}

/** One subscription per page is enough: whatever part of it shows conversations is told by it. */
export interface Refreshers {
  add(part: Refreshed): () => void;
  run(messages: boolean): Promise<void>;
  hear(conversationId: string, rev: number): void;
  see(look: LookPing): void;
}

export function createRefreshers(): Refreshers {
  const all = new Set<Refreshed>();
  return {
    add: (part) => {
      all.add(part);
      return () => void all.delete(part);
    },
    run: async (messages) => {
      await Promise.all([...all].map((part) => part.refresh(messages)));
    },
    hear: (conversationId, rev) => {
      for (const part of all) part.hear(conversationId, rev);
    },
    see: (look) => {
      for (const part of all) part.see?.(look);
    },
  };
}
