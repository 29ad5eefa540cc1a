import type { Opening } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import type { ConversationRecord } from './conversation-record';
import type { Unsent } from './outbox';
import { newlySaved } from './saved-conversation';

/** Starts a conversation by its first message. The same text tried again is the same message, also on the next page. */
export async function startConversation(
  { env: { session }, name, client, newId }: ConversationMeans,
  record: Pick<ConversationRecord, 'save' | 'caughtUp' | 'postpone' | 'tellOwn'>,
  opening: Omit<Opening, 'clientMessageId'>,
): Promise<void> {
  const { message: text } = opening;
  const key = `${name}:start`;
  const tried = JSON.parse(session?.getItem(key) ?? '{}') as Partial<Unsent>;
  const id = tried.id && tried.text === text ? tried.id : newId();
  session?.setItem(key, JSON.stringify({ id, text }));
  const started = await client.start({ ...opening, clientMessageId: id });
  session?.setItem(key, '{}');
  record.save(newlySaved(started));
  record.caughtUp = true;
  record.postpone(started.next);
  record.tellOwn({ id, text }, 1, started.now);
}
