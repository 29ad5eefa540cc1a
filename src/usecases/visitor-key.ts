import type { Actor, Crypto, Ports } from '../ports';
import { isOfAnother, type SignedLock } from './signed-visitor';

/** What somebody shows to be let in to a conversation. */
export interface VisitorKey {
  /** Absent where the account is to do. */
  token?: string | undefined;
  /** Who is logged in on the portal, as the platform says; null: nobody, or it is not the portal. */
  account: string | null;
  /** A token of the web site's own back end, beside it. */
  identity?: string | undefined;
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

/** The same, and nobody says that they are another than the signed person whose it is. Throws PlatformFault. */
export const isLetIn = async (
  ports: Pick<Ports, 'crypto' | 'identities'>,
  key: VisitorKey,
  lock: Parameters<typeof opens>[2] & SignedLock,
): Promise<boolean> => opens(ports.crypto, key, lock) && !(await isOfAnother(ports, lock, key.identity));
