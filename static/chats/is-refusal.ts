import type { ErrorCode } from '../../src/domain/errors';

/** What was drawn is not to be seen any more by this person, or is not there any more: it must go. */
export const isRefusal = (code: ErrorCode): boolean => code === 'not-allowed' || code === 'not-found';
