import { failureOf, type Opening } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import type { ConversationRecord } from './conversation-record';
import type { Unsent } from './outbox';
import { newlySaved } from './saved-conversation';

/** Milliseconds of work after which the visitor is told of it. */
const TOLD_AFTER_MS = 1_000;

type Needs = Pick<
  ConversationRecord,
  'save' | 'caughtUp' | 'postpone' | 'tellOwn' | 'working' | 'gone' | 'held'
>;

/** Starts a conversation by its first message. The same text tried again is the same message, also on the next page. */
export async function startConversation(
  { env: { session }, name, client, newId }: ConversationMeans,
  record: Needs,
  opening: Omit<Opening, 'clientMessageId'>,
  onUpdate: () => void,
): Promise<void> {
  const { message: text } = opening;
  const key = `${name}:start`;
  const tried = JSON.parse(session?.getItem(key) ?? '{}') as Partial<Unsent>;
  const id = tried.id && tried.text === text ? tried.id : newId();
  session?.setItem(key, JSON.stringify({ id, text }));
  const asked = { ...opening, clientMessageId: id };
  const started = await client.start(asked).catch((thrown: unknown) => {
    // While too many start at once the server asks for work, and takes the start at once then (rule T6).
    const { challenge } = failureOf(thrown);
    if (!challenge || !client.work) throw thrown;
    return client.work(challenge, asked, client.start, (elapsed) => {
      record.working = elapsed > TOLD_AFTER_MS;
      onUpdate();
      return !record.gone;
    });
  });
  session?.setItem(key, '{}');
  record.save(newlySaved(started));
  // Somebody else may have begun it meanwhile: then all of it is asked for.
  const { n = 1 } = started;
  record.caughtUp = n === 1;
  record.held = !!started.held;
  record.postpone(started.next);
  if (record.caughtUp) record.tellOwn({ id, text }, n, started.now);
}
