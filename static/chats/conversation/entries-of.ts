import type {
  ConversationMessage,
  ConversationNote,
  ConversationView,
} from '../../../src/contract/agent-conversation';

/** One thing that was said, or noted. */
export type Entry = { key: string; at: string } & (
  { message: ConversationMessage; note?: undefined } | { note: ConversationNote; message?: undefined }
);

/** What is shown of a chat, in the order written. Notes that are older than the messages shown come with those before. */
export function entriesOf({
  messages,
  notes,
  earlier,
}: Pick<ConversationView, 'messages' | 'notes' | 'earlier'>): Entry[] {
  const from = earlier === null ? '' : (messages[0]?.at ?? '');
  const shown = (notes ?? []).filter(({ at }) => at >= from);
  const entries: Entry[] = [
    ...messages.map((message) => ({ key: String(message.n), at: message.at, message })),
    ...shown.map((note) => ({ key: `note ${note.id}`, at: note.at, note })),
  ];
  // Stable: of one moment, messages stay as they were sorted.
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}
