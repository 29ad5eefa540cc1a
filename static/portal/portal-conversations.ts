import { invoke } from '@forge/bridge';
import type { Answer, FunctionKey, Payload, Values } from '../../src/contract/resolver-api';
import type { Conversations, Failure } from '../widget/conversations';

type Talk = Extract<FunctionKey, 'startConversation' | 'sendMessage' | 'pollConversation'>;

/** Talks to the app's resolver, which knows who is logged in on the portal. */
export function createPortalConversations(portalId: string): Conversations {
  async function ask<F extends Talk>(functionKey: F, payload: Payload<F>): Promise<Values[F]> {
    // The bridge types every answer as possibly wrapped; without asking for metadata it is not.
    const answer = (await invoke(functionKey, payload)) as Answer<F>;
    if (answer.ok) return answer.value;
    const { code, visitor } = answer.error;
    const error = visitor?.error ?? (code === 'invalid-request' ? 'bad-request' : 'unavailable');
    return Promise.reject({ error, retryAfter: visitor?.retryAfter ?? 0 } satisfies Failure);
  }

  return {
    start: ({ message, clientMessageId, locale, name, email }) =>
      ask('startConversation', { portalId, message, clientMessageId, locale, name, email }),
    send: (conversationId, message) => ask('sendMessage', { conversationId, ...message }),
    poll: (conversationId, question) => ask('pollConversation', { conversationId, ...question }),
  };
}
