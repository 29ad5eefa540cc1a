import { kvs, MetadataField, Sort, WhereConditions } from '@forge/kvs';
import type { Conversation } from '../domain/conversation';
import {
  NOBODY,
  type ConversationList,
  type ConversationListing,
  type ConversationPage,
} from '../domain/conversation-listing';
import { INBOX_PAGE, NEW_MESSAGES } from '../domain/limits';
import { UnreadableRecord, type Clock, type ConversationStore } from '../ports';
import { decodeConversation, type ConversationRecord } from './conversation-record';
import { isExpired } from './expiry';
import { readBatch } from './kvs-batch';
import { storagePage } from './storage';

/** Conversations on a page that nobody looks at. */
const UNSEEN_PAGE = 50;

type Lists = Pick<ConversationStore, 'readMany' | 'page' | 'unansweredSince' | 'undelivered' | 'pass'>;

interface Query {
  index: string;
  partition: string[];
  where?: ReturnType<typeof WhereConditions.greaterThan | typeof WhereConditions.lessThan>;
  sort: Sort;
  limit: number;
  cursor: string | null;
}

/** The lists of conversations: each is one index of the manifest, so that it costs the same however many there are. */
export function kvsConversationLists(clock: Clock): Lists {
  async function find({ index, partition, where, sort, limit, cursor }: Query): Promise<ConversationPage> {
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

  return {
    async readMany(ids) {
      const found = await readBatch(clock, ids, 'conversation');
      return new Map(
        [...found].flatMap(([id, stored]) => readable(id, stored).map((each) => [id, each] as const)),
      );
    },
    page: (projectId, list, cursor) =>
      find({ ...indexOf(projectId, list), sort: Sort.DESC, limit: INBOX_PAGE, cursor }),
    async unansweredSince(projectId, since) {
      const { conversations } = await find({
        ...indexOf(projectId, 'unanswered'),
        where: WhereConditions.greaterThan(new Date(since).toISOString()),
        sort: Sort.DESC,
        limit: NEW_MESSAGES,
        cursor: null,
      });
      return conversations;
    },
    undelivered: (projectId, before, cursor) =>
      find({
        index: 'by-delivery',
        partition: [projectId, WAITING],
        where: WhereConditions.lessThan(new Date(before).toISOString()),
        sort: Sort.ASC,
        limit: UNSEEN_PAGE,
        cursor,
      }),
    pass: (projectId, cursor) =>
      find({ ...indexOf(projectId, 'all'), sort: Sort.ASC, limit: UNSEEN_PAGE, cursor }),
  };
}

const OPEN: ConversationListing['state'] = 'open';
const VISITOR: ConversationListing['spoke'] = 'visitor';
const WAITING: ConversationListing['delivery'] = 'waiting';

function indexOf(projectId: string, list: ConversationList): Pick<Query, 'index' | 'partition'> {
  if (typeof list === 'object')
    return { index: 'by-assignee', partition: [projectId, OPEN, list.assignedTo] };
  switch (list) {
    case 'all':
      return { index: 'by-project', partition: [projectId] };
    case 'open':
      return { index: 'by-state', partition: [projectId, OPEN] };
    case 'unanswered':
      return { index: 'by-speaker', partition: [projectId, OPEN, VISITOR] };
    case 'unassigned':
      return { index: 'by-assignee', partition: [projectId, OPEN, NOBODY] };
  }
}

/** One that cannot be read is left out of a list, and stays as it is. */
function readable(id: string, stored: unknown): Conversation[] {
  try {
    return [decodeConversation(id, stored)];
  } catch (error) {
    if (error instanceof UnreadableRecord) return [];
    throw error;
  }
}
