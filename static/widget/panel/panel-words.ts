import { characterCount } from '../../../src/domain/character-count';
import { MESSAGE_LENGTH } from '../../../src/domain/limits';
import type { Availability } from '../frontdesk-api';
import type { ConversationState } from '../conversation/conversation';
import type { Failure } from '../conversation/conversation-client';
import type { Unsent } from '../conversation/outbox';
import { registrationOf } from '../conversation/registration';
import type { Line } from '../conversation/transcript';
import type { Ask } from '../conversation/who-is-asked';
import { fill } from './fill';

export type Labels = Record<string, string>;

/** Characters from which on the panel says how many are left. */
const COUNT_FROM = MESSAGE_LENGTH - 400;

/** Keys of the words for where a visitor's message is. */
export const deliveryKey = ({ delivery }: Line): string =>
  delivery === 'failed' ? 'notDelivered' : (delivery ?? 'sent');

/** `notSent`: the chat goes on, unlike where Jira refused what was sent. */
export const unsentKey = (state: Unsent['state']): string => (state === 'refused' ? 'notSent' : state);

/** Key of the words that stand between messages. */
export const turnKey = ({ kind, newRequest }: Line): string => (newRequest ? 'newRequest' : kind);

/** What stands below the messages, as long as it is so. */
export function noticeKey(
  { saved, transcript, lost, held, working, agentTyping }: ConversationState,
  { state }: Availability,
  /** Does the page or the portal say who the visitor is? */
  known: boolean,
  ask: Ask,
): string {
  if (working) return 'working';
  if (lost) return lost === 'conversation-full' ? 'lostFull' : 'lostGone';
  if (saved && transcript.ended) return transcript.reason ? 'endsGone' : 'ends';
  if (saved && held) return 'held';
  if (!saved && state === 'disabled') return 'failGone';
  // Where something is asked, the question says it already; and somebody is there who answers.
  if (agentTyping || !/offline|hidden|disabled/.test(state) || !/nothing|askOffer|askLater/.test(ask))
    return '';
  return (saved ? saved.byMail : known) ? 'awayByMail' : 'awayHere';
}

/** What became of the details that an anonymous visitor left after the start, or why they were not taken. */
export function detailsWords(state: ConversationState, labels: Labels, locale: string): string | undefined {
  const { saved, registerFailure, transcript } = state;
  const registration = registrationOf(state);
  if (registration === 'waiting') return labels['detailsWaiting'];
  if (registration === 'done') return fill(labels['detailsDone'], { email: saved?.email ?? '' });
  // There is nothing more to be left.
  if (transcript.ended) return '';
  if (registerFailure) return failureWords(registerFailure, labels, locale, 'details');
  return registration === 'refused' ? labels['detailsNotUsed'] : '';
}

/** What did not succeed, and what is said of it: of too much at once, of what is not taken, of everything else. */
const FAILED = {
  start: ['failLimited', 'failRefused', 'failUnavailable'],
  /** With name and e-mail address. */
  introduced: ['failLimited', 'failDetails', 'failUnavailable'],
  /** It is sent by itself as soon as that works. */
  send: ['waitLimited', 'failRefused', 'waitUnavailable'],
  /** Name and e-mail address alone. */
  details: ['failLimited', 'detailsRefused', 'detailsFailed'],
} as const;

/** What is said alike of all of them. */
const FAILED_ANYWAY: Partial<Record<Failure['error'], string>> = {
  // The fields that appear say it.
  'login-required': '',
  'origin-refused': 'failOrigin',
  'not-found': 'failGone',
  'too-large': 'failRefused',
  closed: 'failClosed',
};

export function failureWords(
  { error, retryAfter }: Failure,
  labels: Labels,
  locale: string,
  attempt: keyof typeof FAILED,
): string | undefined {
  const [limited, refused, other] = FAILED[attempt];
  if (error === 'rate-limited') {
    const [value, unit] = retryAfter > 90 ? [retryAfter / 60, 'minute'] : [retryAfter || 60, 'second'];
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
    return fill(labels[limited], { time: format.format(Math.ceil(value)) });
  }
  return labels[FAILED_ANYWAY[error] ?? (error === 'bad-request' ? refused : other)];
}

/** How much room is left for the text, once that matters. */
export function lengthWords(text: string, labels: Labels): string {
  const count = characterCount(text);
  const left = MESSAGE_LENGTH - count;
  if (left < 0) return fill(labels['tooLong'], { count: -left });
  return count < COUNT_FROM ? '' : fill(labels['charactersLeft'], { count: left });
}
