import { kvs, MetadataField, Sort, WhereConditions } from '@forge/kvs';
import type { ConversationIndex } from '../conversation-ports';
import {
  NOBODY,
  type ConversationList,
  type ConversationListing,
  type ConversationPage,
} from '../domain/conversation-listing';
import { CHATS_COUNTED, INBOX_PAGE, NEW_MESSAGES } from '../domain/inbox-limits';
import { HELD_PAGE } from '../domain/start-limits';
import type { Clock } from '../ports';
import { KEPT, readable, type ConversationRecord } from './conversation-record';
import { isExpired } from './expiry';
import { storageCall, storageKey, storagePage } from './storage';

/** Conversations on a page that nobody looks at. */
const UNSEEN_PAGE = 50;

/** Conversations on a page that is counted, not shown: as many as Forge hands over at once. */
const SAID_PAGE = 100;

interface Query {
  index: string;
  partition: string[];
  where?: ReturnType<
    | typeof WhereConditions.greaterThan
    | typeof WhereConditions.greaterThanEqualTo
    | typeof WhereConditions.lessThan
  >;
  sort: Sort;
  limit: number;
  cursor: string | null;
}

/**
 * Where conversations are found. Each list is one index of the manifest, so that it costs the same however many there
 * are; whose a conversation is, is a record of its own.
 */
export function kvsConversationFinder(clock: Clock): ConversationIndex {
  const find = (query: Query): Promise<ConversationPage> => findPage(clock, query);

  const due = (
    projectId: string,
    delivery: ConversationListing['delivery'],
    before: number,
    cursor: string | null,
  ): Promise<ConversationPage> =>
    find({
      index: 'by-delivery',
      partition: [projectId, delivery],
      where: WhereConditions.lessThan(new Date(before).toISOString()),
      sort: Sort.ASC,
      limit: UNSEEN_PAGE,
      cursor,
    });

  return {
    page: (projectId, list, cursor) => find({ ...indexOf(projectId, list), limit: INBOX_PAGE, cursor }),
    async counted(projectId, list) {
      const { conversations, cursor } = await find({
        ...indexOf(projectId, list),
        limit: CHATS_COUNTED,
        cursor: null,
      });
      return { conversations, isMore: cursor !== null };
    },
    async unansweredSince(projectId, since) {
      const { conversations } = await find({
        index: 'by-speaker',
        partition: [projectId, OPEN, VISITOR],
        where: WhereConditions.greaterThan(new Date(since).toISOString()),
        sort: Sort.DESC,
        limit: NEW_MESSAGES,
        cursor: null,
      });
      return conversations;
    },
    newest: (projectId, cursor) => find({ ...indexOf(projectId, 'all'), limit: CHATS_COUNTED, cursor }),
    customersSpoke: (projectId, cursor) =>
      find({
        index: 'by-speaker',
        partition: [projectId, OPEN, VISITOR],
        sort: Sort.ASC,
        limit: UNSEEN_PAGE,
        cursor,
      }),
    undelivered: (projectId, before, cursor) => due(projectId, WAITING, before, cursor),
    saidSince: (projectId, from, cursor) =>
      find({
        ...indexOf(projectId, 'all'),
        where: WhereConditions.greaterThanEqualTo(new Date(from).toISOString()),
        sort: Sort.DESC,
        limit: SAID_PAGE,
        cursor,
      }),
    heldSince: (projectId, from) =>
      find({
        ...indexOf(projectId, 'held'),
        where: WhereConditions.greaterThanEqualTo(new Date(from).toISOString()),
        sort: Sort.ASC,
        limit: HELD_PAGE,
        cursor: null,
      }),
    toFollow: (projectId, now) => due(projectId, FOLLOWED, now, null),
    pass: (projectId, cursor) =>
      find({ ...indexOf(projectId, 'all'), sort: Sort.ASC, limit: UNSEEN_PAGE, cursor }),
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
  };
}

async function findPage(
  clock: Clock,
  { index, partition, where, sort, limit, cursor }: Query,
): Promise<ConversationPage> {
  const every = kvs
    .entity<ConversationRecord>('conversation')
    .query({ metadataFields: [MetadataField.EXPIRE_TIME] })
    .index(index, { partition })
    .sort(sort)
    .limit(limit);
  const some = where ? every.where(where) : every;
  const page = await storagePage(clock, cursor, () =>
    (cursor === null ? some : some.cursor(cursor)).getMany(),
  );
  const now = clock.now();
  // Expired records are found for two more days.
  const conversations = page.results
    .filter(({ expireTime }) => !isExpired(expireTime, now))
    .flatMap(({ key, value }) => readable(key, value));
  return { conversations, cursor: page.nextCursor ?? null };
}

const OPEN: ConversationListing['state'] = 'open';
const HELD: ConversationListing['state'] = 'held';
const VISITOR: ConversationListing['spoke'] = 'visitor';
const WAITING: ConversationListing['delivery'] = 'waiting';
const FOLLOWED: ConversationListing['delivery'] = 'followed';

/** The longest wait first, or the last word. */
function indexOf(projectId: string, list: ConversationList): Pick<Query, 'index' | 'partition' | 'sort'> {
  const lastWordFirst = { sort: Sort.DESC };
  if (typeof list === 'object')
    return { index: 'by-assignee', partition: [projectId, OPEN, list.assignedTo], ...lastWordFirst };
  switch (list) {
    case 'all':
      return { index: 'by-project', partition: [projectId], ...lastWordFirst };
    case 'open':
      return { index: 'by-state', partition: [projectId, OPEN], ...lastWordFirst };
    case 'held':
      return { index: 'by-state', partition: [projectId, HELD], ...lastWordFirst };
    case 'unanswered':
      return { index: 'by-wait', partition: [projectId, OPEN, VISITOR], sort: Sort.ASC };
    case 'unassigned':
      return { index: 'by-assignee', partition: [projectId, OPEN, NOBODY], ...lastWordFirst };
  }
}
