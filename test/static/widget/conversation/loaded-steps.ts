import type { ConversationSteps } from '../../../../static/widget/conversation/conversation-steps';
import { registerVisitor } from '../../../../static/widget/conversation/register-visitor';
import { startConversation } from '../../../../static/widget/conversation/start-conversation';

/** What a conversation loads before its first message, without the network in between. */
export const loadedSteps = (): Promise<ConversationSteps> =>
  Promise.resolve({ startConversation, registerVisitor });
