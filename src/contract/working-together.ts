import * as z from 'zod';
import { characterCount } from '../domain/character-count';
import { COLLEAGUE_QUERY_LENGTH, STATUS_NAME_LENGTH } from '../domain/limits';
import { HAND_OVER_NOTE_LENGTH } from '../domain/inbox-limits';
import type { Person } from '../domain/person';
import { saidText } from '../domain/said-text';
import type { ConversationView } from './agent-conversation';
import { accountId, conversationId } from './fields';

/** Whose chat it is, how that changes, and who is at it now (rules D4, D5, D8). Instants are ISO strings. */

/** Somebody to whom a chat can be handed over. */
export interface Colleague extends Person {
  online: boolean;
  /** When their online time ends by itself; null: not known, or offline. */
  until: string | null;
}

export interface Colleagues {
  /** Without the person who asks; those online come first. */
  colleagues: Colleague[];
  /** There are more: a `query` finds them. */
  isMore: boolean;
}

export interface HandedOver extends ConversationView {
  /** It is handed over, and Jira did not take the note: the same operation again adds it. */
  noteMissing?: true;
}

export interface ResolvedView extends ConversationView {
  /** Whether the workflow has a way back; absent: not known. */
  canReopen?: boolean;
  /** It was resolved already: by somebody else, at the same moment. Nothing of it is the asking person's to undo. */
  already?: true;
  /** Who was: with `already`, as far as Jira says. */
  resolvedBy?: Person;
}

/** What somebody does at a chat, as far as their colleagues need to know it. */
export type Doing = 'looking' | 'writing' | 'left';

/** Whom the asking window shows as the assignee. Where it is somebody else by now, nothing is done: `conflict`. */
const seen = accountId.nullable();

const note = z
  .string()
  .transform(saidText)
  .refine((text) => characterCount(text) <= HAND_OVER_NOTE_LENGTH, 'must be at most 1,000 characters');

export const workingTogetherSchemas = {
  /** `seen` absent: by windows of a version that did not ask. */
  assignToMe: z.strictObject({ conversationId, seen: seen.optional() }),
  handOver: z.strictObject({
    conversationId,
    to: accountId,
    /** For agents only, in Jira too. */
    note: note.optional(),
    seen,
    operationId: z.uuid(),
  }),
  giveBack: z.strictObject({ conversationId, seen }),
  getColleagues: z.strictObject({
    conversationId,
    query: z.string().trim().max(COLLEAGUE_QUERY_LENGTH).optional(),
  }),
  /** Takes back that it was resolved; `status`: where it was before, if the workflow leads there. */
  reopen: z.strictObject({ conversationId, status: z.string().min(1).max(STATUS_NAME_LENGTH).optional() }),
  look: z.strictObject({
    conversationId,
    doing: z.enum(['looking', 'writing', 'left']),
    /** It answers somebody who has come: nobody answers an answer. */
    answers: z.literal(true).optional(),
    /** The chat that was looked at before. */
    left: conversationId.optional(),
  }),
} as const;
