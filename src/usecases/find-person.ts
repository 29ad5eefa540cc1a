import type { PersonFound } from '../contract/personal-data';
import type { Whom } from '../domain/personal-data';
import { succeed, type Result } from '../domain/errors';
import type { Actor, Ports } from '../ports';
import { blocksOfPerson } from './blocks-of-person';
import { chatsOfPerson, personChat, type SearchNeeds } from './chats-of-person';
import { administratorsOnly, rolesIn } from './standing';

/** What is kept about a person in a project, one page of its chats at a time. Changes nothing. */
export async function findPerson(
  ports: SearchNeeds & Pick<Ports, 'jira' | 'clock' | 'siteUrl' | 'blocks' | 'crypto'>,
  actor: Actor,
  { projectId, whom, cursor }: { projectId: string; whom: Whom; cursor?: string | undefined },
): Promise<Result<PersonFound>> {
  const allowed = administratorsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!allowed.ok) return allowed;
  const [page, siteUrl] = await Promise.all([
    chatsOfPerson(ports, projectId, whom, cursor ?? null),
    ports.siteUrl(),
  ]);
  const blocks = page.cursor === null ? await blocksOfPerson(ports, projectId, whom) : [];
  return succeed({
    now: new Date(ports.clock.now()).toISOString(),
    looked: page.looked,
    chats: page.found.map((each) => personChat(each, siteUrl)),
    ...(blocks.length > 0 && {
      blocks: blocks.map(({ at, reason, issueKey }) => ({
        at: new Date(at).toISOString(),
        reason,
        issueKey,
      })),
    }),
    cursor: page.cursor,
  });
}
