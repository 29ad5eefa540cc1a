import { customerName, portalAccount, type Conversation } from '../domain/conversation';
import type { Ports } from '../ports';

/**
 * What a visitor is called in Jira: by their name, or as the project calls those who have none. `by`: somebody else who wrote
 * there, by their account.
 */
export async function visitorName(
  { desks, jira }: Pick<Ports, 'desks' | 'jira'>,
  conversation: Conversation,
  by?: string,
): Promise<string> {
  const account = by ?? portalAccount(conversation);
  const people = account === null ? new Map<string, never>() : await jira.people([account]);
  const name = by === undefined ? customerName(conversation, people) : people.get(by)?.name;
  if (name) return name;
  const word = (await desks.read(conversation.projectId))?.settings.anonymousName ?? '';
  return word === '' ? 'Visitor' : word;
}
