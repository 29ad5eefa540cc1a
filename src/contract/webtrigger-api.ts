import type { Availability, AvailabilityState } from '../domain/availability';
import type { VisitorKind } from '../domain/conversation';
import type { WidgetConfig as Config } from '../domain/views';

/** The public web trigger's JSON (design §3): a public contract, version 1. Members are added, never changed. */

export type { AvailabilityState } from '../domain/availability';

/** `GET {url}/v1/availability/{widgetId}` */
export type AvailabilityBody = Availability;

/**
 * `GET {url}/v1/widgets/{widgetId}?locale=de-DE&v={config}`; with the `config` that the availability says, a browser
 * may keep it for ever.
 */
export interface WidgetConfig extends Config {
  /** File name of the lazy panel's script, under its content hash: `GET {url}/v1/{panel}`. */
  panel: string;
}

/** `POST {url}/v1/conversations`, `Content-Type: text/plain` so that no preflight is needed; the body is this as JSON. */
export interface StartBody {
  widgetId: string;
  message: string;
  /** A UUID made by the page: the same start sent twice is one conversation. */
  clientMessageId: string;
  page?: string;
  locale?: string;
  name?: string;
  email?: string;
  /** A token of the web site's own back end (signed identity, HS256). */
  identity?: string;
}

/** 201. The token is shown once: only its hash is stored. */
export interface StartedBody {
  conversationId: string;
  token: string;
  /** The visitor as Frontdesk knows them now. */
  visitor: { kind: VisitorKind; name: string | null; email: string | null };
  now: string;
  next: number;
}

/** `POST {url}/v1/conversations/{id}/messages` */
export interface SendBody {
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
export interface RegisterBody {
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
export interface PollBody {
  token: string;
  /** The last event the page has; 0 for all. */
  after: number;
  /** At most once a minute, while the panel is open: the agents see that the visitor is here. */
  here?: true;
}

/** An event as a visitor's page gets it. */
export type PublicEvent = { n: number; at: string } & (
  | { kind: 'message'; from: 'visitor'; text: string; clientMessageId: string | null }
  | { kind: 'message'; from: 'agent'; text: string; agent: { name: string | null; avatarUrl: string | null } }
  | { kind: 'delivered' | 'failed' | 'deleted'; of: number }
  | { kind: 'edited'; of: number; text: string }
  | { kind: 'ended' }
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
  now: string;
  next: number;
}

/** Every answer that is not 2xx. `login-required`: say who you are first; `state` says why. */
export interface ErrorBody {
  error:
    | 'bad-request'
    | 'not-found'
    | 'method-not-allowed'
    | 'too-large'
    | 'unavailable'
    | 'login-required'
    | 'origin-refused'
    | 'rate-limited'
    | 'conversation-full'
    | 'already-known';
  state?: AvailabilityState;
}
