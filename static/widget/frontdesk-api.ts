import type { Availability } from './availability';

export interface Visitor {
  name: string;
  email: string;
}

/** `window.frontdesk`: what a page's own script may ask and do (rule C9, docs/widget.md). */
export interface Frontdesk {
  /** What the visitor is shown now; waits for the first answer. */
  getAvailability(): Promise<Availability>;
  /** Calls `listener` when any member of the availability changed. Returns what ends that. */
  on(event: 'change', listener: (availability: Availability) => void): () => void;
  /** Opens the panel; as soon as the icon is drawn, when it is not yet. */
  open(): void;
  close(): void;
  /** Tells who the visitor is. Kept in memory only: call it on every page. */
  identify(visitor: Visitor): void;
  /** Removes the widget from the page and ends its requests. */
  destroy(): void;
}

declare global {
  interface Window {
    frontdesk?: Frontdesk;
  }
}
