import { kvs } from '@forge/kvs';
import type { ConversationRecords, ReplyTurn } from '../conversation-ports';
import {
  isSpokenIn,
  ownerOf,
  pulseOf,
  type Conversation,
  type ConversationEvent,
} from '../domain/conversation';
import { blank } from '../domain/request-transitions';
import type { Clock } from '../ports';
import {
  decodeConversation,
  encodeConversation,
  encodePulse,
  isEvent,
  KEPT,
  readable,
  type ConversationRecord,
} from './conversation-record';
import { readBatch } from './kvs-batch';
import { kvsPulseStore } from './kvs-pulse-store';
import { ONCE, storageCall, storageCommit, storageKey, storeOnce } from './storage';
import { isAbsent, unchangedSince } from './unchanged-since';

/** Nobody's, long ago. */
const PASSED: ReplyTurn = { by: '', at: 0 };

/** Stands for somebody whose account was closed. */
const ERASED = 'erased';

/** Conversations in Forge's storage: one custom entity each, its events beside it, changed by compare-and-set. */
export function kvsConversationRecords(clock: Clock): ConversationRecords {
  async function events(id: string, from: number, to: number): Promise<ConversationEvent[]> {
    const keys = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) =>
      storageKey.event(id, from + index),
    );
    const found = await readBatch(clock, keys);
    return keys.flatMap((key) => {
      const event = found.get(key);
      return isEvent(event) ? [event] : [];
    });
  }

  async function read(id: string): Promise<Conversation | null> {
    const stored = await storageCall(clock, () => kvs.entity<ConversationRecord>('conversation').get(id));
    return isAbsent(stored) ? null : decodeConversation(id, stored);
  }

  return {
    ...kvsPulseStore(clock),
    read,
    async readMany(ids) {
      const found = await readBatch(clock, ids, 'conversation');
      return new Map(
        [...found].flatMap(([id, stored]) => readable(id, stored).map((each) => [id, each] as const)),
      );
    },
    events,
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
    async eraseWords(id) {
      for (const event of await events(id, 1, (await read(id))?.n ?? 0)) {
        for (const blanked of blank(event)) {
          const nobodys =
            blanked.kind === 'message' && blanked.author ? { ...blanked, author: ERASED } : blanked;
          await storageCall(clock, () => kvs.set(storageKey.event(id, event.n), nobodys, KEPT));
        }
      }
    },
    async eraseAuthor(id, accountId) {
      const all = await events(id, 1, (await read(id))?.n ?? 0);
      for (const event of all) {
        if (event.kind !== 'message' || event.author !== accountId) continue;
        const erased = { ...event, author: ERASED };
        await storageCall(clock, () => kvs.set(storageKey.event(id, event.n), erased, KEPT));
      }
    },
  };
}

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
    .set(storageKey.pulse(after.id), encodePulse(pulseOf(after)), undefined, KEPT);
  for (const event of events) transaction.set(storageKey.event(after.id, event.n), event, undefined, KEPT);
  const owner = ownerOf(after);
  // Not for an agent's answer in an older one.
  if (owner !== null && isSpokenIn(events))
    transaction.set(storageKey.ofAccount(after.projectId, owner), after.id, undefined, KEPT);
  return storageCommit(clock, () => transaction.execute());
}
