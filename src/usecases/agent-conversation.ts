import type { Conversation, ConversationEvent } from '../domain/conversation';
import { agentTypes, commentAdded, requestChanged, sentAs } from '../domain/conversation-transitions';
import { refuse, succeed, type Result } from '../domain/errors';
import type { ConversationMessage, ConversationView } from '../contract/agent-conversation';
import { Undeliverable } from '../jira-ports';
import type { Actor, Ports } from '../ports';
import { changeExisting, silently } from './change-conversation';
import { agentOf, inboxRows } from './inbox';

type Id = { conversationId: string };

const GONE = 'This chat does not exist any more.';

/** The conversation, for an agent of its project, online or not (rule S7). */
async function forAgent(ports: Ports, actor: Actor, id: string): Promise<Result<Conversation>> {
  const conversation = actor.kind === 'licensed' ? await ports.conversations.read(id) : null;
  if (!conversation) {
    return actor.kind === 'licensed'
      ? refuse('not-found', GONE)
      : refuse('not-allowed', 'This is for people who work in Jira. Log in with an account that does.');
  }
  const standing = await agentOf(ports, actor, conversation.projectId);
  return standing.ok ? succeed(conversation) : standing;
}

export async function getConversation(
  ports: Ports,
  actor: Actor,
  { conversationId }: Id,
): Promise<Result<ConversationView>> {
  const found = await forAgent(ports, actor, conversationId);
  return found.ok ? succeed(await render(ports, actor, found.value)) : found;
}

/** Posted as the agent, so that Jira shows the agent. The same operation sent twice is one comment. */
export async function reply(
  ports: Ports,
  actor: Actor,
  { conversationId, message, operationId }: Id & { message: string; operationId: string },
): Promise<Result<ConversationView>> {
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  const { issue } = found.value;
  if (!issue) {
    return refuse(
      'conflict',
      'The customer’s first message is still on its way to Jira. Try again in a moment.',
    );
  }
  if (sentAs(found.value, operationId) === null) {
    const marker = `${conversationId}/${operationId}`;
    try {
      const commentId =
        (await ports.serviceDesk.findComment(issue.key, marker)) ??
        (await ports.serviceDesk.comment('user', issue.key, { text: message, visitor: null, marker }));
      await changeExisting(ports, conversationId, (conversation, now) =>
        commentAdded(conversation, {
          operationId,
          commentId,
          author: actor.accountId,
          byAgent: true,
          text: message,
          now,
        }),
      );
    } catch (fault) {
      if (!(fault instanceof Undeliverable)) throw fault;
      return refuse(
        'conflict',
        'Jira does not take comments on this request: it was deleted, or you may not comment on it.',
      );
    }
  }
  return getConversation(ports, actor, { conversationId });
}

export async function assignToMe(
  ports: Ports,
  actor: Actor,
  { conversationId }: Id,
): Promise<Result<ConversationView>> {
  return onRequest(ports, actor, conversationId, async (issueKey) => {
    await ports.serviceDesk.assign(issueKey, actor.accountId);
    return true;
  });
}

/** Resolving the request ends the chat. */
export async function resolve(
  ports: Ports,
  actor: Actor,
  { conversationId }: Id,
): Promise<Result<ConversationView>> {
  return onRequest(ports, actor, conversationId, (issueKey) => ports.serviceDesk.resolve(issueKey));
}

/** The customer sees "an agent is answering" for some seconds. */
export async function typing(ports: Ports, actor: Actor, { conversationId }: Id): Promise<Result<null>> {
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  await changeExisting(silently(ports), conversationId, agentTypes);
  return succeed(null);
}

async function onRequest(
  ports: Ports,
  actor: Actor,
  conversationId: string,
  change: (issueKey: string) => Promise<boolean>,
): Promise<Result<ConversationView>> {
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  const { issue } = found.value;
  if (!issue) {
    return refuse(
      'conflict',
      'The customer’s first message is still on its way to Jira. Try again in a moment.',
    );
  }
  if (!(await change(issue.key))) {
    return refuse(
      'conflict',
      'The workflow of this request does not allow that from its present status. Open it in Jira.',
    );
  }
  const state = await ports.serviceDesk.state(issue.id);
  if (state)
    await changeExisting(ports, conversationId, (conversation, now) =>
      requestChanged(conversation, state, now),
    );
  return getConversation(ports, actor, { conversationId });
}

async function render(ports: Ports, actor: Actor, conversation: Conversation): Promise<ConversationView> {
  const events = await ports.conversations.events(conversation.id, 1, conversation.n);
  const authors = events.flatMap((event) =>
    event.kind === 'message' && event.author !== null ? [event.author] : [],
  );
  const [people, [row], canResolve] = await Promise.all([
    ports.jira.people([...new Set(authors)]),
    inboxRows(ports, actor.siteUrl, [conversation]),
    conversation.issue && !conversation.ended ? ports.serviceDesk.canResolve(conversation.issue.key) : false,
  ]);
  if (!row) throw new Error('a conversation has one row');
  return {
    now: new Date(ports.clock.now()).toISOString(),
    rev: conversation.rev,
    row,
    email: conversation.visitor.email,
    page: conversation.page,
    locale: conversation.locale,
    messages: messagesOf(events, (id) => people.get(id) ?? { accountId: id, name: null, avatarUrl: null }),
    canResolve,
  };
}

/** The messages as they are now: what happened to them since is applied. */
export function messagesOf(
  events: ConversationEvent[],
  person: (accountId: string) => NonNullable<ConversationMessage['agent']>,
): ConversationMessage[] {
  const messages = new Map<number, ConversationMessage>();
  for (const event of events) {
    if (event.kind === 'message') {
      const { n, from, author, text } = event;
      messages.set(n, {
        n,
        at: new Date(event.at).toISOString(),
        from,
        agent: author === null ? null : person(author),
        text,
        edited: false,
        deleted: false,
        delivery: from === 'agent' ? 'delivered' : 'stored',
      });
    } else if ('of' in event) {
      const message = messages.get(event.of);
      if (!message) continue;
      if (event.kind === 'edited') Object.assign(message, { text: event.text, edited: true });
      else if (event.kind === 'deleted') Object.assign(message, { text: '', deleted: true });
      else message.delivery = event.kind;
    }
  }
  return [...messages.values()];
}
