import type { ConversationClient, Failure } from '../conversation/conversation-client';
import type { AskResolver } from './ask-resolver';
import { askAsVisitor } from './portal-client';

/** Talks about the request on whose page the frame is: which that is, the platform says, and no payload. */
export function createTalkClient(askResolver: AskResolver): ConversationClient {
  const ask = askAsVisitor(askResolver);
  return {
    start: ({ message, clientMessageId, locale }) =>
      ask('talkAboutRequest', { message, clientMessageId, locale }),
    send: (conversationId, { message, clientMessageId }) =>
      ask('talkAboutRequest', { conversationId, message, clientMessageId }),
    // Whoever is beside their own request is known.
    register: () => Promise.reject({ error: 'already-known', retryAfter: 0 } satisfies Failure),
    poll: (conversationId, { after, here }) =>
      ask('pollRequestTalk', { conversationId, after, ...(here && { here }) }),
  };
}
