import type { Answer, FunctionKey } from '../../../src/contract/functions';
import type { ConversationMessage, ConversationView } from '../../../src/contract/agent-conversation';
import type { InboxCounts, InboxPage, InboxRow } from '../../../src/contract/inbox';
import type { Person } from '../../../src/domain/person';
import type { ErrorCode } from '../../../src/domain/errors';
import type { Way } from '../../../src/domain/ways';
import type { Call } from '../../../static/app/call';
import { at } from '../availability/panel-builder';

export const ann: Person = { accountId: 'ann', name: 'Ann', avatarUrl: null };

/** A chat of Cara's, waiting for an answer. */
export const inboxRow = (overrides: Partial<InboxRow> = {}): InboxRow => ({
  conversationId: 'one',
  customer: 'Cara',
  kind: 'registered',
  confidence: 'unconfirmed',
  here: false,
  lastAt: at(0),
  lastFrom: 'visitor',
  lastAgent: null,
  lastLine: 'Hello?',
  firstLine: 'Hello',
  issueKey: 'SUP-1',
  issueUrl: null,
  status: 'Open',
  assignee: null,
  unanswered: true,
  waitingSince: at(0),
  ended: false,
  failure: null,
  pending: 0,
  ...overrides,
});

const NO_CHATS = { count: 0, isMore: false };

export const chatCounts = (counts: Partial<InboxCounts['counts']> = {}): InboxCounts => ({
  now: at(0),
  counts: { unanswered: NO_CHATS, mine: NO_CHATS, unassigned: NO_CHATS, unresolved: NO_CHATS, ...counts },
});

export const inboxPage = (rows: InboxRow[], cursor: string | null = null): InboxPage => ({
  now: at(0),
  project: { id: '1', key: 'SUP', name: 'Support' },
  anonymousName: '',
  rows,
  cursor,
});

export const message = (n: number, overrides: Partial<ConversationMessage> = {}): ConversationMessage => ({
  n,
  at: at(0),
  from: 'visitor',
  agent: null,
  text: `message ${n}`,
  edited: false,
  deleted: false,
  delivery: 'delivered',
  ...overrides,
});

export const myMessage = (n: number, text: string): ConversationMessage =>
  message(n, { from: 'agent', agent: ann, text });

/** One end of the request's workflow. */
export const way = (id: string, name: string, to: string, overrides: Partial<Way> = {}): Way => ({
  id,
  name,
  to,
  resolution: null,
  resolves: false,
  wants: [],
  ...overrides,
});

export const conversation = (
  messages: ConversationMessage[],
  overrides: Partial<ConversationView> = {},
): ConversationView => ({
  now: at(0),
  rev: 1,
  row: inboxRow(),
  email: null,
  byMail: null,
  canConfirm: false,
  page: null,
  locale: null,
  context: {},
  messages,
  notes: [],
  earlier: null,
  corrected: 0,
  canResolve: true,
  ways: [way('21', 'Resolve', 'Resolved', { resolves: true })],
  ...overrides,
});

export interface Question {
  functionKey: FunctionKey;
  payload: Record<string, unknown>;
  succeed(value: unknown): Promise<void>;
  fail(code: ErrorCode): Promise<void>;
}

/** A resolver whose questions wait for the test to answer them. */
export function waitingResolver(): { call: Call; asked: Question[] } {
  const asked: Question[] = [];
  const call: Call = (functionKey, payload) =>
    new Promise((resolve) => {
      const answer = async (value: unknown): Promise<void> => {
        resolve(value as Answer<typeof functionKey>);
        await new Promise(setImmediate);
      };
      asked.push({
        functionKey,
        payload,
        succeed: (value) => answer({ ok: true, value }),
        fail: (code) => answer({ ok: false, error: { code, message: '' } }),
      });
    });
  return { call, asked };
}
