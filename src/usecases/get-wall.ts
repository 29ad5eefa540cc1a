import type { Wall, WallChoice, WallSpace, WallTeam } from '../contract/wall';
import { isUnanswered } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import type { Desk } from '../domain/desk';
import { succeed, type Result } from '../domain/errors';
import { MISSING_ROLE_REMEMBERED_MS } from '../domain/jira-limits';
import { waitingSinceOf } from '../domain/waiting';
import { wallOf } from '../domain/wall';
import type { Actor, Ports } from '../ports';
import { FOR_SHOW, hasPart, namedProjects, partsOf, type Parts } from './standing';
import { momentBody, namedIn } from './wall-body';

type ChoiceNeeds = {
  desks: Pick<Ports['desks'], 'list'>;
  jira: Pick<Ports['jira'], 'myRoles' | 'projects'>;
};

type Needs = Pick<Ports, 'clock'> & {
  conversationIndex: Pick<Ports['conversationIndex'], 'counted'>;
  desks: Pick<Ports['desks'], 'list' | 'readMany'>;
  jira: Pick<Ports['jira'], 'myRoles' | 'projects' | 'people'>;
};

/**
 * Rule D12: who is there and what waits in spaces whose team the actor may see (rule D11), in one call for all of them. A
 * dashboard is shared and its viewers are not alike: of what is not theirs they get a reason, or not even the name.
 */
export async function getWall(
  ports: Needs,
  actor: Actor,
  { projectIds }: { projectIds: string[] },
): Promise<Result<Wall>> {
  const ids = [...new Set(projectIds)];
  const parts = await partsOf(ports, actor, FOR_SHOW, ids);
  if (!parts.ok) return parts;
  const places = await placesOf(ports, parts.value, ids);
  const theirs = places.flatMap(({ id, why }) => (why === null ? [id] : []));
  const [desks, waiting] = await Promise.all([
    ports.desks.readMany(theirs),
    Promise.all(
      theirs.map(async (id) => [id, await ports.conversationIndex.counted(id, 'unanswered')] as const),
    ),
  ]);
  const now = ports.clock.now();
  const found = new Map(waiting.map(([id, list]) => [id, { wall: wallAt(desks.get(id), now), list }]));
  const accounts = [...found.values()].flatMap(({ wall }) => wall?.moments.flatMap(namedIn) ?? []);
  const people = await ports.jira.people([...new Set(accounts)]);
  const spaces = places.map((place): WallSpace => {
    const { id } = place;
    if (place.why === 'unseen') return { id, why: 'unseen' };
    const { wall, list } = found.get(id) ?? {};
    if (place.why !== null || !wall || !list) return { id, name: place.name, why: place.why ?? 'chat-off' };
    return {
      id,
      name: place.name,
      waiting: waitingIn(list),
      moments: wall.moments.map((moment) => momentBody(moment, people)),
      knownUntil: iso(wall.knownUntil),
    };
  });
  return succeed({ now: iso(now), spaces });
}

/** What may be put on a wall, by name: spaces with chat whose team the actor may see; and what is on it already. */
export async function getWallChoices(
  ports: ChoiceNeeds,
  actor: Actor,
  { chosen }: { chosen: string[] },
): Promise<Result<{ spaces: WallChoice[] }>> {
  const parts = await partsOf(ports, actor, MISSING_ROLE_REMEMBERED_MS, chosen);
  if (!parts.ok) return parts;
  const theirs = [...parts.value.chatProjects].filter((id) => hasPart(parts.value, id));
  const places = await placesOf(ports, parts.value, [...new Set([...chosen, ...theirs])]);
  const spaces = places.map(({ id, name, why }): WallChoice => ({ id, name, ...(why !== null && { why }) }));
  const isNameless = ({ name }: WallChoice): number => Number(name === null);
  return succeed({
    spaces: spaces.sort(
      (a, b) => isNameless(a) - isNameless(b) || (a.name ?? '').localeCompare(b.name ?? ''),
    ),
  });
}

/** What the actor may know of a space; `why` null: its team. */
type Place = { id: string } & (
  { name: string; why: 'not-theirs' | 'chat-off' | null } | { name: null; why: 'unseen' }
);

async function placesOf(
  { jira }: { jira: Pick<Ports['jira'], 'projects'> },
  parts: Parts,
  ids: string[],
): Promise<Place[]> {
  const named = await namedProjects(
    jira,
    ids.filter((id) => parts.roles.seen.has(id)),
  );
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return ids.map((id): Place => {
    const name = names.get(id);
    if (name === undefined) return { id, name: null, why: 'unseen' };
    if (!hasPart(parts, id)) return { id, name, why: 'not-theirs' };
    return { id, name, why: parts.chatProjects.has(id) ? null : 'chat-off' };
  });
}

type WallAt = ReturnType<typeof wallOf>;

/** Null: chat is off. Of a desk that cannot be read nothing is known, not even now (rule C8). */
function wallAt(desk: Desk | undefined, now: number): WallAt | null {
  if (!desk) return { moments: [], knownUntil: now };
  return desk.settings.chatEnabled ? wallOf(desk, now) : null;
}

/** The list may be some moments old, like every list (docs/decisions/010). */
function waitingIn(list: { conversations: ListedConversation[]; isMore: boolean }): WallTeam['waiting'] {
  const since = list.conversations.filter(isUnanswered).map(waitingSinceOf);
  return {
    count: since.length,
    isMore: list.isMore,
    longestSince: since.length > 0 ? iso(Math.min(...since)) : null,
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
