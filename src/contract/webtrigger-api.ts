import type { Availability } from '../domain/availability';
import type { WidgetConfig as Config } from '../domain/views';

/** The public web trigger's JSON (design §3): a public contract, version 1. Members are added, never changed. */

export type { AvailabilityState } from '../domain/availability';

/** `GET {url}/v1/availability/{widgetId}` */
export type AvailabilityBody = Availability;

/** `GET {url}/v1/widgets/{widgetId}?locale=de-DE` */
export interface WidgetConfig extends Config {
  /** File name of the lazy panel's script, under its content hash: `GET {url}/v1/{panel}`. */
  panel: string;
}

/** Every answer that is not 2xx. */
export interface ErrorBody {
  error: 'bad-request' | 'not-found' | 'method-not-allowed' | 'too-large' | 'unavailable';
}
