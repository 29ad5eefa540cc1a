import type { ShownFlag } from '../../app/flag';

/** The flags of this page that are about conversations: one each, or one for several. */
export interface ShownFlags {
  add(flag: ShownFlag, conversationIds: string[]): void;
  /** Nothing needs to be said of this conversation any more; a flag goes with its last one. */
  close(conversationId: string): void;
  /** Takes a flag back and tells what it still was about. */
  take(flag: ShownFlag): string[];
  /** How many conversations the flag still is about. */
  count(flag: ShownFlag): number;
  /** In the order in which they were shown. */
  conversationIds(): string[];
}

export function createShownFlags(): ShownFlags {
  const about = new Map<ShownFlag, Set<string>>();

  function remove(flag: ShownFlag): void {
    about.delete(flag);
    void flag.close().catch(() => undefined);
  }

  return {
    add: (flag, conversationIds) => void about.set(flag, new Set(conversationIds)),
    close: (conversationId) => {
      for (const [flag, left] of about) {
        if (left.delete(conversationId) && left.size === 0) remove(flag);
      }
    },
    take: (flag) => {
      const left = [...(about.get(flag) ?? [])];
      remove(flag);
      return left;
    },
    count: (flag) => about.get(flag)?.size ?? 0,
    conversationIds: () => [...about.values()].flatMap((ids) => [...ids]),
  };
}
