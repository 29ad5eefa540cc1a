/** The closed set of reasons for which Frontdesk refuses or fails (design §4). */
export const ERROR_CODES = [
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
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Refusal };

export const succeed = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = (code: ErrorCode, message: string): { ok: false; error: Refusal } => ({
  ok: false,
  error: { code, message },
});
