import type { ConversationMessage } from '../../../src/contract/agent-conversation';
import type { ErrorCode } from '../../../src/domain/errors';
import { saidText } from '../../../src/domain/said-text';

/** An agent's reply that the server has not confirmed yet. */
export interface Outgoing {
  /** The same for every attempt, so that a repetition cannot post it twice. */
  operationId: string;
  text: string;
  /** The last message there was when it was written. */
  after: number;
  /** Null: on its way, or waiting for the one before it. */
  failure: ErrorCode | null;
}

/** Without those that are in the conversation after all: the answer that said so was lost. */
export function stillOutgoing(
  outgoing: Outgoing[],
  messages: ConversationMessage[],
  viewerId: string,
): Outgoing[] {
  const taken = new Set<number>();
  return outgoing.filter(({ text, after }) => {
    const arrived = messages.find(
      (message) =>
        message.n > after &&
        !taken.has(message.n) &&
        message.agent?.accountId === viewerId &&
        saidText(message.text) === saidText(text),
    );
    if (arrived) taken.add(arrived.n);
    return !arrived;
  });
}
