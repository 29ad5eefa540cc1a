import type { Environment } from '../browser/environment';

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

/** Where nothing may be stored, or nothing more, the conversation lasts as long as the page. */
export function saveConversation(
  { local }: Pick<Environment, 'local'>,
  name: string,
  saved: SavedConversation | null,
): void {
  try {
    if (saved) local?.setItem(`${name}:chat`, JSON.stringify(saved));
    else local?.removeItem(`${name}:chat`);
  } catch {
    // As above.
  }
}
