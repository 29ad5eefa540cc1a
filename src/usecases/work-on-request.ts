import type { ConversationView } from '../contract/agent-conversation';
import type { ResolvedView } from '../contract/working-together';
import type { Result } from '../domain/errors';
import type { Person } from '../domain/person';
import type { RequestChange } from '../jira-ports';
import { PlatformFault, type Actor, type Ports } from '../ports';
import { changeRequest, type ChangeRequestNeeds } from './change-request';
import { personIn } from './inbox-rows';

type Needs = ChangeRequestNeeds & { serviceDesk: Pick<Ports['serviceDesk'], 'movedBy'> };

export interface Resolve {
  conversationId: string;
  transitionId?: string | undefined;
  resolutionId?: string | undefined;
}

/**
 * Resolving the request ends the chat. Without a choice, by the only way that says it resolves. The answer says whether it can
 * be undone, as far as that is known (rule D8), and whether somebody else was faster, and who.
 */
export async function resolveConversation(
  ports: Needs,
  actor: Actor,
  { conversationId, transitionId, resolutionId }: Resolve,
): Promise<Result<ResolvedView>> {
  let outcome: RequestChange | undefined;
  const answer = await changeRequest(ports, actor, conversationId, {
    async change({ key }) {
      const chosen = transitionId === undefined ? null : { transitionId, resolutionId: resolutionId ?? null };
      outcome = await ports.serviceDesk.resolve(key, chosen);
      return outcome;
    },
    isSo: ({ resolved }) => resolved,
  });
  if (!answer.ok || !outcome) return answer;
  if (!outcome.done) {
    const resolvedBy = await whoResolved(ports, answer.value.row.issueKey);
    return { ...answer, value: { ...answer.value, already: true, ...(resolvedBy && { resolvedBy }) } };
  }
  const { final } = outcome;
  return final === undefined ? answer : { ...answer, value: { ...answer.value, canReopen: !final } };
}

/** Jira alone knows: whoever is told that somebody was faster is told who, and without it that somebody was. */
async function whoResolved({ serviceDesk, jira }: Needs, issueKey: string | null): Promise<Person | null> {
  if (issueKey === null) return null;
  try {
    const accountId = await serviceDesk.movedBy(issueKey);
    return accountId === null ? null : personIn(await jira.people([accountId]), accountId);
  } catch (fault) {
    if (fault instanceof PlatformFault) return null;
    throw fault;
  }
}

/** Takes back that it was resolved: a chat whose customer waited waits again. `status`: where it was before. */
export const reopenConversation = (
  ports: ChangeRequestNeeds,
  actor: Actor,
  { conversationId, status }: { conversationId: string; status?: string | undefined },
): Promise<Result<ConversationView>> =>
  changeRequest(ports, actor, conversationId, {
    change: ({ key }) => ports.serviceDesk.openAgain(key, status ?? null),
    isSo: ({ resolved }) => !resolved,
  });
