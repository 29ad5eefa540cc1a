import type { ConversationView } from '../contract/agent-conversation';
import type { ResolvedView } from '../contract/working-together';
import type { Result } from '../domain/errors';
import type { RequestChange } from '../jira-ports';
import type { Actor } from '../ports';
import { changeRequest, type ChangeRequestNeeds } from './change-request';

export interface Resolve {
  conversationId: string;
  transitionId?: string | undefined;
  resolutionId?: string | undefined;
}

/**
 * Resolving the request ends the chat. Without a choice, by the only way that says it resolves. The answer says whether it can
 * be undone, as far as that is known (rule D8), and whether somebody else was faster.
 */
export async function resolveConversation(
  ports: ChangeRequestNeeds,
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
  if (!outcome.done) return { ...answer, value: { ...answer.value, already: true } };
  const { final } = outcome;
  return final === undefined ? answer : { ...answer, value: { ...answer.value, canReopen: !final } };
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
