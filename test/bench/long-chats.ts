import type { ConversationEvent } from '../../src/domain/conversation';
import { storageKey } from '../../src/platform/storage';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { NOON } from '../support/desk-builders';
import { aStoredChat, spoke, storeChats, storedChats } from '../support/stored-chats';
import type { BenchLine } from './bench-line';

const CHATS = 20_000;
const WAITING = 300;
const MESSAGES = 500;
const KB = 1_024;

/** Reads of storage, their bytes, and the most that one of a kind answered on average. */
async function readsOf(
  { site }: SiteDriver,
  what: () => Promise<unknown>,
): Promise<{ calls: number; bytes: number }> {
  site.stats.reset();
  await what();
  const reads = Object.entries(site.stats.snapshot().storage).filter(([kind]) => /get$|query$/.test(kind));
  return {
    calls: reads.reduce((sum, [, { calls }]) => sum + calls, 0),
    bytes: reads.reduce((sum, [, { bytesRead }]) => sum + bytesRead, 0),
  };
}

/** A chat of more than 8 MB: the longest messages there are. */
function storeLongChat({ site }: SiteDriver): string {
  const comments = Object.fromEntries(
    Array.from({ length: MESSAGES }, (_, index) => [String(10_000 + index), { n: index * 2 + 1, at: NOON }]),
  );
  const chat = aStoredChat('long', { n: MESSAGES * 2, comments, last: spoke('visitor', NOON + 1e9) });
  storeChats({ site }, [chat]);
  for (let index = 0; index < MESSAGES; index++) {
    const of = index * 2 + 1;
    const text = '😀'.repeat(4_000);
    const events: ConversationEvent[] = [
      { n: of, at: NOON, kind: 'message', from: 'visitor', author: null, text, clientMessageId: String(of) },
      { n: of + 1, at: NOON, kind: 'delivered', of },
    ];
    for (const event of events)
      site.kvs.handle(
        '/api/v1/set',
        JSON.stringify({ key: storageKey.event(chat.id, event.n), value: event }),
      );
  }
  return chat.id;
}

/** F17: what lists and a long chat read, in a desk of many chats. Counts, not times. */
export async function longChats(): Promise<BenchLine[]> {
  const app = await aSite();
  const waits = { issue: null, pending: [{ n: 1, text: 'x'.repeat(4_000), attempt: null }] };
  storeChats(
    app,
    storedChats(
      CHATS,
      (index) => `chat-${index}`,
      () => ({}),
      NOON - 1e6,
    ),
  );
  storeChats(
    app,
    storedChats(
      WAITING,
      (index) => `waits-${index}`,
      () => waits,
    ),
  );
  const id = storeLongChat(app);
  app.site.kvs.catchUp();
  const list = await readsOf(app, () =>
    app.value('ann', 'listConversations', { projectId: SUP, filter: 'unanswered' }),
  );
  const open = await readsOf(app, () => app.value('ann', 'getConversation', { conversationId: id }));
  const lines: [what: string, measured: { calls: number; bytes: number }, calls: number, kb: number][] = [
    ['25 rows of 20,300 chats: reads of storage, KB', list, 4, 100],
    ['opening a chat of 500 messages and 8 MB: reads of storage, KB', open, 2, KB],
  ];
  return lines.map(([what, { calls, bytes }, mostCalls, mostKb]) => ({
    id: 'F17',
    what,
    measured: `${String(calls)}, ${String(Math.ceil(bytes / KB))}`,
    bound: `≤ ${String(mostCalls)}, ≤ ${String(mostKb)}`,
    ok: calls <= mostCalls && bytes <= mostKb * KB,
  }));
}
