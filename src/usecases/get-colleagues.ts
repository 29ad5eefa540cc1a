import type { Colleague, Colleagues } from '../contract/working-together';
import { succeed, type Result } from '../domain/errors';
import { COLLEAGUES_SHOWN } from '../domain/inbox-limits';
import type { Person } from '../domain/person';
import { agentsOnline } from '../domain/presence';
import type { Actor, Ports } from '../ports';
import { forAgent, requestOf, type ForAgentNeeds } from './agent-conversation';
import { personIn } from './inbox-rows';
import { FOR_SHOW } from './standing';

type Needs = ForAgentNeeds &
  Pick<Ports, 'clock'> & {
    desks: Pick<Ports['desks'], 'read'>;
    jira: Pick<Ports['jira'], 'assignable' | 'people'>;
  };

/**
 * To whom this chat can be handed over: who is online there, and whom Jira lets be assigned; the names are Jira's. One call to
 * Jira. Whether somebody offline is an agent is found out when they are chosen.
 */
export async function getColleagues(
  ports: Needs,
  actor: Actor,
  { conversationId, query = '' }: { conversationId: string; query?: string | undefined },
): Promise<Result<Colleagues>> {
  const found = await forAgent(ports, actor, conversationId, FOR_SHOW);
  if (!found.ok) return found;
  const request = requestOf(found.value);
  if (!request.ok) return request;
  const [desk, assignable] = await Promise.all([
    ports.desks.read(found.value.projectId),
    ports.jira.assignable(request.value.key, query),
  ]);
  const online = new Map(
    desk ? agentsOnline(desk, ports.clock.now()).map((each) => [each.accountId, each] as const) : [],
  );
  const people = await ports.jira.people([...online.keys()]);
  const here = [...online.keys()]
    .map((accountId) => personIn(people, accountId))
    .filter(({ name }) => isFound(name, query));
  const all = [
    ...here.sort(byName),
    ...assignable.filter(({ accountId }) => !online.has(accountId)).sort(byName),
  ]
    .filter(({ accountId }) => accountId !== actor.accountId)
    .map((person): Colleague => {
      const until = online.get(person.accountId)?.until ?? null;
      return {
        ...person,
        online: online.has(person.accountId),
        until: until === null ? null : new Date(until).toISOString(),
      };
    });
  return succeed({ colleagues: all.slice(0, COLLEAGUES_SHOWN), isMore: all.length > COLLEAGUES_SHOWN });
}

/** As Jira finds people: by how a word of the name begins. */
const isFound = (name: string | null, query: string): boolean =>
  query === '' || ` ${name ?? ''}`.toLowerCase().includes(` ${query.toLowerCase()}`);

const byName = (a: Person, b: Person): number => (a.name ?? '').localeCompare(b.name ?? '');
