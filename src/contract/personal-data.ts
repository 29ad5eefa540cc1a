import * as z from 'zod';
import type { Confidence } from '../domain/visitor-registration';
import type { VisitorKind } from '../domain/conversation';
import type { PageContext } from '../domain/page-context';
import { accountId, conversationId, email, projectId } from './fields';

/**
 * What is kept about one person in a project: found, handed out, erased (rule T8). A project's chats are looked through a
 * page at a time: whoever asks goes on with the cursor until there is none. Instants are ISO strings.
 */

/** By the address that they said, or by their Atlassian account. */
const whom = z.union([z.strictObject({ email }), z.strictObject({ accountId })]);

const operationId = z.uuid();

export const personalDataSchemas = {
  // Project admins.
  findPerson: z.strictObject({ projectId, whom, cursor: z.string().min(1).max(2_000).optional() }),
  exportPerson: z.strictObject({
    projectId,
    whom,
    conversationId,
    /** The event to go on at. */
    from: z.number().int().positive().optional(),
    operationId,
  }),
  erasePerson: z.strictObject({
    projectId,
    whom,
    cursor: z.string().min(1).max(2_000).optional(),
    operationId,
  }),
} as const;

export interface PersonChat {
  conversationId: string;
  startedAt: string;
  lastAt: string;
  /** It is their chat; false: they wrote in somebody else's, and only that is theirs. */
  own: boolean;
  /** Messages of it, or theirs in it. */
  messages: number;
  /** Jira keeps the request. Null: it is not in Jira. */
  issueKey: string | null;
  issueUrl: string | null;
  /** Messages that are not in Jira yet: until they are, the chat is not erased. */
  waiting: number;
}

/** An agent blocked them in the project. */
export interface PersonBlock {
  at: string;
  reason: string | null;
  issueKey: string | null;
}

export interface PersonFound {
  now: string;
  /** Chats looked through by this call. */
  looked: number;
  chats: PersonChat[];
  /** With the last page; absent: they are not blocked. */
  blocks?: PersonBlock[];
  cursor: string | null;
}

/** One chat as it is kept; of somebody else's, what the person wrote in it and nothing else. */
export interface ExportedChat {
  conversationId: string;
  startedAt: string;
  own: boolean;
  issueKey: string | null;
  issueUrl: string | null;
  /** Their details, with their own chats. */
  person?: {
    name: string | null;
    email: string | null;
    accountId: string | null;
    kind: VisitorKind;
    /** Who vouches for the address. */
    confidence: Confidence;
    page: string | null;
    language: string | null;
    /** What the page declared of them. */
    context: PageContext;
  };
}

export interface ExportedMessage {
  at: string;
  /** `person`: theirs. Of others only the words are handed out, with their own chats. */
  from: 'person' | 'agent' | 'customer' | 'app';
  text: string;
}

export interface PersonExport {
  now: string;
  chat: ExportedChat;
  messages: ExportedMessage[];
  /** `from` of the next call; null: this was all. */
  next: number | null;
}

export interface PersonErased {
  now: string;
  looked: number;
  /** What was erased by this call; Jira keeps the requests. */
  erased: PersonChat[];
  /** Not erased: something of them is still on its way to Jira, or held back. */
  waiting: PersonChat[];
  /** With the last page: blocks of theirs that ended. Absent: none. */
  unblocked?: number;
  cursor: string | null;
  /** Of this operation and person: whoever has the address can check that a receipt is about it, nobody else reads it there. */
  fingerprint: string;
}

export interface PersonalDataValues {
  findPerson: PersonFound;
  exportPerson: PersonExport;
  erasePerson: PersonErased;
}
