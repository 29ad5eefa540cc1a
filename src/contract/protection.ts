import * as z from 'zod';
import type { Person } from '../domain/person';
import { REASON_LENGTH } from '../domain/limits';
import { conversationId, instant, projectId, projectOnly } from './fields';

/** What keeps one program from closing a desk (rule T6): pressure, chats held back, people who are blocked. Instants are ISO strings. */

/** Starts of chats within an hour. */
export interface StartsOfHour {
  /** When the hour began. */
  at: string;
  /** Raised in Jira without more ado, by strangers. */
  started: number;
  /** Likewise, after their browsers had worked for it. */
  checked: number;
  held: number;
  /** At least so many: what a process had counted when it ended is lost. */
  refused: number;
}

export interface BlockedVisitor {
  blockId: string;
  /** What was blocked: an address, a signed person, or nothing but the chat itself. */
  kind: 'email' | 'signed' | 'chat';
  /** The address, or what the web site calls the signed person; null: this chat only. */
  who: string | null;
  by: Person;
  at: string;
  reason: string | null;
  issueKey: string | null;
  issueUrl: string | null;
}

export interface Protection {
  now: string;
  /** The last 24 hours, the oldest first; the last one is still going on. */
  hours: StartsOfHour[];
  /** Held back and not decided yet. `isMore`: there are more than that. */
  held: { count: number; isMore: boolean; since: string } | null;
  /** Whoever asks is an agent of the project, too: only agents decide what is held back. */
  mayDecide: boolean;
  /** New customers by agents' replies since midnight, UTC. */
  customersAdded: number;
  blocked: BlockedVisitor[];
}

/** Which chats are released or rejected: these, or all that came within a time. */
const which = z.union([
  z.strictObject({ conversationIds: z.array(conversationId).min(1).max(100) }),
  z.strictObject({ from: instant, to: instant }),
]);

const operationId = z.uuid();

export const protectionSchemas = {
  // Project admins.
  getProtection: projectOnly,
  // Agents. Done ten seconds later, until when it can be undone.
  decideHeld: z.strictObject({ projectId, which, decision: z.enum(['release', 'reject']), operationId }),
  undoDecideHeld: z.strictObject({ projectId, operationId }),
  blockVisitor: z.strictObject({
    conversationId,
    reason: z.string().trim().max(REASON_LENGTH).optional(),
    operationId,
  }),
  unblockVisitor: z.strictObject({ projectId, blockId: z.string().regex(/^[\w-]{1,64}$/), operationId }),
} as const;

export interface ProtectionValues {
  getProtection: Protection;
  /** `undoUntil`: it is done then. */
  decideHeld: { undoUntil: string };
  undoDecideHeld: null;
  /** `blockId`: what `unblockVisitor` takes. */
  blockVisitor: { blockId: string };
  unblockVisitor: null;
}
