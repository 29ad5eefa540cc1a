/** The public web trigger's JSON (design §3): a public contract, version 1. Members are added, never changed. */

/** `hidden`: draw nothing now, ask again. `disabled`: draw nothing; unknown ids answer the same. */
export type AvailabilityState = 'online' | 'offline' | 'hidden' | 'disabled';

/** `GET {url}/v1/availability/{widgetId}` */
export interface AvailabilityBody {
  state: AvailabilityState;
  /** May a visitor start now without saying who they are? */
  anonymous: boolean;
  /** When this state ends at the latest, as far as known; ISO instant in UTC. */
  until: string | null;
  /** When somebody is expected to be online again; ISO instant in UTC. */
  nextOnlineAt: string | null;
  /** The server's time. */
  now: string;
  /** Ask again after so many seconds, ±20 %. */
  next: number;
  /** Present when the state could not be known: show a neutral look, never "online". */
  degraded?: true;
}

/** `GET {url}/v1/widgets/{widgetId}?locale=de-DE` */
export interface WidgetConfig {
  /** BCP 47 tag of `labels`. */
  locale: string;
  labels: Record<string, string>;
  welcomeText: string;
  anonymous: 'when-online' | 'always' | 'never';
  /** Origins that may embed the widget; empty: every one. */
  allowedOrigins: string[];
  /** The project's request form on the portal. */
  requestUrl: string;
  loginUrl: string;
  /** Absolute address of the lazy panel's script, under its content hash. */
  panelUrl: string;
}

/** Every answer that is not 2xx. */
export interface ErrorBody {
  error: 'bad-request' | 'not-found' | 'method-not-allowed' | 'too-large' | 'unavailable';
}
