/** What the app's parts on one Jira page tell each other, over the bridge's events. */

/** "Is this conversation before somebody's eyes?" `{conversationId}` */
export const IS_READ_EVENT = 'frontdesk.is-read';
/** "It is." `{conversationId}` */
export const READ_EVENT = 'frontdesk.read';
/** To a dialog that is open already: show this conversation. `{projectId, conversationId}` */
export const OPEN_CONVERSATION_EVENT = 'frontdesk.open-conversation';

export const conversationIdOf = (payload: unknown): string | null => textMember(payload, 'conversationId');

export const projectIdIn = (payload: unknown): string | null => textMember(payload, 'projectId');

function textMember(payload: unknown, name: string): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const value = (payload as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}
