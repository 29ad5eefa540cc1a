import type { Environment } from './environment';

/** What outlives the page: enough to come back to a conversation. Its texts are asked for anew. */
export interface SavedChat {
  id: string;
  token: string;
  /** The visitor's address, as the server knows it. */
  email: string | null;
  /** Do answers reach the visitor elsewhere too? */
  byMail: boolean;
  /** The last event that was seen in an open panel. */
  seen: number;
  /** It had ended by then. */
  ended: boolean;
}

export function readChat({ local }: Environment, name: string): SavedChat | null {
  try {
    return JSON.parse(local?.getItem(`${name}:chat`) ?? 'null') as SavedChat | null;
  } catch {
    return null;
  }
}

/** Where nothing may be stored, or nothing more, the conversation lasts as long as the page. */
export function saveChat({ local }: Environment, name: string, chat: SavedChat | null): void {
  try {
    if (chat) local?.setItem(`${name}:chat`, JSON.stringify(chat));
    else local?.removeItem(`${name}:chat`);
  } catch {
    // As above.
  }
}
