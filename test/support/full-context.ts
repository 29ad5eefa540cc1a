import { CONTEXT_KEY_LENGTH, CONTEXT_VALUE_LENGTH, CONTEXT_VALUES } from '../../src/domain/limits';

/** As much as a page can declare, in characters of the most bytes. */
export const fullContext = (): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: CONTEXT_VALUES }, (_, index) => [
      `${index}${'😀'.repeat(CONTEXT_KEY_LENGTH - 1)}`,
      '😀'.repeat(CONTEXT_VALUE_LENGTH),
    ]),
  );
