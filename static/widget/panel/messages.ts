import { declaredContext } from '../conversation/declared-context';
import { registerVisitor } from '../conversation/register-visitor';
import { startConversation } from '../conversation/start-conversation';
import { aboveKeyboard } from './above-keyboard';
import type { MessagesCode } from './lazy-messages';
import { createMessageList } from './message-list';
import { MESSAGES_STYLE } from './messages-style';

/** The script of what is loaded at a visitor's first letter, for a phone's keyboard, or to show a conversation that is there. */
export const messages: MessagesCode = {
  createMessageList,
  declaredContext,
  startConversation,
  registerVisitor,
  aboveKeyboard,
  style: MESSAGES_STYLE,
};
