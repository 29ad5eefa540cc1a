import { removeAccount } from '../domain/conversation-erasure';
import { ERASED_PER_JOB } from '../domain/limits';
import type { Ports } from '../ports';
import { changeExisting, silently, type ConversationNeeds } from './change-conversation';

/**
 * Takes a person out of the chats of a project: as visitor, as assignee and as author. A few chats, then another job
 * goes on: one job for all of them would run out of time where there are many, and begin again from the first.
 */
export async function eraseInChats(
  ports: ConversationNeeds & Pick<Ports, 'conversations' | 'conversationIndex' | 'jobs'>,
  { accountId, projectId, cursor }: { accountId: string; projectId: string; cursor: string | null },
): Promise<void> {
  let from = cursor;
  for (let looked = 0; looked < ERASED_PER_JOB;) {
    const page = await ports.conversationIndex.pass(projectId, from);
    for (const { id } of page.conversations) {
      await changeExisting(silently(ports), id, (conversation) => removeAccount(conversation, accountId));
      await ports.conversations.eraseAuthor(id, accountId);
    }
    if (page.cursor === null) return;
    from = page.cursor;
    // Those that expired count as well: a page may hold nothing else.
    looked += Math.max(1, page.conversations.length);
  }
  await ports.jobs.push({ kind: 'erase-in-chats', accountId, projectId, cursor: from });
}
