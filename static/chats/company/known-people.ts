import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Person } from '../../../src/domain/person';

/** Everybody whose name a window knows: from the chat itself, and those online. Nobody is asked for. */
export function knownPeople(
  { row, messages }: Pick<ConversationView, 'row' | 'messages'>,
  agents: readonly Person[],
): ReadonlyMap<string, Person> {
  const all = [...agents, row.assignee, row.lastAgent, ...messages.map(({ agent }) => agent)];
  return new Map(all.flatMap((person) => (person?.name ? [[person.accountId, person] as const] : [])));
}
