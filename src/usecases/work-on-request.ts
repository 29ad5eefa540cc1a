import type { ConversationView } from '../contract/agent-conversation';
import type { Result } from '../domain/errors';
import type { Actor } from '../ports';
import { changeRequest, type ChangeRequestNeeds } from './change-request';

/** Refused where Jira lets them not be assigned, or not assign: that is theirs to know, and no matter of a moment. */
export const assignToMe = (
  ports: ChangeRequestNeeds,
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<Result<ConversationView>> =>
  changeRequest(ports, actor, conversationId, {
    async change({ key }) {
      const outcome = await ports.serviceDesk.assign(key, actor.accountId);
      // Of the two things that can be wrong with it, the other is the account itself.
      return !outcome.done && outcome.why === 'refused' ? { ...outcome, why: 'not-allowed' } : outcome;
    },
    isSo: ({ assignee }) => assignee === actor.accountId,
  });

export interface Resolve {
  conversationId: string;
  transitionId?: string | undefined;
  resolutionId?: string | undefined;
}

/** Resolving the request ends the chat. Without a choice, by the only way that says it resolves. */
export const resolveConversation = (
  ports: ChangeRequestNeeds,
  actor: Actor,
  { conversationId, transitionId, resolutionId }: Resolve,
): Promise<Result<ConversationView>> =>
  changeRequest(ports, actor, conversationId, {
    change: ({ key }) =>
      ports.serviceDesk.resolve(
        key,
        transitionId === undefined ? null : { transitionId, resolutionId: resolutionId ?? null },
      ),
    isSo: ({ resolved }) => resolved,
  });
