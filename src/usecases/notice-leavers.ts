import { assigneeStands } from '../domain/assignee-standing';
import type { ListedConversation } from '../domain/conversation-listing';
import { LOOKED_AFTER_PER_JOB } from '../domain/limits';
import { PlatformFault, type Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';

type Needs = ConversationNeeds &
  Pick<Ports, 'jobs' | 'report'> & {
    conversationIndex: Pick<Ports['conversationIndex'], 'page'>;
    jira: Pick<Ports['jira'], 'agentIn'>;
  };

/** Where in a project's open chats to begin. */
interface Start {
  projectId: string;
  cursor: string | null;
}

export const fromTheFirst = (projectId: string): Start => ({ projectId, cursor: null });

/**
 * The sweep's part in "nobody waits unseen": an open chat that is assigned to somebody who is no agent of its project any
 * more is found among those that nobody has. Jira's assignee stays who it is. One question for each assignee; of whom
 * Jira cannot say, nothing changes.
 */
export async function noticeLeavers(ports: Needs, starts: Start[]): Promise<void> {
  const assigned = new Map<string, ListedConversation[]>();
  for (const start of starts) {
    for (const conversation of await openChats(ports, start)) {
      const { assignee } = conversation;
      if (assignee !== null) assigned.set(assignee, [...(assigned.get(assignee) ?? []), conversation]);
    }
  }
  for (const [accountId, conversations] of assigned) {
    const agentIn = await agentInOf(ports, accountId, conversations);
    if (!agentIn) continue;
    for (const { id, projectId, assigneeLeft = false } of conversations) {
      const isAgent = agentIn.has(projectId);
      if (assigneeLeft === !isAgent) continue;
      await changeExisting(ports, id, (current) => assigneeStands(current, accountId, isAgent));
    }
  }
}

/** A few, and a job for the others. */
async function openChats(
  { conversationIndex, jobs }: Needs,
  { projectId, cursor }: Start,
): Promise<ListedConversation[]> {
  const found: ListedConversation[] = [];
  let from = cursor;
  for (let looked = 0; looked < LOOKED_AFTER_PER_JOB;) {
    const page = await conversationIndex.page(projectId, 'open', from);
    found.push(...page.conversations);
    if (page.cursor === null) return found;
    from = page.cursor;
    // Those that expired count as well: a page may hold nothing else.
    looked += Math.max(1, page.conversations.length);
  }
  if (from !== null) await jobs.push({ kind: 'notice-leavers', projectId, cursor: from });
  return found;
}

async function agentInOf(
  { jira, report }: Needs,
  accountId: string,
  conversations: ListedConversation[],
): Promise<ReadonlySet<string> | null> {
  try {
    return await jira.agentIn(accountId, [...new Set(conversations.map(({ projectId }) => projectId))]);
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    report.failure('Jira could not say whether an assignee is still an agent', fault);
    return null;
  }
}
