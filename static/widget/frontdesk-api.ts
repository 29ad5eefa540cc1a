import type { AvailabilityState } from '../../src/domain/availability';

/** What the widget shows and what a page's own script is told (rule C9). */
export interface Availability {
  /** `unknown`: the state cannot be known; shown as a neutral "leave a message" (rule C8). */
  state: AvailabilityState | 'unknown';
  anonymous: boolean;
  until: string | null;
  nextOnlineAt: string | null;
  /** `nextOnlineAt` depends on whether somebody says then that they are there. */
  expected?: true;
  /** The desk is closed until then. `message`: what it says to customers, plain text, may be empty. */
  closed?: { until: string; message: string };
}

/** Who the visitor is: in the page's own words, or in a token signed by the site's own back end. */
export type PageVisitor =
  { name: string; email: string; token?: undefined } | { token: string; name?: undefined; email?: undefined };

export interface PageMessage {
  /** `customer`: somebody else who takes part in the request; `app`: an automation. */
  from: 'visitor' | 'agent' | 'customer' | 'app';
  text: string;
  /** ISO instant in UTC, by the server's clock. */
  at: string;
}

export interface FrontdeskEvents {
  /** A member of the availability changed. */
  change: Availability;
  /** A message came in, or was sent, since the page was loaded. */
  message: PageMessage;
  /** The panel was opened, by whomever. */
  open: undefined;
  close: undefined;
  /** How many messages the visitor has not seen. */
  unread: number;
}

/** What a page asks before the script is there: `(window.frontdesk ||= []).push(['open'])`. */
export type Call =
  | ['open', options?: { text?: string }]
  | ['close' | 'toggle' | 'show' | 'hide' | 'destroy']
  | ['identify', visitor: PageVisitor | null]
  | ['context', values: Record<string, string>]
  | {
      [E in keyof FrontdeskEvents]: ['on', event: E, listener: (news: FrontdeskEvents[E]) => void];
    }[keyof FrontdeskEvents];

/** `window.frontdesk`: what a page's own script may ask and do (rule C9, docs/widget.md); docs/frontdesk.d.ts says the same to sites. */
export interface Frontdesk {
  /** What the visitor is shown now; waits for the first answer. */
  getAvailability(): Promise<Availability>;
  /** Returns what ends that. */
  on<E extends keyof FrontdeskEvents>(event: E, listener: (news: FrontdeskEvents[E]) => void): () => void;
  /**
   * Opens the panel; as soon as the icon is drawn, when it is not yet. `text`: for the field, unless the visitor has
   * typed something there. It is never sent by itself.
   */
  open(options?: { text?: string }): void;
  close(): void;
  toggle(): void;
  /** Takes the icon out of sight, and its panel; `show` brings it back. */
  hide(): void;
  show(): void;
  /** Does what was asked for by name: what a page pushes before the script is there is done then. */
  push(call: Call): void;
  /** Tells who the visitor is. Kept in memory only: call it on every page. Null: they have signed out. */
  identify(visitor: PageVisitor | null): void;
  /**
   * Declares up to ten values, of up to 200 characters under keys of up to 40, which agents read as said by the page. Kept in
   * memory only, and sent with the start of a chat: the values that there are then, in place of those declared before.
   */
  context(values: Record<string, string>): void;
  /** Removes the widget from the page, ends its requests and forgets the conversation. */
  destroy(): void;
}

declare global {
  interface Window {
    frontdesk?: Frontdesk | undefined;
  }
}
