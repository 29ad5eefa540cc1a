import { kvs } from '@forge/kvs';
import type { ConversationRecords, ReplyTurn } from '../conversation-ports';
import { openedBy, type Conversation, type ConversationEvent } from '../domain/conversation';
import { isSpokenIn } from '../domain/is-spoken-in';
import { pulseOf } from '../domain/pulse';
import { blank } from '../domain/request-transitions';
import { PlatformFault, type Clock } from '../ports';
import { encodeLedger } from './conversation-ledger';
import { decodeConversation, encodeConversation, KEPT, readable } from './conversation-record';
import { isEvent } from './event-record';
import { ofEntity, plain, readBatch, writeBatch } from './kvs-batch';
import { kvsPulseStore } from './kvs-pulse-store';
import { heardAt } from './kvs-visits';
import { encodePulse } from './pulse-record';
import { ONCE, storageCall, storageCommit, storageKey, storeOnce } from './storage';
import { isAbsent, unchangedSince } from './unchanged-since';

/** Nobody's, long ago. */
const PASSED: ReplyTurn = { by: '', at: 0 };

/** Stands for somebody whose account was closed. */
const ERASED = 'erased';

/** Reads of a record and its ledger until both are of one moment. */
const READS = 5;

/** Conversations in Forge's storage: one custom entity each, its ledger and events beside it, changed by compare-and-set. */
export function kvsConversationRecords(clock: Clock): ConversationRecords {
  async function eventsAt(id: string, numbers: number[]): Promise<ConversationEvent[]> {
    const keys = numbers.map((n) => storageKey.event(id, n));
    return eventsIn(await readBatch(clock, plain(keys)), keys);
  }

  const events = (id: string, from: number, to: number): Promise<ConversationEvent[]> =>
    eventsAt(id, numbersFrom(from, to));

  const rewrite = (id: string, changed: ConversationEvent[]): Promise<void> =>
    writeBatch(
      clock,
      changed.map((event) => ({ key: storageKey.event(id, event.n), value: event })),
      KEPT,
    );

  return {
    ...kvsPulseStore(clock),
    async read(id) {
      const ledger = storageKey.ledger(id);
      for (let reads = 0; reads < READS; reads++) {
        const found = await readBatch(clock, [...ofEntity('conversation', [id]), ...plain([ledger])]);
        const stored = found.get(id);
        if (isAbsent(stored)) return null;
        const conversation = decodeConversation(id, stored, found.get(ledger));
        if (conversation) return conversation;
      }
      throw new PlatformFault('a conversation changes faster than it can be read');
    },
    async readMany(ids) {
      const found = await readBatch(clock, ofEntity('conversation', ids));
      return new Map(
        [...found].flatMap(([id, stored]) => readable(id, stored).map((each) => [id, each] as const)),
      );
    },
    events,
    eventsAt,
    async page(id, from, to) {
      const keys = numbersFrom(from, to).map((n) => storageKey.event(id, n));
      const found = await readBatch(clock, [...plain(keys), ...ofEntity('visit', [id])]);
      return { events: eventsIn(found, keys), heardAt: heardAt(found.get(id)) };
    },
    commit: (before, after, added) => commit(clock, before, after, added),
    async takeReplyTurn(id, operationId, turn, wanted) {
      const key = storageKey.reply(id, operationId, turn);
      if (await storeOnce(clock, () => kvs.set(key, wanted, { ...KEPT, ...ONCE }))) return wanted;
      const taken = await storageCall(clock, () => kvs.get(key));
      // The version before kept no more than that there had been one.
      return isReplyTurn(taken) ? taken : PASSED;
    },
    endReplyTurn: (id, operationId, turn) =>
      storageCall(clock, () => kvs.set(storageKey.reply(id, operationId, turn), PASSED, KEPT)),
    async eraseWords(id, from, to) {
      const blanked = (await events(id, from, to)).flatMap(blank);
      await rewrite(
        id,
        blanked.map((event) =>
          event.kind === 'message' && event.author !== null ? { ...event, author: ERASED } : event,
        ),
      );
    },
    async eraseAuthor(id, accountId, from, to) {
      const named = (await events(id, from, to)).filter(
        (event) => event.kind === 'message' && event.author === accountId,
      );
      await rewrite(
        id,
        named.map((event) => ({ ...event, author: ERASED })),
      );
    },
  };
}

const numbersFrom = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

const eventsIn = (found: ReadonlyMap<string, unknown>, keys: string[]): ConversationEvent[] =>
  keys.flatMap((key) => {
    const event = found.get(key);
    return isEvent(event) ? [event] : [];
  });

const isReplyTurn = (value: unknown): value is ReplyTurn =>
  typeof value === 'object' &&
  value !== null &&
  'by' in value &&
  typeof value.by === 'string' &&
  'at' in value &&
  typeof value.at === 'number';

async function commit(
  clock: Clock,
  before: Conversation | null,
  after: Conversation,
  events: ConversationEvent[],
): ReturnType<ConversationRecords['commit']> {
  const place = { entityName: 'conversation', key: after.id, rev: before?.rev ?? null };
  const seen = await unchangedSince(clock, place, KEPT);
  const transaction = kvs
    .transact()
    .set(after.id, encodeConversation(after), seen, KEPT)
    .set(storageKey.ledger(after.id), encodeLedger(after), undefined, KEPT)
    .set(storageKey.pulse(after.id), encodePulse(pulseOf(after)), undefined, KEPT);
  for (const event of events) transaction.set(storageKey.event(after.id, event.n), event, undefined, KEPT);
  const owner = openedBy(after) ?? after.subject ?? null;
  // Not for an agent's answer in an older one.
  if (owner !== null && isSpokenIn(events))
    transaction.set(storageKey.ofAccount(after.projectId, owner), after.id, undefined, KEPT);
  return storageCommit(clock, () => transaction.execute());
}
