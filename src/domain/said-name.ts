import { NAME_LENGTH } from './limits';

/** Characters that show nothing: a name of these alone is none. */
const NOTHING_TO_SEE = /^[\p{C}\p{Z}\p{DI}\u2800]*$/u;

/** The name that somebody typed, as it is kept; empty when nothing of it can be read. */
export const saidName = (typed: string): string =>
  NOTHING_TO_SEE.test(typed) ? '' : [...typed.trim()].slice(0, NAME_LENGTH).join('');
