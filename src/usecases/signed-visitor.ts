import { readIdentityToken, subjectOf, type SignedIdentity } from '../domain/identity-token';
import type { Ports } from '../ports';

/** Somebody whom a web site's own back end has signed in. */
export interface SignedVisitor extends SignedIdentity {
  /** Stands for project and `sub`, so that neither the record nor its key tells the site's own id of the person. */
  owner: string;
  /**
   * The token that opens a conversation of theirs. It follows from who they are, so that every device of theirs gets it and
   * no browser has to keep it; with the project's next secret it is another one.
   */
  tokenOf(conversationId: string): string;
}

type Needs = Pick<Ports, 'identities' | 'crypto'>;

interface Asked {
  projectId: string;
  widgetId: string;
  identity: string;
  now: number;
}

/** Null: the token is not valid here and now. */
export const signedVisitor = async (
  { identities, crypto }: Needs,
  asked: Asked,
): Promise<SignedVisitor | null> => signedBy({ crypto }, await identities.secret(asked.projectId), asked);

/** `secret`: the project's, with which the web site signs; null: it has none. */
export function signedBy(
  { crypto }: Pick<Needs, 'crypto'>,
  secret: string | null,
  { projectId, widgetId, identity, now }: Asked,
): SignedVisitor | null {
  if (secret === null) return null;
  const isSigned = (text: string, signature: string): boolean =>
    crypto.equal(crypto.sign(text, secret), signature);
  const signed = readIdentityToken(identity, { widgetId, now, isSigned });
  if (!signed) return null;
  const owner = ownerOf(crypto, projectId, signed.subject);
  // No token that a site signs has a line like this in it.
  return { ...signed, owner, tokenOf: (id) => crypto.sign(`chat|${id}|${owner}`, secret) };
}

const ownerOf = ({ hash }: Needs['crypto'], projectId: string, subject: string): string =>
  hash(`${projectId} ${subject}`).slice(0, 22);

/** Whose a conversation is, as far as a signed identity goes. */
export interface SignedLock {
  projectId: string | null;
  subject?: string | undefined;
}

/**
 * Does whoever shows the token of a conversation say that they are somebody else than the signed person whose it is (rule
 * T3)? An identity that has expired since still says who; one that is not the site's says nothing.
 */
export async function isOfAnother(
  { identities, crypto }: Needs,
  { projectId, subject }: SignedLock,
  identity: string | undefined,
): Promise<boolean> {
  if (identity === undefined || subject === undefined || projectId === null) return false;
  const secret = await identities.secret(projectId);
  if (secret === null) return false;
  const said = subjectOf(identity, (text, signature) => crypto.equal(crypto.sign(text, secret), signature));
  return said !== null && ownerOf(crypto, projectId, said) !== subject;
}
