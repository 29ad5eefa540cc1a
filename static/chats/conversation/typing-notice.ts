import { TYPING_NOTICE_MS } from '../../../src/domain/limits';

export interface TypingNotice {
  /** A key was pressed. Passed on not more often than keeps up what the customer sees. */
  typed(): void;
  /** The message is on its way, which ends what the customer sees: the next one is news again. */
  sent(): void;
}

export function createTypingNotice(
  send: () => void,
  monotonic: () => number = () => performance.now(),
): TypingNotice {
  let lastAt = -Infinity;
  return {
    typed() {
      if (monotonic() - lastAt < TYPING_NOTICE_MS) return;
      lastAt = monotonic();
      send();
    },
    sent() {
      lastAt = -Infinity;
    },
  };
}
