import type { Availability } from '../frontdesk-api';

/**
 * What a visitor is asked about themselves (rules C2 and C3). `askOffer` and `askLater` need not be answered, before the
 * first message and after it; of the others each is the key of the text that says why. `askLogIn`: nothing that they say of
 * themselves would do.
 */
export type Ask =
  'nothing' | 'askLogIn' | 'askOffer' | 'askLater' | 'askOffline' | 'askOnline' | 'askUnknown' | 'askLeft';

interface Situation {
  availability: Availability;
  /** Does the project let anonymous visitors start at any time? */
  always: boolean;
  /** Does the page or the portal say who the visitor is? */
  known: boolean;
  /** Does the project like to have name and e-mail of those who need not say them? */
  suggests: boolean;
  /**
   * What the page showed when the server refused a start by somebody whom it did not know; absent when it did not. What
   * it says since then counts for more.
   */
  refused?: Availability['state'] | undefined;
}

export function whoIsAsked({ availability, always, known, suggests, refused }: Situation): Ask {
  const { state, anonymous } = availability;
  // No answer would come, whatever they say of themselves.
  if (state === 'disabled') return 'nothing';
  const isRefused = refused !== undefined && !anonymous;
  if (isRefused && refused === 'online' && state !== 'online') return 'askLeft';
  if (known && !isRefused) return 'nothing';
  if (anonymous || (always && !isRefused)) return suggests ? 'askOffer' : 'nothing';
  if (state === 'online') return 'askOnline';
  return state === 'unknown' ? 'askUnknown' : 'askOffline';
}
