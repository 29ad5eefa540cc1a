import type { ConversationEvent, Speaker } from '../domain/conversation';
import { isInstant, isObject } from './stored-value';

const SPEAKERS: ReadonlySet<unknown> = new Set<Speaker>(['visitor', 'agent', 'customer', 'app']);

/** Events are written by this version or an older one; of a newer one, those of unknown kinds are passed over. */
export function isEvent(value: unknown): value is ConversationEvent {
  if (!isObject(value) || !isInstant(value.at) || !Number.isSafeInteger(value.n)) return false;
  const { kind, of, text, from, author } = value;
  switch (kind) {
    case 'message':
      return (
        typeof text === 'string' && SPEAKERS.has(from) && (author === null || typeof author === 'string')
      );
    case 'edited':
      return typeof text === 'string' && Number.isSafeInteger(of);
    case 'delivered':
    case 'deleted':
    case 'failed':
      return Number.isSafeInteger(of);
    case 'registered':
      return typeof value.byMail === 'boolean';
    case 'ended':
    case 'reopened':
      return true;
    default:
      return false;
  }
}
