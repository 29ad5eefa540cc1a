import { customerName, isUnanswered, portalAccount, type Conversation } from '../domain/conversation';
import { succeed, type Result } from '../domain/errors';
import { onlineSession } from '../domain/presence';
import type { NewMessages } from '../contract/inbox';
import type { Actor } from '../ports';
import type { InboxNeeds } from './inbox';
import { isAgent, standingOf, type Standing } from './standing';

/**
 * For the flags on every Jira page: visitors' messages since, where the actor is online; for others none. And which of
 * the chats that have a flag need none any more, whoever saw to that.
 *
 * Lists may be some moments old. They only say where to look: what is told comes from the conversations as they are.
 * Whoever asks must ask again from a little before the last answer, or misses what was not listed yet.
 */
export async function getNewMessages(
  ports: InboxNeeds,
  actor: Actor,
  { since, flagged = [] }: { since: string; flagged?: string[] | undefined },
): Promise<Result<NewMessages>> {
  const standing = await standingOf(ports, actor, null);
  if (!standing.ok) return standing;
  const from = Date.parse(since);
  const now = ports.clock.now();
  const { mine } = standing.value;
  const desks = await ports.desks.readMany(mine.map(({ id }) => id));
  const online = mine.flatMap((project) => {
    const desk = desks.get(project.id);
    return desk && onlineSession(desk.roster[actor.accountId], now) ? [{ project, desk }] : [];
  });
  const listed = await Promise.all(
    online.map(({ project }) => ports.conversations.unansweredSince(project.id, from)),
  );
  const ids = new Set([...listed.flat().map(({ id }) => id), ...flagged]);
  const current = await ports.conversations.readMany([...ids]);
  const messages: NewMessages['messages'] = [];
  for (const [index, { project, desk }] of online.entries()) {
    const fresh = (listed[index] ?? [])
      .flatMap(({ id }) => current.get(id) ?? [])
      .filter((each) => isUnanswered(each) && each.last.at > from);
    const names = await customerNames(ports, fresh);
    for (const { id, last, createdAt } of fresh) {
      messages.push({
        conversationId: id,
        projectId: project.id,
        projectName: project.name,
        customer: names.get(id) ?? null,
        anonymousName: desk.settings.anonymousName,
        line: last.line,
        at: new Date(last.at).toISOString(),
        isNew: createdAt === last.at,
      });
    }
  }
  return succeed({
    now: new Date(now).toISOString(),
    messages,
    settled: flagged.filter((id) => !waitsForMe(standing.value, current.get(id))),
  });
}

/** One that is gone, and one of a project in which the actor is no agent, are the same as one that was answered. */
const waitsForMe = (standing: Standing, conversation: Conversation | undefined): boolean =>
  conversation !== undefined && isUnanswered(conversation) && isAgent(standing, conversation.projectId);

async function customerNames(
  { jira }: Pick<InboxNeeds, 'jira'>,
  conversations: Conversation[],
): Promise<Map<string, string | null>> {
  const accounts = conversations.flatMap((each) => portalAccount(each) ?? []);
  const people = accounts.length > 0 ? await jira.people([...new Set(accounts)]) : new Map<string, never>();
  return new Map(conversations.map((each) => [each.id, customerName(each, people)]));
}
