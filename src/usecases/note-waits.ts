import { quietly, unchanged } from '../domain/conversation-transitions';
import { waitingSinceOf } from '../domain/waiting';
import type { Ports } from '../ports';
import { changeExisting, silently, type ConversationNeeds } from './change-conversation';

type Needs = ConversationNeeds &
  Pick<Ports, 'jobs'> & {
    conversationIndex: Pick<Ports['conversationIndex'], 'customersSpoke'>;
  };

/**
 * After an upgrade: chats that were stored before it was noted since when their customer waits come into the list by
 * the longest wait. One page, then another job goes on.
 */
export async function noteWaits(
  ports: Needs,
  { projectId, cursor }: { projectId: string; cursor: string | null },
): Promise<void> {
  const page = await ports.conversationIndex.customersSpoke(projectId, cursor);
  for (const { id, last } of page.conversations) {
    if (last.since !== undefined) continue;
    await changeExisting(silently(ports), id, (conversation) =>
      conversation.last.from === 'visitor' && conversation.last.since === undefined
        ? quietly({ ...conversation, last: { ...conversation.last, since: waitingSinceOf(conversation) } })
        : unchanged(conversation),
    );
  }
  if (page.cursor !== null) await ports.jobs.push({ kind: 'note-waits', projectId, cursor: page.cursor });
}
