import type { Person } from './person';

/** The closed set of reasons for which Frontdesk refuses or fails (design §4). */
const ERROR_CODES = [
  'invalid-request',
  'not-allowed',
  'not-found',
  'chat-disabled',
  'conflict',
  'limit',
  'unavailable',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal as a value: a code for programs and a sentence for people that says what to do. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  /** Why, in Jira's own words and the language of the person who asked it. */
  jiraSays?: string[];
  /** Whose chat it is by now, where that is why: null, nobody's. */
  assignee?: Person | null;
  /** What a visitor's page needs to know besides; absent for everything else. */
  visitor?: VisitorRefusal;
}

/** Why a visitor's message was not taken. */
export interface VisitorRefusal {
  error:
    | 'not-found'
    | 'login-required'
    | 'origin-refused'
    | 'rate-limited'
    | 'conversation-full'
    | 'already-known'
    /** The chat is switched off, or this visitor is blocked: they are not told which. */
    | 'closed';
  /** login-required: what the state is now. */
  state?: 'online' | 'offline' | 'hidden' | 'disabled';
  /** rate-limited: seconds. */
  retryAfter?: number;
  /** rate-limited: at once, by a browser that has worked for it. */
  challenge?: { bits: number; minute: number };
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Refusal };

export const succeed = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = (code: ErrorCode, message: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: { code, message },
});

const VISITOR_CODES: Record<VisitorRefusal['error'], [ErrorCode, string]> = {
  'not-found': ['not-found', 'This conversation no longer exists. Start a new one.'],
  'login-required': ['not-allowed', 'Log in or send a name and an email, so that the reply can reach you.'],
  'origin-refused': [
    'not-allowed',
    'Chats can’t be started from this website. A space admin can add it to the allowed websites.',
  ],
  'rate-limited': ['limit', 'Too many messages at once. Wait a moment, then send it again.'],
  'already-known': [
    'conflict',
    'It’s already known who you are, and that stays the same in this conversation.',
  ],
  closed: ['not-allowed', 'This chat doesn’t accept messages.'],
  'conversation-full': ['limit', 'This conversation is full. Start a new one.'],
};

export function refuseVisitor(visitor: VisitorRefusal): { ok: false; error: Refusal } {
  const [code, message] = VISITOR_CODES[visitor.error];
  return { ok: false, error: { code, message, visitor } };
}
