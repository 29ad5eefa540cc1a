import type { FunctionKey, Payload, Values } from '../../../src/contract/functions';
import type { ConversationClient, Failure, Work } from '../conversation/conversation-client';
import type { AskResolver } from './ask-resolver';

/** Asks as a visitor does: what is refused is rejected as a client's `Failure`. */
export const askAsVisitor =
  (askResolver: AskResolver) =>
  async <F extends FunctionKey>(functionKey: F, payload: Payload<F>): Promise<Values[F]> => {
    const answer = await askResolver(functionKey, payload);
    if (answer.ok) return answer.value;
    const { code, visitor } = answer.error;
    const error = visitor?.error ?? (code === 'invalid-request' ? 'bad-request' : 'unavailable');
    const { retryAfter = 0, challenge } = visitor ?? {};
    return Promise.reject({ error, retryAfter, ...(challenge && { challenge }) } satisfies Failure);
  };

/** Talks to the app's resolver, which knows who is logged in to the portal. */
export function createPortalClient(
  askResolver: AskResolver,
  portalId: string,
  work?: Work,
): ConversationClient {
  const ask = askAsVisitor(askResolver);

  return {
    ...(work && { work }),
    async start({ message, clientMessageId, locale, name, email, work: done }) {
      const opening = {
        portalId,
        message,
        clientMessageId,
        locale,
        name,
        email,
        ...(done && { work: done }),
      };
      const started = await ask('startConversation', opening);
      // What the account opens needs no token, and whoever uses this browser next is to find none.
      return started.visitor.kind === 'portal' ? { ...started, token: '' } : started;
    },
    send: (conversationId, { token, ...message }) =>
      ask('sendMessage', { conversationId, ...message, ...(token && { token }) }),
    register: (conversationId, details) => ask('registerVisitor', { conversationId, ...details }),
    poll: (conversationId, { token, ...question }) =>
      ask('pollConversation', { conversationId, ...question, ...(token && { token }) }),
    leave(conversationId) {
      // Should it fail, the customer finds an old conversation again: no harm done.
      ask('leaveConversation', { conversationId }).catch(() => undefined);
    },
  };
}
