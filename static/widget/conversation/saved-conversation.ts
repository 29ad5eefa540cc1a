import type { StartedBody } from '../../../src/contract/conversation';
import type { Environment } from '../browser/environment';
import type { Transcript } from './transcript';

/** What outlives the page: enough to come back to a conversation. Its texts are asked for anew. */
export interface SavedConversation {
  id: string;
  /** Empty: the visitor's account opens it, in the portal. */
  token: string;
  /** The visitor's address, as the server knows it. */
  email: string | null;
  /** Do answers reach the visitor elsewhere too? */
  byMail: boolean;
  /** Nothing was said of the visitor at the start. */
  anonymous?: true;
  /** Of somebody whom the web site has signed in: kept in memory only, for the server gives it to them again (rule T3). */
  signed?: true;
  /** Name and e-mail were left after the event with this number. Absent: they were not. */
  detailsAt?: number;
  /** The last event that was seen in an open panel. Null: not known, it was said elsewhere. */
  seen: number | null;
  /** It had ended by then. */
  ended: boolean;
}

export function readConversation(
  { local }: Pick<Environment, 'local'>,
  name: string,
): SavedConversation | null {
  try {
    return JSON.parse(local?.getItem(`${name}:chat`) ?? 'null') as SavedConversation | null;
  } catch {
    return null;
  }
}

/** Where nothing may be stored, or nothing more, the conversation lasts as long as the page, as does a signed person's. */
export function saveConversation(
  { local }: Pick<Environment, 'local'>,
  name: string,
  saved: SavedConversation | null,
): void {
  try {
    if (saved && !saved.signed) local?.setItem(`${name}:chat`, JSON.stringify(saved));
    else local?.removeItem(`${name}:chat`);
  } catch {
    // As above.
  }
}

/** What a start leaves behind. */
export function newlySaved({
  conversationId: id,
  token,
  visitor,
}: Pick<StartedBody, 'conversationId' | 'token' | 'visitor'>): SavedConversation {
  const { kind, email } = visitor;
  const isAnonymous = kind === 'anonymous';
  return {
    id,
    token,
    email,
    byMail: kind === 'portal' || (!isAnonymous && email !== null),
    seen: 0,
    ended: false,
    ...(isAnonymous && email === null && { anonymous: true }),
    ...(kind === 'signed' && { signed: true }),
  };
}

/** After the visitor has seen all of `transcript`; the same object where that changes nothing. */
export function afterReading(
  saved: SavedConversation,
  { n, ended, registered }: Transcript,
): SavedConversation {
  const byMail = registered?.byMail ?? saved.byMail;
  const isNew = (saved.seen ?? -1) < n || saved.ended !== ended || saved.byMail !== byMail;
  return isNew ? { ...saved, seen: n, ended, byMail } : saved;
}
