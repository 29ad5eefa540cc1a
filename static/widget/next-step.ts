import type { Availability } from './availability';

/**
 * Where "continue" leads: to the project's request form, or to logging in first, with the reason why
 * (rules C2 and C3). The value is the key of the text that says so.
 */
export type NextStep = 'toForm' | 'logInOffline' | 'logInOnline' | 'logInUnknown';

export function nextStep({ state, anonymous }: Availability, mayAlways: boolean): NextStep {
  if (mayAlways || anonymous) return 'toForm';
  if (state === 'online') return 'logInOnline';
  return state === 'unknown' ? 'logInUnknown' : 'logInOffline';
}
