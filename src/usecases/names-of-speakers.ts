import { customerName, portalAccount } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import type { Person } from '../domain/person';
import type { Ports } from '../ports';

/** By chat, of whoever spoke last: another customer is not called by the name of the chat's own (rule T4). Null: anonymous. */
export async function namesOfSpeakers(
  jira: Pick<Ports['jira'], 'people'>,
  conversations: ListedConversation[],
): Promise<Map<string, string | null>> {
  const accounts = conversations.flatMap((each) => each.last.author ?? portalAccount(each) ?? []);
  const people = accounts.length > 0 ? await jira.people([...new Set(accounts)]) : new Map<string, Person>();
  const nameOf = (each: ListedConversation): string | null =>
    each.last.author === null ? customerName(each, people) : (people.get(each.last.author)?.name ?? null);
  return new Map(conversations.map((each) => [each.id, nameOf(each)]));
}
