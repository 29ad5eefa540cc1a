import { useEffect, useMemo } from 'react';
import { callResolver } from '../../app/call-resolver';
import { createStore, type Readable } from '../../app/store';
import { createChatCounts, type ChatCounts } from '../../chats/list/chat-counts';
import type { Refreshers } from '../../chats/refreshers';

/** Where nothing is counted, or is not mine to know. */
export const NOT_COUNTED: Readable<{ counts: null }> = createStore({ counts: null });

/** How many chats this project has, kept current for all of the page; undefined: no project, or it is not mine to know. */
export function useChatCounts(projectId: string | undefined, refreshers: Refreshers): ChatCounts | undefined {
  const counts = useMemo(
    () => (projectId === undefined ? undefined : createChatCounts(callResolver, projectId)),
    [projectId],
  );
  useEffect(() => {
    if (!counts) return undefined;
    void counts.refresh();
    return refreshers.add({ refresh: counts.refresh, hear: () => undefined });
  }, [counts, refreshers]);
  return counts;
}
