import type { Conversation } from '../domain/conversation';
import { agentTypes } from '../domain/conversation-transitions';
import { refuse, succeed, type Result } from '../domain/errors';
import type { ConversationView } from '../contract/agent-conversation';
import type { Actor, Ports } from '../ports';
import { changeExisting, silently, type Changed, type ConversationNeeds } from './change-conversation';
import { conversationView, type ViewNeeds } from './conversation-view';
import { agentsOnly, rolesIn } from './standing';

export type ForAgentNeeds = {
  conversations: Pick<Ports['conversations'], 'read'>;
  jira: Pick<Ports['jira'], 'myRoles'>;
};

type Id = { conversationId: string };
const gone = refuse('not-found', 'This chat no longer exists.');

const notYetInJira = refuse(
  'conflict',
  'The customer’s first message is still being sent to Jira. Try again in a moment.',
);

const erased = refuse(
  'conflict',
  'The customer’s data was erased here, and the chat with it. Reply in the request in Jira.',
);

export const movedAway = refuse(
  'conflict',
  'The request is in another space now. What’s written there doesn’t reach the customer.',
);

const heldBack = refuse('conflict', 'This chat is held back and isn’t in Jira yet. Release it to reply.');

/** The request in which an agent can do something about this chat. */
export function requestOf({
  issue,
  failure,
  held,
}: Conversation): Result<NonNullable<Conversation['issue']>> {
  if (held) return heldBack;
  if (failure === 'erased') return erased;
  if (!issue) return notYetInJira;
  return failure === 'request-moved' ? movedAway : succeed(issue);
}

/** The conversation, for an agent of its project, online or not (rule S7). Asks Jira once; `maxAgeMs`: not where it said so lately. */
export async function forAgent(
  ports: ForAgentNeeds,
  actor: Actor,
  id: string,
  maxAgeMs?: number,
): Promise<Result<Conversation>> {
  if (actor.kind !== 'licensed') {
    return refuse('not-allowed', 'This is for people who work in Jira. Log in with an account that does.');
  }
  const conversation = await ports.conversations.read(id);
  if (!conversation) return gone;
  const { projectId } = conversation;
  const allowed = agentsOnly(await rolesIn(ports, actor, projectId, maxAgeMs), projectId);
  return allowed.ok ? succeed(conversation) : allowed;
}

export async function getConversation(
  ports: ForAgentNeeds & ViewNeeds,
  actor: Actor,
  { conversationId, before }: Id & { before?: number | undefined },
): Promise<Result<ConversationView>> {
  const found = await forAgent(ports, actor, conversationId);
  return found.ok ? succeed(await conversationView(ports, found.value, before)) : found;
}

/** The answer to an agent's change: they may see it, as was asked before it. */
export const viewOf = async (ports: ViewNeeds, change: Changed | null): Promise<Result<ConversationView>> =>
  !change || change.kind === 'refused' ? gone : succeed(await conversationView(ports, change.conversation));

/** The customer sees "an agent is answering" for some seconds, and colleagues who have the chat open see who it is (rule D4). */
export async function typing(
  ports: ForAgentNeeds & ConversationNeeds & { live: Pick<Ports['live'], 'look'> },
  actor: Actor,
  { conversationId }: Id,
): Promise<Result<null>> {
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  await Promise.all([
    changeExisting(silently(ports), conversationId, agentTypes),
    ports.live.look({ conversation: conversationId, by: actor.accountId, doing: 'writing' }),
  ]);
  return succeed(null);
}
