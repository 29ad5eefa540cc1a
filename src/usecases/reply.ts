import { commentAdded, sentAs } from '../domain/conversation-transitions';
import { refuse, type Result } from '../domain/errors';
import type { ConversationView } from '../contract/agent-conversation';
import { Undeliverable } from '../jira-ports';
import type { Actor, Ports } from '../ports';
import { forAgent, notYetInJira, viewOf, type ForAgentNeeds } from './agent-conversation';
import { changeExisting } from './change-conversation';
import { confirmByReply } from './confirm-visitor';
import type { ViewNeeds } from './conversation-view';

type Needs = ForAgentNeeds &
  Parameters<typeof confirmByReply>[0] &
  ViewNeeds & {
    conversations: Pick<Ports['conversations'], 'beginReply'>;
    serviceDesk: Pick<Ports['serviceDesk'], 'comment' | 'findComment'>;
  };

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
  const { issue } = found.value;
  if (!issue) return notYetInJira;
  if (sentAs(found.value, operationId) !== null) {
    return viewOf(ports, actor, { kind: 'unchanged', conversation: found.value });
  }
  await confirmByReply(ports, actor, found.value);
  try {
    const commentId = await post(ports, issue.key, input);
    const changed = await changeExisting(ports, conversationId, (conversation, now) =>
      commentAdded(conversation, {
        operationId,
        commentId,
        author: actor.accountId,
        byAgent: true,
        text,
        now,
      }),
    );
    return await viewOf(ports, actor, changed);
  } catch (fault) {
    if (!(fault instanceof Undeliverable)) throw fault;
    return refuse(
      'conflict',
      'Jira does not take comments on this request: it was deleted, or you may not comment on it.',
    );
  }
}

/** Jira is asked for a comment of before only when there may be one: an earlier attempt was begun. */
async function post(
  { conversations, serviceDesk }: Needs,
  issueKey: string,
  { conversationId, message: text, operationId }: Reply,
): Promise<string> {
  const marker = `${conversationId}/${operationId}`;
  const isFirst = await conversations.beginReply(conversationId, operationId);
  const posted = isFirst ? null : await serviceDesk.findComment(issueKey, marker);
  return posted ?? serviceDesk.comment('user', issueKey, { text, visitor: null, marker });
}
