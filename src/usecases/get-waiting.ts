import { isUnanswered } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import type { Desk } from '../domain/desk';
import { succeed, type Result } from '../domain/errors';
import { FLAGGED_CHATS } from '../domain/inbox-limits';
import { onlineSession } from '../domain/presence';
import { waitingSinceOf } from '../domain/waiting';
import type { Waiting, WaitingInProject } from '../contract/inbox';
import type { JiraProject } from '../jira-ports';
import type { Actor, Ports } from '../ports';
import { namesOfSpeakers } from './names-of-speakers';
import { FOR_SHOW, isAgent, namedProjects, partsOf } from './standing';

type Needs = Pick<Ports, 'clock'> & {
  conversations: Pick<Ports['conversations'], 'readMany'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'counted'>;
  desks: Pick<Ports['desks'], 'list' | 'readMany'>;
  jira: Pick<Ports['jira'], 'myRoles' | 'projects' | 'people'>;
};

/**
 * Who waits for a reply where the actor is an agent (rules D1, I7), of any age; and, where they are online, in which
 * chats. Lists may be some moments old and only say where to look: what is told comes from the chats as they are.
 */
export async function getWaiting(ports: Needs, actor: Actor): Promise<Result<Waiting>> {
  const parts = await partsOf(ports, actor, FOR_SHOW);
  if (!parts.ok) return parts;
  const now = ports.clock.now();
  const mine = parts.value.own.filter((id) => isAgent(parts.value, id));
  const [desks, lists] = await Promise.all([
    ports.desks.readMany(mine),
    Promise.all(
      mine.map(async (id) => ({ id, ...(await ports.conversationIndex.counted(id, 'unanswered')) })),
    ),
  ]);
  const ids = lists.flatMap(({ conversations }) => conversations.map(({ id }) => id));
  const current = ids.length > 0 ? await ports.conversations.readMany(ids) : new Map<string, never>();
  const waiting = lists.flatMap(({ id, conversations, isMore }) => {
    const chats = conversations.flatMap((each) => current.get(each.id) ?? []).filter(isUnanswered);
    chats.sort((a, b) => waitingSinceOf(a) - waitingSinceOf(b));
    return chats.length > 0 ? [{ id, chats, isMore }] : [];
  });
  const projects = await namedProjects(
    ports.jira,
    waiting.map(({ id }) => id),
  );
  const told: WaitingInProject[] = [];
  for (const project of projects) {
    const found = waiting.find(({ id }) => id === project.id);
    if (found) told.push(await inProject(ports, actor, project, desks.get(project.id), found, now));
  }
  return succeed({ now: new Date(now).toISOString(), projects: told });
}

async function inProject(
  { jira }: Pick<Needs, 'jira'>,
  actor: Actor,
  { id, name }: JiraProject,
  desk: Desk | undefined,
  { chats, isMore }: { chats: ListedConversation[]; isMore: boolean },
  now: number,
): Promise<WaitingInProject> {
  const online = onlineSession(desk?.roster[actor.accountId], now) !== null;
  const told = online ? chats.slice(0, FLAGGED_CHATS) : [];
  const names = await namesOfSpeakers(jira, told);
  return {
    projectId: id,
    projectName: name,
    anonymousName: desk?.settings.anonymousName ?? '',
    online,
    count: chats.length,
    isMore,
    longestSince: chats[0] ? new Date(waitingSinceOf(chats[0])).toISOString() : null,
    chats: told.map((chat) => ({
      conversationId: chat.id,
      customer: names.get(chat.id) ?? null,
      line: chat.last.line,
      since: new Date(waitingSinceOf(chat)).toISOString(),
      lastAt: new Date(chat.last.at).toISOString(),
      isNew: chat.createdAt === chat.last.at,
    })),
  };
}
