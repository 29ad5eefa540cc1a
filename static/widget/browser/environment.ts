/** What the widget needs from the browser it runs in; a simulated one in tests. */
export interface Environment {
  /**
   * Milliseconds on a clock that only goes forward, also while the machine sleeps, and that the tabs of a browser
   * share. Nothing is to be made of it but differences: the visitor's own clock may be wrong.
   */
  now(): number;
  /** 0 ≤ random < 1. */
  random(): number;
  /** Rings once, after `delay` milliseconds or earlier: look at `now()`. There is one alarm: it replaces the last. */
  alarm(delay: number, ring: () => void): void;
  visible(): boolean;
  /**
   * Without `type`: the page was hidden, shown, or restored from the back/forward cache. Called before the next paint. Else
   * what the window hears of that type.
   */
  listen<E extends keyof WindowEventMap>(heard: (event: WindowEventMap[E]) => void, type?: E): void;
  /** Opens the channel between this browser's tabs. Returns what sends to the others. */
  channel(name: string, receive: (message: unknown) => void): (message: unknown) => void;
  /** Lives as long as the tab. Absent where the visitor forbids it. */
  session: Store | undefined;
  /** Lasts, and is shared by the tabs. Absent where the visitor forbids it. */
  local: Store | undefined;
  /** Ends channel and notices. */
  close(): void;
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
