import { events } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { OPEN_CONVERSATION_EVENT, conversationIdOf, projectIdIn } from '../../chats/news/inbox-events';

export interface ConversationToOpen {
  projectId: string;
  conversationId: string;
}

/** The chat that the dialog was opened for, or that a flag or a link asked for while it was open; a new object each time. */
export function useConversationToOpen(
  first: ConversationToOpen | undefined,
  onAsked: (projectId: string) => void,
): [open: ConversationToOpen | undefined, openNow: (asked: ConversationToOpen) => void] {
  const [open, setOpen] = useState(first);
  const newest = useRef(onAsked);
  useEffect(() => {
    newest.current = onAsked;
  });
  useEffect(() => {
    const subscription = events.on(OPEN_CONVERSATION_EVENT, (payload: unknown) => {
      const conversationId = conversationIdOf(payload);
      const projectId = projectIdIn(payload);
      if (conversationId === null || projectId === null) return;
      setOpen({ projectId, conversationId });
      newest.current(projectId);
    });
    subscription.catch(() => undefined);
    return () => void subscription.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
  }, []);
  const openNow = useCallback(({ projectId, conversationId }: ConversationToOpen): void => {
    setOpen({ projectId, conversationId });
    newest.current(projectId);
  }, []);
  return [open, openNow];
}
