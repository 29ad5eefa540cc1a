/** What the widget needs from the browser it runs in; a simulated one in tests. */
export interface Environment {
  /** Milliseconds since some moment; only grows, also while the machine sleeps. */
  now(): number;
  /** The visitor's clock. May be wrong: only the time between two page loads is taken from it. */
  wallClock(): number;
  /** 0 ≤ random < 1. */
  random(): number;
  /** Rings once, after `delay` milliseconds or earlier: look at `now()`. Returns what cancels it. */
  alarm(delay: number, ring: () => void): () => void;
  visible(): boolean;
  /** The page was hidden, shown, or restored from the back/forward cache. Called before the next paint. */
  onVisibility(changed: () => void): void;
  /** Opens the channel between this browser's tabs. Returns what sends to the others. */
  channel(name: string, receive: (message: unknown) => void): (message: unknown) => void;
  /**
   * Calls `lead` once this tab is the only one of the browser to hold `name`; without a way to know, at once.
   * Returns what gives it up.
   */
  contend(name: string, lead: () => void): () => void;
  /** Lives as long as the tab. */
  session: SessionStore;
  /** Ends channels and notices. */
  close(): void;
}

export interface SessionStore {
  read(key: string): string | null;
  write(key: string, value: string): void;
}
