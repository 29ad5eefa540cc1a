import type { EndReason, VisitorKind } from '../domain/conversation';

/**
 * One chat as its visitor has it: the public web trigger's JSON (design: version 1; members are added, never changed).
 * `chat-bodies.ts` reads what comes in, without zod.
 */

/** `POST {url}/v1/conversations`, `Content-Type: text/plain` so that no preflight is needed; the body is this as JSON. */
export interface StartBody {
  widgetId: string;
  message: string;
  /** A UUID made by the page: the same start sent twice is one conversation. */
  clientMessageId: string;
  page?: string;
  locale?: string;
  /**
   * What the page declares, shown to agents as said by it: at most 10 values (`CONTEXT_VALUES`), plain text of at most 200
   * characters under keys of at most 40.
   */
  context?: Record<string, string>;
  name?: string;
  email?: string;
  /** A token of the web site's own back end (signed identity, HS256). */
  identity?: string;
  /** What a challenge asked for: `{minute}.{x}`, see `Challenge`. */
  work?: string;
}

/**
 * In the body of a 429 to a start, while too many start at once: find an `x` (1–20 letters or digits) for which the SHA-256 of
 * `{widgetId}|{minute}|{clientMessageId}|{hex SHA-256 of the message as sent}|{x}` (UTF-8) begins with `bits` zero bits, and
 * send the start again with `work`. Valid for three minutes around `minute`.
 */
export interface Challenge {
  bits: number;
  /** Minutes since the epoch, by the server's clock. */
  minute: number;
}

/** 201. The token is shown once: only its hash is stored. */
export interface StartedBody {
  conversationId: string;
  token: string;
  /** The visitor as Frontdesk knows them now. */
  visitor: { kind: VisitorKind; name: string | null; email: string | null };
  /** As in `PolledBody`. */
  held?: true;
  now: string;
  next: number;
  /** The message's event. Absent: the first. */
  n?: number;
}

/** `POST {url}/v1/conversations/current`: the chat in which a signed person spoke last, on whatever device. */
export interface CurrentBody {
  widgetId: string;
  /** As in `StartBody`. */
  identity: string;
}

/** 200, also when there is none: a browser notes every 404 on the page's console. */
export type FoundBody = { conversationId: null } | CurrentChat;

export interface CurrentChat {
  conversationId: string;
  token: string;
  visitor: StartedBody['visitor'];
  ended: boolean;
}

/** Of the bodies with a token. */
export interface WhoAsks {
  /** As in `StartBody`: where it is somebody else's than whose the chat is, the token opens nothing. */
  identity?: string;
}

/** `POST {url}/v1/conversations/{id}/messages` */
export interface SendBody extends WhoAsks {
  token: string;
  message: string;
  clientMessageId: string;
}

/** 202: stored; it is delivered to Jira in order, see the events. */
export interface SentBody {
  n: number;
  now: string;
}

/** `POST {url}/v1/conversations/{id}/visitor`: whoever started anonymously leaves name and e-mail. */
export interface RegisterBody extends WhoAsks {
  token: string;
  name: string;
  email: string;
}

/** 202: stored; the event `registered` says what Jira made of it. */
export interface RegisteredBody {
  visitor: StartedBody['visitor'];
  now: string;
}

/** `POST {url}/v1/conversations/{id}/poll` */
export interface PollBody extends WhoAsks {
  token: string;
  /** The last event the page has; 0 for all. */
  after: number;
  /** At most once a minute, while the panel is open: the agents see that the visitor is here. */
  here?: true;
}

/** An event as a visitor's page gets it. */
export type PublicEvent = { n: number; at: string } & (
  | { kind: 'message'; from: 'visitor'; text: string; clientMessageId: string | null }
  /** `at`: when it was written, which may be before messages that came first. `agent`: whoever of them it was. */
  | {
      kind: 'message';
      from: 'agent' | 'customer' | 'app';
      text: string;
      agent: { name: string | null; avatarUrl: string | null };
    }
  | { kind: 'delivered' | 'failed' | 'deleted'; of: number }
  | { kind: 'edited'; of: number; text: string }
  /** `reason`: it cannot be gone on with, for this reason. There may be more of them one day. */
  | { kind: 'ended'; reason?: EndReason }
  /** `newRequest`: it goes on as a new request. */
  | { kind: 'reopened'; newRequest: boolean }
  /** `byMail`: answers reach the visitor by e-mail from now on; else the address that they left is of no use. */
  | { kind: 'registered'; byMail: boolean }
);

export interface PolledBody {
  events: PublicEvent[];
  /** More events are there: poll again at once. */
  more: boolean;
  ended: boolean;
  agentTyping: boolean;
  /** Stored, and not passed on to agents yet: too many started at once. */
  held?: true;
  now: string;
  next: number;
}
