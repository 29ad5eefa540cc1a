import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { ErrorCode } from '../../../src/domain/errors';
import { saidText } from '../../../src/domain/said-text';
import type { DraftKind } from './drafts';

/** An agent's reply, or internal note, that the server has not confirmed yet. */
export interface Outgoing {
  /** The same for every attempt, so that a repetition cannot post it twice. */
  operationId: string;
  kind: DraftKind;
  text: string;
  /** The last message there was when it was written. */
  after: number;
  /** The notes there were then. */
  notes: string[];
  /** Null: on its way, or waiting for the one before it. */
  failure: ErrorCode | null;
}

/** Without those that are in the conversation after all: the answer that said so was lost. */
export function stillOutgoing(
  outgoing: Outgoing[],
  view: Pick<ConversationView, 'messages' | 'notes'>,
  viewerId: string,
): Outgoing[] {
  const taken = new Set<number | string>();
  return outgoing.filter((each) => {
    const arrived = each.kind === 'reply' ? messageOf(each, view) : noteOf(each, view);
    if (arrived !== undefined) taken.add(arrived);
    return arrived === undefined;
  });

  function messageOf({ text, after }: Outgoing, { messages }: typeof view): number | undefined {
    return messages.find(
      ({ n, agent, text: said }) =>
        n > after && !taken.has(n) && agent?.accountId === viewerId && saidText(said) === saidText(text),
    )?.n;
  }

  function noteOf({ text, notes: before }: Outgoing, { notes }: typeof view): string | undefined {
    return notes?.find(
      ({ id, agent, text: said }) =>
        !before.includes(id) &&
        !taken.has(id) &&
        agent?.accountId === viewerId &&
        saidText(said) === saidText(text),
    )?.id;
  }
}
