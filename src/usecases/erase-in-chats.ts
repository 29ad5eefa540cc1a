import { removeAccount } from '../domain/conversation-erasure';
import { ERASED_PER_JOB, EVENTS_ERASED_AT_ONCE, EVENTS_ERASED_PER_JOB } from '../domain/limits';
import type { Ports } from '../ports';
import { changeExisting, silently, type ConversationNeeds } from './change-conversation';

type Needs = ConversationNeeds & Pick<Ports, 'conversations' | 'jobs'>;

/**
 * Takes a person out of the chats of a project: as visitor, as assignee and as author. A few chats, then another job
 * goes on: one job for all of them would run out of time where there are many, and begin again from the first.
 */
export async function eraseInChats(
  ports: Needs & Pick<Ports, 'conversationIndex'>,
  { accountId, projectId, cursor }: { accountId: string; projectId: string; cursor: string | null },
): Promise<void> {
  let from = cursor;
  for (let looked = 0; looked < ERASED_PER_JOB;) {
    const page = await ports.conversationIndex.pass(projectId, from);
    for (const { id, n } of page.conversations) {
      await changeExisting(silently(ports), id, (conversation) => removeAccount(conversation, accountId));
      if (n <= EVENTS_ERASED_AT_ONCE) await ports.conversations.eraseAuthor(id, accountId, 1, n);
      else await ports.jobs.push({ kind: 'erase-in-chat', accountId, conversationId: id, from: 1 });
    }
    if (page.cursor === null) return;
    from = page.cursor;
    // Those that expired count as well: a page may hold nothing else.
    looked += Math.max(1, page.conversations.length);
  }
  await ports.jobs.push({ kind: 'erase-in-chats', accountId, projectId, cursor: from });
}

/** The same in what was said in one long chat, from event `from` on; of a longer one, another job goes on. */
export async function eraseInChat(
  ports: Needs,
  { accountId, conversationId, from }: { accountId: string; conversationId: string; from: number },
): Promise<void> {
  const n = (await ports.conversations.read(conversationId))?.n ?? 0;
  const to = from + EVENTS_ERASED_PER_JOB - 1;
  await ports.conversations.eraseAuthor(conversationId, accountId, from, Math.min(to, n));
  if (to < n) await ports.jobs.push({ kind: 'erase-in-chat', accountId, conversationId, from: to + 1 });
}
