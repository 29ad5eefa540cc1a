import type { Visitor } from '../domain/conversation';
import { readIdentityToken, type SignedIdentity } from '../domain/identity-token';
import type { Ports } from '../ports';

export interface SaysWho {
  widgetId: string;
  name?: string | undefined;
  email?: string | undefined;
  /** A token of the web site's own back end. */
  identity?: string | undefined;
  /** The account of somebody logged in on the portal. */
  accountId: string | null;
}

export interface Identified {
  visitor: Visitor;
  /** A hash of project and account, or of project and signed subject; null: nobody vouches for them. */
  person: string | null;
  /** A hash of project and signed subject, as the conversation keeps it. */
  subject?: string;
}

type Needs = Pick<Ports, 'crypto'>;

/** Who somebody is who starts a chat. `secret`: the project's, with which the web site signs; null: it has none. */
export function identifyVisitor(
  { crypto }: Needs,
  projectId: string,
  says: SaysWho,
  secret: string | null,
  now: number,
): Identified {
  const { accountId, name, email } = says;
  if (accountId !== null) {
    const person = crypto.hash(`${projectId} account ${accountId}`);
    return { visitor: { kind: 'portal', name: null, email: null, accountId }, person };
  }
  const signed = signedIdentity({ crypto }, says, secret, now);
  if (signed) {
    const subject = crypto.hash(`${projectId} subject ${signed.subject}`);
    const visitor: Visitor = { kind: 'signed', name: signed.name, email: signed.email, accountId: null };
    return { visitor, person: subject, subject };
  }
  const registered = name !== undefined && email !== undefined;
  return {
    visitor: {
      kind: registered ? 'registered' : 'anonymous',
      name: name ?? null,
      email: email ?? null,
      accountId: null,
    },
    person: null,
  };
}

function signedIdentity(
  { crypto }: Needs,
  { identity, widgetId }: SaysWho,
  secret: string | null,
  now: number,
): SignedIdentity | null {
  if (identity === undefined || secret === null) return null;
  const isSigned = (text: string, signature: string): boolean =>
    crypto.equal(crypto.sign(text, secret), signature);
  return readIdentityToken(identity, { widgetId, now, isSigned });
}

/** An address alone does not do: agents are to know whom they answer. */
export const isReachable = ({ kind, email, accountId }: Visitor): boolean =>
  accountId !== null || (kind !== 'anonymous' && email !== null);
