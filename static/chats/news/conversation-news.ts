import type { NewMessages } from '../../../src/contract/inbox';

export type ConversationNews = NewMessages['messages'][number];

/** Characters of a message in a flag. */
const LINE_LENGTH = 80;

/** The newest message of each conversation, newest conversation first; a chat that began meanwhile stays "new". */
export function newsOfConversations(messages: ConversationNews[]): ConversationNews[] {
  const byConversation = new Map<string, ConversationNews>();
  for (const message of messages) {
    const known = byConversation.get(message.conversationId);
    const newest = known && Date.parse(known.at) > Date.parse(message.at) ? known : message;
    const isNew = message.isNew || (known?.isNew ?? false);
    byConversation.set(message.conversationId, { ...newest, isNew, line: shortened(newest.line) });
  }
  return [...byConversation.values()].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** By characters, not by UTF-16 units: half an emoji is none. */
function shortened(line: string): string {
  const characters = [...line];
  return characters.length <= LINE_LENGTH ? line : `${characters.slice(0, LINE_LENGTH).join('').trimEnd()}…`;
}
