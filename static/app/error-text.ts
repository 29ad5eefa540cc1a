import type { ErrorCode } from '../../src/domain/errors';
import type { Texts } from './texts';

/** What happened and what to do, for every code there is: a code without a text does not compile. */
export const errorText = (texts: Texts, code: ErrorCode): string => texts.t(`error.${code}`);
