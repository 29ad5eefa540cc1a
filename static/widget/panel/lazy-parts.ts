import { linkParts } from '../../../src/domain/link-parts';
import { backAt } from './back-at';
import type { LazyParts } from './lazy';
import { createVisitorFields } from './visitor-fields';

/** The script of what is loaded once it is needed. */
export const lazyParts: LazyParts = { createVisitorFields, linkParts, backAt };
