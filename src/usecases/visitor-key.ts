import type { Actor, Crypto } from '../ports';

/** What somebody shows to be let in to a conversation. */
export interface VisitorKey {
  /** Absent where the account is to do. */
  token?: string | undefined;
  /** Who is logged in on the portal, as the platform says; null: nobody, or it is not the portal. */
  account: string | null;
}

/** All anonymous visitors share one account id: it is nobody's. */
export const accountOf = ({ kind, accountId }: Actor): string | null =>
  kind === 'anonymous' ? null : accountId;

/** Does the key fit? A token that is shown decides alone. */
export const opens = (
  { equal, hash }: Crypto,
  { token, account }: VisitorKey,
  lock: { tokenHash: string; account: string | null },
): boolean =>
  token === undefined ? account !== null && account === lock.account : equal(lock.tokenHash, hash(token));
