import type { ConversationEvent } from './conversation';

/** Did the visitor say something in the chat itself? */
export const isSpokenIn = (events: ConversationEvent[]): boolean =>
  events.some((event) => event.kind === 'message' && event.author === null && event.clientMessageId !== null);
