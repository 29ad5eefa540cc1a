import { isErased, type Conversation } from './conversation';
import { startConversation, type StartOf, type Step } from './conversation-transitions';
import { CONVERSATION_EVENTS } from './limits';
import type { RequestNow } from './service-request';

/** A request as one of the people may have it whose it is: its reporter, or somebody who takes part. */
export interface OwnRequest extends RequestNow {
  /** Id of its newest comment, of whatever kind; `0`: it has none. */
  newestComment: string;
}

/** Does what is said about a request belong to this chat? Of one that is let go, erased or full, another one begins. */
export const isContinued = (conversation: Conversation, { id, projectId }: OwnRequest): boolean =>
  conversation.projectId === projectId &&
  conversation.issue?.id === id &&
  !isErased(conversation) &&
  conversation.n < CONVERSATION_EVENTS;

export interface BesideStart extends Pick<
  StartOf,
  'id' | 'tokenHash' | 'serviceDeskId' | 'message' | 'clientMessageId' | 'locale' | 'now'
> {
  /** Who writes. */
  account: string;
}

/**
 * A chat begins beside a request that is there: its messages are comments on it from now on. It is its reporter's, or, where
 * that is nobody's account, that of whoever writes first.
 */
export function beginBeside({ account, ...start }: BesideStart, request: OwnRequest): Step {
  const { id, key, projectId, status, resolved, resolvedAt, assignee, newestComment } = request;
  const accountId = request.reporter ?? account;
  const begun = startConversation({
    ...start,
    projectId,
    visitor: { kind: 'portal', name: null, email: null, accountId },
    page: null,
    ...(accountId !== account && { by: account }),
  });
  if (begun.kind !== 'changed') return begun;
  return {
    ...begun,
    conversation: {
      ...begun.conversation,
      issue: { id, key },
      beside: { after: newestComment },
      status,
      assignee,
      ended: resolved,
      ...(resolved && resolvedAt !== null && { endedAt: resolvedAt }),
    },
  };
}
