import { isFullForAll, sentAs, unchanged } from '../domain/conversation-transitions';
import { commentAdded } from '../domain/request-transitions';
import { refuse, type Result } from '../domain/errors';
import type { ConversationView } from '../contract/agent-conversation';
import { Undeliverable } from '../jira-ports';
import type { Actor, Ports } from '../ports';
import { forAgent, requestOf, viewOf, type ForAgentNeeds } from './agent-conversation';
import { requestNotThere } from './change-request';
import { changeExisting } from './change-conversation';
import { confirmByReply } from './confirm-visitor';
import type { ViewNeeds } from './conversation-view';
import { postOnce, type PostNeeds } from './post-once';

type Needs = ForAgentNeeds &
  Parameters<typeof confirmByReply>[0] &
  ViewNeeds &
  PostNeeds & { serviceDesk: Pick<Ports['serviceDesk'], 'request' | 'comment' | 'findComment'> };

const full = refuse(
  'limit',
  'This chat is full, so nothing more reaches its customer here. Reply in the request in Jira.',
);

const beingSent = refuse('unavailable', 'This reply is already being sent. Try again in half a minute.');

interface Reply {
  conversationId: string;
  message: string;
  operationId: string;
}

/** Posted as the agent, so that Jira shows the agent. The same operation sent twice is one comment. */
export async function reply(ports: Needs, actor: Actor, input: Reply): Promise<Result<ConversationView>> {
  const { conversationId, operationId, message: text } = input;
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  const request = requestOf(found.value);
  if (!request.ok) return request;
  const issue = request.value;
  if (sentAs(found.value, operationId) !== null) {
    return viewOf(ports, { kind: 'unchanged', conversation: found.value });
  }
  if (isFullForAll(found.value)) return full;
  await confirmByReply(ports, actor, found.value);
  try {
    const marker = `${conversationId}/${operationId}`;
    const outcome = await postOnce(ports, {
      conversationId,
      operationId,
      isNoted: (conversation) => sentAs(conversation, operationId) !== null,
      post: () => ports.serviceDesk.comment('user', issue.key, { text, visitor: null, marker }),
      find: () => ports.serviceDesk.findComment(issue.key, marker),
    });
    if (outcome === 'being-sent') return beingSent;
    if (outcome === 'noted') {
      return viewOf(ports, await changeExisting(ports, conversationId, unchanged));
    }
    const { id: commentId, createdAt } = outcome.posted;
    const changed = await changeExisting(ports, conversationId, (conversation, now) =>
      commentAdded(conversation, {
        operationId,
        commentId,
        author: actor.accountId,
        from: 'agent',
        text,
        createdAt,
        updatedAt: createdAt,
        now,
      }),
    );
    return await viewOf(ports, changed);
  } catch (fault) {
    if (!(fault instanceof Undeliverable)) throw fault;
    if (fault.reason === 'request-gone') {
      const { error } = await requestNotThere(ports, conversationId, issue);
      // As for every comment that Jira does not take: the words of the reply box are about both.
      return refuse('conflict', error.message);
    }
    return refuse(
      'conflict',
      'Jira doesn’t accept comments on this request. Either you don’t have permission to comment, or it’s closed to comments.',
    );
  }
}
