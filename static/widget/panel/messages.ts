import { declaredContext } from '../conversation/declared-context';
import type { MessagesCode } from './lazy-messages';
import { createMessageList } from './message-list';
import { MESSAGES_STYLE } from './messages-style';

/** The script of what is loaded at a visitor's first letter, or to show a conversation that is there already. */
export const messages: MessagesCode = { createMessageList, declaredContext, style: MESSAGES_STYLE };
