import { NAME_LENGTH } from './limits';
import { plainLine } from './plain-line';

/** The name that somebody typed, as it is kept; empty when nothing of it can be read. */
export const saidName = (typed: string): string => plainLine(typed, NAME_LENGTH);
