import { events } from '@forge/bridge';
import { useEffect } from 'react';
import { IS_READ_EVENT, READ_EVENT, conversationIdOf } from './inbox-events';

/** Tells the background script which conversation is before somebody's eyes: for that one it raises no flag. */
export function useReadAnswers(conversationId: string | null): void {
  useEffect(() => {
    if (conversationId === null) return undefined;
    // A flag that was raised before it was opened has done its work.
    void events.emit(READ_EVENT, { conversationId }).catch(() => undefined);
    const subscription = events.on(IS_READ_EVENT, (payload: unknown) => {
      if (conversationIdOf(payload) !== conversationId || document.visibilityState === 'hidden') return;
      void events.emit(READ_EVENT, { conversationId }).catch(() => undefined);
    });
    // Without events a flag too many is raised, and nothing is missed.
    subscription.catch(() => undefined);
    return () => void subscription.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
  }, [conversationId]);
}
