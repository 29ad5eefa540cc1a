import { kvs, Filter, FilterConditions, MetadataField } from '@forge/kvs';
import {
  isSpokenIn,
  portalAccount,
  pulseOf,
  type Conversation,
  type ConversationEvent,
} from '../domain/conversation';
import { CONVERSATION_DAYS, STARTS_PER_MINUTE } from '../domain/limits';
import type { Clock, ConversationStore } from '../ports';
import {
  decodeConversation,
  encodeConversation,
  encodePulse,
  isEvent,
  type ConversationRecord,
} from './conversation-record';
import { isExpired } from './expiry';
import { readBatch } from './kvs-batch';
import { kvsConversationLists } from './kvs-conversation-lists';
import { kvsPulseStore } from './kvs-pulse-store';
import { kvsVisitStore } from './kvs-visit-store';
import { storageCall, storageCommit, storageKey } from './storage';

/** Frontdesk's copy goes some time after the last word; Jira keeps the request. */
const KEPT = { ttl: { value: CONVERSATION_DAYS, unit: 'DAYS' as const } };

/** Stands for somebody whose account was closed. */
const ERASED = 'erased';

/** Conversations in Forge's storage: one custom entity each, its events beside it, changed by compare-and-set. */
export function kvsConversationStore(clock: Clock): ConversationStore {
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
    return stored === undefined ? null : decodeConversation(id, stored);
  }

  return {
    ...kvsPulseStore(clock),
    ...kvsConversationLists(clock),
    ...kvsVisitStore(clock),
    read,
    events,
    commit: (before, after, added) => commit(clock, before, after, added),
    async eraseAuthor(id, accountId) {
      const all = await events(id, 1, (await read(id))?.n ?? 0);
      for (const event of all) {
        if (event.kind !== 'message' || event.author !== accountId) continue;
        const erased = { ...event, author: ERASED };
        await storageCall(clock, () => kvs.set(storageKey.event(id, event.n), erased, KEPT));
      }
    },
    async ofIssue(issueId) {
      const id = await storageCall(clock, () => kvs.get(storageKey.issue(issueId)));
      return typeof id === 'string' ? id : null;
    },
    saveIssue: (issueId, id) => storageCall(clock, () => kvs.set(storageKey.issue(issueId), id, KEPT)),
    async ofAccount(projectId, accountId) {
      const key = storageKey.ofAccount(projectId, accountId);
      const found = await storageCall(clock, () =>
        kvs.get<unknown>(key, { metadataFields: [MetadataField.EXPIRE_TIME] }),
      );
      if (typeof found?.value !== 'string' || isExpired(found.expireTime, clock.now())) return null;
      return found.value;
    },
    forgetAccount: (projectId, accountId) =>
      storageCall(clock, () => kvs.delete(storageKey.ofAccount(projectId, accountId))),
    async mayStart(widgetId, now) {
      const key = storageKey.starts(widgetId, Math.floor(now / 60_000));
      const stored = await storageCall(clock, () => kvs.get(key));
      const count = typeof stored === 'number' ? stored : 0;
      if (count >= STARTS_PER_MINUTE) return false;
      await storageCall(clock, () => kvs.set(key, count + 1, { ttl: { value: 5, unit: 'MINUTES' } }));
      return true;
    },
  };
}

function commit(
  clock: Clock,
  before: Conversation | null,
  after: Conversation,
  events: ConversationEvent[],
): ReturnType<ConversationStore['commit']> {
  const seen = new Filter<ConversationRecord>().and(
    'rev',
    before ? FilterConditions.equalTo(before.rev) : FilterConditions.notExists(),
  );
  const transaction = kvs
    .transact()
    .set(after.id, encodeConversation(after), { entityName: 'conversation', conditions: seen }, KEPT)
    .set(storageKey.pulse(after.id), encodePulse(pulseOf(after)), undefined, KEPT);
  for (const event of events) transaction.set(storageKey.event(after.id, event.n), event, undefined, KEPT);
  const account = portalAccount(after);
  // Not for an agent's answer in an older one.
  if (account !== null && isSpokenIn(events))
    transaction.set(storageKey.ofAccount(after.projectId, account), after.id, undefined, KEPT);
  return storageCommit(clock, () => transaction.execute());
}
