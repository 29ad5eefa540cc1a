/** One subscription per page is enough: whatever part of it shows conversations is told by it. */
export interface Refreshers {
  add(refresh: () => Promise<void>): () => void;
  run(): Promise<void>;
}

export function createRefreshers(): Refreshers {
  const all = new Set<() => Promise<void>>();
  return {
    add: (refresh) => {
      all.add(refresh);
      return () => void all.delete(refresh);
    },
    run: async () => {
      await Promise.all([...all].map((refresh) => refresh()));
    },
  };
}
