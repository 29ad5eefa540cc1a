import { events } from '@forge/bridge';
import { IS_READ_EVENT, READ_EVENT, conversationIdOf } from './inbox-events';

/** An inbox on the same Jira page answers within a few milliseconds. */
const WAIT_MS = 150;

/** Is this conversation open before somebody's eyes in an inbox on this Jira page? Without an answer it is not. */
export async function askWhetherRead(conversationId: string): Promise<boolean> {
  let answered: (isRead: boolean) => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => {
    answered = resolve;
  });
  try {
    const { unsubscribe } = await events.on(READ_EVENT, (payload: unknown) => {
      if (conversationIdOf(payload) === conversationId) answered(true);
    });
    try {
      await events.emit(IS_READ_EVENT, { conversationId });
      setTimeout(() => answered(false), WAIT_MS);
      return await answer;
    } finally {
      unsubscribe();
    }
  } catch {
    return false;
  }
}
