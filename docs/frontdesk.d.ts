/**
 * Types of `window.frontdesk`, for pages in TypeScript (5.1 or later): copy this file into your project. What each call
 * does is in docs/widget.md. Members are added, never changed or removed.
 */

/** What a visitor is shown now. */
interface FrontdeskAvailability {
  /** `hidden`, `disabled`: nothing is shown. `unknown`: never shown as online. */
  state: 'online' | 'offline' | 'hidden' | 'disabled' | 'unknown';
  /** May a visitor start now without saying who they are? */
  anonymous: boolean;
  /** When this state ends at the latest: ISO in UTC. */
  until: string | null;
  /** When someone will be online again: ISO in UTC. Null while online, or when it isn't known. */
  nextOnlineAt: string | null;
  /** `nextOnlineAt` depends on whether someone says then that they are there. */
  expected?: true;
  /** The chat is closed until then (ISO in UTC). `message`: what it says to customers, plain text, may be empty. */
  closed?: { until: string; message: string };
}

/** Who the visitor is: in your page's words, or in a token that your own back end has signed. */
type FrontdeskVisitor =
  { name: string; email: string; token?: undefined } | { token: string; name?: undefined; email?: undefined };

interface FrontdeskMessage {
  /** `customer`: somebody else in the request; `app`: an automation. There may be more values one day. */
  from: 'visitor' | 'agent' | 'customer' | 'app';
  text: string;
  /** ISO in UTC, by the server's clock. */
  at: string;
}

/** What `on` tells, by event. */
interface FrontdeskEvents {
  /** A member of the availability changed. */
  change: FrontdeskAvailability;
  /** A message came in, or was sent, since the page was loaded. */
  message: FrontdeskMessage;
  /** The panel was opened, by whomever. */
  open: undefined;
  close: undefined;
  /** How many messages the visitor has not seen. */
  unread: number;
}

/** A call by name, for `push`. */
type FrontdeskCall =
  | ['open', options?: { text?: string }]
  | ['close' | 'toggle' | 'show' | 'hide' | 'destroy']
  | ['identify', visitor: FrontdeskVisitor | null]
  | ['context', values: Record<string, string>]
  | {
      [E in keyof FrontdeskEvents]: ['on', event: E, listener: (news: FrontdeskEvents[E]) => void];
    }[keyof FrontdeskEvents];

interface Frontdesk {
  /** What the visitor is shown now; waits for the first answer. */
  getAvailability(): Promise<FrontdeskAvailability>;
  /** Returns what ends that. */
  on<E extends keyof FrontdeskEvents>(event: E, listener: (news: FrontdeskEvents[E]) => void): () => void;
  /** Opens the panel. `text`: for the field, unless the visitor has typed something there; never sent by itself. */
  open(options?: { text?: string }): void;
  close(): void;
  toggle(): void;
  /** Takes the icon and its panel out of sight; `show` brings them back. */
  hide(): void;
  show(): void;
  /** Does that call. Works before the script is there, too: `(window.frontdesk ??= [] as FrontdeskCall[]).push(['open'])`. */
  push(call: FrontdeskCall): void;
  /** Says who the visitor is. Kept in memory only: call it on every page. Null: they have signed out. */
  identify(visitor: FrontdeskVisitor | null): void;
  /**
   * Declares up to ten values, of up to 200 characters under keys of up to 40, which agents read as said by the page.
   * Kept in memory only. A further call takes the place of the one before.
   */
  context(values: Record<string, string>): void;
  /** Removes the widget, ends its requests and forgets the conversation. */
  destroy(): void;
}

interface Window {
  /** Absent until the script ran; before it, what `push` has queued. */
  get frontdesk(): Frontdesk | undefined;
  set frontdesk(calls: Frontdesk | FrontdeskCall[] | undefined);
}

interface DocumentEventMap {
  /** `window.frontdesk` is there. */
  'frontdesk:ready': UIEvent;
}
