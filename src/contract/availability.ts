import type { Challenge } from './conversation';
import type { Availability, AvailabilityState } from '../domain/availability';

/** `GET {url}/v1/availability/{widgetId}`: public, version 1. Members are added, never changed. */
export type AvailabilityBody = Availability;

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
    | 'already-known'
    | 'closed';
  /** bad-request: it is this member that is not of the form. */
  member?: 'context';
  state?: AvailabilityState;
  /** rate-limited, of a start: what to do to be taken at once. */
  challenge?: Challenge;
}
