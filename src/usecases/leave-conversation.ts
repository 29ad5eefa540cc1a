import { openedBy } from '../domain/conversation';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import type { Actor, Ports } from '../ports';
import { accountOf } from './visitor-key';

/** A customer of the portal wants to start anew: their account does not come back to this conversation by itself. */
export async function leaveConversation(
  {
    conversations,
    conversationIndex,
  }: { conversations: Pick<Ports['conversations'], 'read'> } & Pick<Ports, 'conversationIndex'>,
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<Result<null>> {
  const account = accountOf(actor);
  const conversation = account === null ? null : await conversations.read(conversationId);
  if (account === null || !conversation || openedBy(conversation) !== account) {
    return refuseVisitor({ error: 'not-found' });
  }
  const { projectId } = conversation;
  if ((await conversationIndex.ofAccount(projectId, account)) === conversationId) {
    await conversationIndex.forgetAccount(projectId, account);
  }
  return succeed(null);
}
