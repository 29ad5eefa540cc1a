import { heardAt, isUnanswered } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import { succeed, type Result } from '../domain/errors';
import { onlineSession } from '../domain/presence';
import type { NewMessages } from '../contract/inbox';
import type { Actor, Ports } from '../ports';
import { namesOfSpeakers } from './names-of-speakers';
import { FOR_SHOW, isAgent, namedProjects, partsOf, type Parts } from './standing';

type Needs = Pick<Ports, 'clock'> & {
  conversations: Pick<Ports['conversations'], 'readMany'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'unansweredSince'>;
  desks: Pick<Ports['desks'], 'list' | 'readMany'>;
  jira: Pick<Ports['jira'], 'myRoles' | 'projects' | 'people'>;
};

/**
 * Asked by no page of today. It stays for Jira pages that were opened before `getWaiting` came (rule D1): they ask it until
 * they are loaded anew, which may be days, and would tell of no message any more without it.
 *
 * For the flags on every Jira page: visitors' messages since, where the actor is online; for others none. And which of
 * the chats that have a flag need none any more, whoever saw to that.
 *
 * Lists may be some moments old. They only say where to look: what is told comes from the conversations as they are.
 * Whoever asks must ask again from a little before the last answer, or misses what was not listed yet.
 */
export async function getNewMessages(
  ports: Needs,
  actor: Actor,
  { since, flagged = [] }: { since: string; flagged?: string[] | undefined },
): Promise<Result<NewMessages>> {
  const parts = await partsOf(ports, actor, FOR_SHOW);
  if (!parts.ok) return parts;
  const from = Date.parse(since);
  const now = ports.clock.now();
  const desks = await ports.desks.readMany(parts.value.own.filter((id) => isAgent(parts.value, id)));
  const online = [...desks.values()].filter((desk) => onlineSession(desk.roster[actor.accountId], now));
  const listed = await Promise.all(
    online.map(({ projectId }) => ports.conversationIndex.unansweredSince(projectId, from)),
  );
  const ids = new Set([...listed.flat().map(({ id }) => id), ...flagged]);
  const current = await ports.conversations.readMany([...ids]);
  const news = new Map<string, ListedConversation[]>();
  for (const { id, projectId } of listed.flat()) {
    const found = current.get(id);
    if (found && isUnanswered(found) && heardAt(found) > from)
      news.set(projectId, [...(news.get(projectId) ?? []), found]);
  }
  const messages: NewMessages['messages'] = [];
  for (const project of await namedProjects(ports.jira, [...news.keys()])) {
    const fresh = news.get(project.id) ?? [];
    const names = await namesOfSpeakers(ports.jira, fresh);
    for (const { id, last, createdAt } of fresh) {
      messages.push({
        conversationId: id,
        projectId: project.id,
        projectName: project.name,
        customer: names.get(id) ?? null,
        anonymousName: desks.get(project.id)?.settings.anonymousName ?? '',
        line: last.line,
        at: new Date(last.at).toISOString(),
        isNew: createdAt === last.at,
      });
    }
  }
  return succeed({
    now: new Date(now).toISOString(),
    messages,
    settled: flagged.filter((id) => !waitsForMe(parts.value, current.get(id))),
  });
}

/** One that is gone, and one of a project in which the actor is no agent, are the same as one that was answered. */
const waitsForMe = (parts: Parts, conversation: ListedConversation | undefined): boolean =>
  conversation !== undefined && isUnanswered(conversation) && isAgent(parts, conversation.projectId);
