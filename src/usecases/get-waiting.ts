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
import { unansweredIn, type Unanswered, type UnansweredNeeds } from './unanswered-in';

type Needs = Pick<Ports, 'clock'> &
  UnansweredNeeds & {
    desks: Pick<Ports['desks'], 'list' | 'readMany'>;
    jira: Pick<Ports['jira'], 'myRoles' | 'projects' | 'people'>;
  };

/** Who waits for a reply where the actor is an agent (rules D1, I7), of any age; and, where they are online, in which chats. */
export async function getWaiting(ports: Needs, actor: Actor): Promise<Result<Waiting>> {
  const parts = await partsOf(ports, actor, FOR_SHOW);
  if (!parts.ok) return parts;
  const now = ports.clock.now();
  const mine = parts.value.own.filter((id) => isAgent(parts.value, id));
  const [desks, { waiting }] = await Promise.all([ports.desks.readMany(mine), unansweredIn(ports, mine)]);
  const projects = await namedProjects(
    ports.jira,
    mine.filter((id) => waiting.get(id)?.chats.length),
  );
  const told: WaitingInProject[] = [];
  for (const project of projects) {
    const found = waiting.get(project.id);
    if (found) told.push(await inProject(ports, actor, project, desks.get(project.id), found, now));
  }
  return succeed({ now: new Date(now).toISOString(), projects: told });
}

async function inProject(
  { jira }: Pick<Needs, 'jira'>,
  actor: Actor,
  { id, name }: JiraProject,
  desk: Desk | undefined,
  { chats, isMore }: Unanswered,
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
