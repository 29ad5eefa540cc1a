import type { PolledBody } from '../contract/conversation';
import { refuseVisitor, type Result } from '../domain/errors';
import { OWN_REQUEST_MS } from '../domain/jira-limits';
import type { Actor, Ports } from '../ports';
import { ownRequestAt, type OwnNeeds, type RequestPlace } from './own-request';
import { pollConversation } from './poll-conversation';

export interface PollTalkInput {
  conversationId: string;
  after: number;
  here?: true | undefined;
}

/** What happened in the chat about somebody's own request: what opens it is that the request is theirs. */
export async function pollRequestTalk(
  ports: Parameters<typeof pollConversation>[0] & OwnNeeds & Pick<Ports, 'conversationIndex'>,
  actor: Actor,
  input: PollTalkInput,
  place: RequestPlace,
): Promise<Result<PolledBody>> {
  const own = await ownRequestAt(ports, actor, place, OWN_REQUEST_MS);
  if (own === null || own === 'chat-off') return refuseVisitor({ error: 'not-found' });
  const { account, request } = own;
  if ((await ports.conversationIndex.ofIssue(request.id)) !== input.conversationId)
    return refuseVisitor({ error: 'not-found' });
  return pollConversation(ports, { ...input, account }, { account });
}
