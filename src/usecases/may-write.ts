import { isShut, marksOf } from '../domain/blocked-visitor';
import type { Conversation } from '../domain/conversation';
import type { Ports } from '../ports';
import { blockIdOf } from './block-id';

/**
 * Does anybody take what the visitor writes now (rule T7)? Not where they are blocked, chat is off, or the widget id
 * that they began by has been renewed. One call.
 */
export async function mayWrite(
  { blocks, crypto }: Pick<Ports, 'blocks' | 'crypto'>,
  conversation: Conversation,
): Promise<boolean> {
  if (isShut(conversation)) return false;
  const { projectId } = conversation;
  const ids = marksOf(conversation).marks.map((mark) => blockIdOf(crypto, projectId, mark));
  const { widgetId, isBlocked } = await blocks.standing(projectId, ids);
  return !isBlocked && widgetId !== null && (conversation.widgetId ?? widgetId) === widgetId;
}
