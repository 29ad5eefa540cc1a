import type { Availability } from '../frontdesk-api';
import { promiseWords } from '../clock/promise-words';

/** What the line in the portal's head says. */
export interface LineNews {
  look: 'online' | 'offline' | 'expected' | 'closed' | 'unknown';
  /** The state; empty where it cannot be known (rule C8). */
  words: string;
  /** The closure's own sentence. */
  message: string;
  /** What its button says. */
  action: string;
}

interface Reader {
  labels: Record<string, string>;
  /** For times, BCP 47. */
  locale: string;
  /** The server's. */
  now: number;
}

/** Null: nothing is to be seen of the chat (rules C6, C7). */
export function lineNews(availability: Availability, reader: Reader): LineNews | null {
  const { state, expected, closed, nextOnlineAt } = availability;
  const { stateOnline = '', stateOffline = '', chatWithUs = '', unknown = '' } = reader.labels;
  if (state === 'hidden' || state === 'disabled') return null;
  if (state === 'online') return { look: 'online', words: stateOnline, message: '', action: chatWithUs };
  if (state === 'unknown') return { look: 'unknown', words: '', message: '', action: unknown };
  const told = promiseWords(availability, reader);
  const look = told.closed ? 'closed' : told.promise && expected ? 'expected' : 'offline';
  // "Closed until 15:00 · Back at 15:00" says it twice.
  const promise = closed?.until === nextOnlineAt ? '' : told.promise;
  const words = [told.closed, promise].filter(Boolean).join(' · ') || stateOffline;
  return { look, words, message: closed?.message ?? '', action: unknown };
}
