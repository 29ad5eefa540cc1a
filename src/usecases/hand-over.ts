import type { HandedOver } from '../contract/working-together';
import { refuse, type Result } from '../domain/errors';
import { ROLES_REMEMBERED_MS } from '../domain/jira-limits';
import type { Person } from '../domain/person';
import { Undeliverable } from '../jira-ports';
import { JiraRefused, PlatformFault, type Actor, type Ports } from '../ports';
import { forAgent } from './agent-conversation';
import { assignChat } from './assign-chat';
import type { ChangeRequestNeeds } from './change-request';
import { personIn } from './inbox-rows';
import { FOR_SHOW } from './standing';

type Needs = ChangeRequestNeeds & {
  jira: Pick<Ports['jira'], 'agentIn'>;
  serviceDesk: Pick<Ports['serviceDesk'], 'note' | 'isNoted'>;
};

interface HandOver {
  conversationId: string;
  to: string;
  note?: string | undefined;
  seen: string | null;
}

/**
 * The chat becomes a colleague's (rule D5). What is to be known about it is an internal note in Jira, which says who handed
 * over to whom; it is written after the assignment, so that it is never untrue. Asked for again because the note is missing,
 * it adds the note alone, and once.
 */
export async function handOver(ports: Needs, actor: Actor, input: HandOver): Promise<Result<HandedOver>> {
  const { conversationId, to, note = '', seen } = input;
  // Asked again, without fail, before anything is changed.
  const found = await forAgent(ports, actor, conversationId, FOR_SHOW);
  if (!found.ok) return found;
  const people = await ports.jira.people([actor.accountId, to]);
  const colleague = personIn(people, to);
  if (await isNoAgent(ports, to, found.value.projectId)) return noAgent(colleague);
  let isRepeated = false;
  const answer = await assignChat(ports, actor, { conversationId, to, seen }, () => (isRepeated = true));
  if (!answer.ok || note.trim() === '') return answer;
  const key = answer.value.row.issueKey ?? '';
  const text = `${nameOf(personIn(people, actor.accountId))} handed this chat over to ${nameOf(colleague)}.\n\n${note}`;
  try {
    const isThere = isRepeated && (await ports.serviceDesk.isNoted(key, text, 'agent'));
    if (!isThere) await ports.serviceDesk.note(key, text);
    return answer;
  } catch (fault) {
    if (!(fault instanceof Undeliverable) && !(fault instanceof PlatformFault)) throw fault;
    return { ...answer, value: { ...answer.value, noteMissing: true } };
  }
}

/** For certain: where the app may not ask about other people, Jira's own refusal is all there is. */
async function isNoAgent({ jira }: Needs, accountId: string, projectId: string): Promise<boolean> {
  try {
    return !(await jira.agentIn(accountId, [projectId], ROLES_REMEMBERED_MS)).has(projectId);
  } catch (fault) {
    if (fault instanceof JiraRefused) return false;
    throw fault;
  }
}

const noAgent = (person: Person): ReturnType<typeof refuse> =>
  refuse('conflict', `${nameOf(person)} isn’t an agent in this space. Choose someone else.`);

const nameOf = ({ name }: Person): string => name ?? 'This person';
