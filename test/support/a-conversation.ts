import type { Conversation, ConversationEvent } from '../../src/domain/conversation';
import { startConversation, type Step } from '../../src/domain/conversation-transitions';
import { NOON } from './desk-builders';

export const ISSUE = { id: '1', key: 'SUP-1' };

/** A conversation that has just begun with "Hello", and its one event. */
export function aConversation(overrides: Partial<Conversation> = {}): {
  conversation: Conversation;
  events: ConversationEvent[];
} {
  const step = startConversation({
    id: 'C',
    projectId: '10001',
    visitor: { kind: 'anonymous', name: null, email: null, accountId: null },
    tokenHash: 'hash',
    page: null,
    locale: null,
    serviceDeskId: '1',
    message: 'Hello',
    clientMessageId: 'm1',
    now: NOON,
  });
  if (step.kind !== 'changed') throw new Error('A conversation did not begin.');
  return { conversation: { ...step.conversation, ...overrides }, events: step.events };
}

/** Where a step led; throws when it was refused. */
export function stepTo(step: Step): Conversation {
  if (step.kind === 'refused') throw new Error(step.error.code);
  return step.conversation;
}
