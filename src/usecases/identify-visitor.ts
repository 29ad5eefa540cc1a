import type { Visitor } from '../domain/conversation';
import type { Ports } from '../ports';
import { signedBy, type SignedVisitor } from './signed-visitor';

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
  /** Of whom the web site's own back end says who they are. */
  signed: SignedVisitor | null;
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
    return { visitor: { kind: 'portal', name: null, email: null, accountId }, person, signed: null };
  }
  const { widgetId, identity } = says;
  const signed =
    identity === undefined ? null : signedBy({ crypto }, secret, { projectId, widgetId, identity, now });
  if (signed) {
    const visitor: Visitor = { kind: 'signed', name: signed.name, email: signed.email, accountId: null };
    return { visitor, person: signed.owner, signed };
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
    signed: null,
  };
}

/** An address alone does not do: agents are to know whom they answer. */
export const isReachable = ({ kind, email, accountId }: Visitor): boolean =>
  accountId !== null || (kind !== 'anonymous' && email !== null);
