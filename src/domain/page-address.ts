import { PAGE_LENGTH } from './limits';
import { saidLine } from './said-text';

/** What stands before the host and may hold a password. */
const BEFORE_HOST = /^([a-z][a-z0-9+.-]*:[/\\]*)[^/\\@]*@/i;

/**
 * Where a visitor writes from, as it is kept and shown: origin and path. Sites keep secrets in what follows, such as
 * tokens to set a new password (rule C11).
 */
export const pageAddress = (said: string): string =>
  saidLine(said.replace(/[?#][^]*/, '').replace(BEFORE_HOST, '$1'), PAGE_LENGTH);
