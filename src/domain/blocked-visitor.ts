import { portalAccount, type Conversation } from './conversation';
import { changed, unchanged, type Step } from './conversation-transitions';
import { foldedEmail } from './email-address';

/** Somebody whom an agent blocked in a project (rule T7). */
export interface BlockedVisitor {
  blockId: string;
  /** Further ids under which the same visitor is found. */
  aliases: string[];
  /** What was blocked: an address, a person whom web site or portal knows, or nothing but the chat. */
  kind: 'email' | 'signed' | 'chat';
  /** The address, or what the web site calls the person. */
  who: string | null;
  /** The account of a portal customer: names are fetched when it is shown. */
  account: string | null;
  /** The agent's account; null once it is closed. */
  by: string | null;
  /** Epoch milliseconds. */
  at: number;
  reason: string | null;
  /** The chats that were ended with it. */
  conversationIds: string[];
  issueKey: string | null;
}

/**
 * What a visitor is known by, the surest first: that is what a block is about. A signed person's address is one more, so
 * that it cannot be typed instead; an address that was only typed blocks nobody who proves to have it.
 */
export function marksOf(conversation: Pick<Conversation, 'id' | 'visitor' | 'subject'>): {
  kind: BlockedVisitor['kind'];
  marks: string[];
} {
  const { visitor, subject } = conversation;
  const account = portalAccount(conversation);
  if (account !== null) return { kind: 'signed', marks: [accountMark(account)] };
  const address = visitor.email === null ? [] : [addressMark(visitor.email)];
  if (visitor.kind === 'signed' && subject !== undefined)
    return { kind: 'signed', marks: [subjectMark(subject), ...address] };
  return address.length > 0
    ? { kind: 'email', marks: address }
    : { kind: 'chat', marks: [`chat ${conversation.id}`] };
}

export const subjectMark = (subject: string): string => `subject ${subject}`;

export const accountMark = (account: string): string => `account ${account}`;

export const addressMark = (email: string): string => `address ${foldedEmail(email)}`;

/** Does nobody take what the visitor writes any more? */
export const isShut = ({ blocked, rejectedAt }: Pick<Conversation, 'blocked' | 'rejectedAt'>): boolean =>
  blocked !== undefined || rejectedAt !== undefined;

/** An agent ends the chat for its visitor, who writes no more. What was acknowledged is still delivered. */
export const block = (conversation: Conversation, blocked: NonNullable<Conversation['blocked']>): Step =>
  conversation.blocked?.blockId === blocked.blockId
    ? unchanged(conversation)
    : changed({ ...conversation, blocked });

export function unblock(conversation: Conversation, blockId: string): Step {
  if (conversation.blocked?.blockId !== blockId) return unchanged(conversation);
  const { blocked: _before, ...rest } = conversation;
  return changed(rest);
}
