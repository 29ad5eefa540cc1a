import { useEffect, useState } from 'react';
import type { ChatCount } from '../../../src/contract/inbox';
import { callResolver } from '../../app/call-resolver';
import type { Refreshers } from '../../chats/refreshers';

/** How many customers wait in this project, kept current; undefined: it is not known, or not mine to know. */
export function useWaitingCount(
  projectId: string | undefined,
  refreshers: Refreshers,
): ChatCount | undefined {
  const [known, setKnown] = useState<{ projectId: string; count: ChatCount } | null>(null);
  useEffect(() => {
    if (projectId === undefined) return undefined;
    let isOver = false;
    async function refresh(): Promise<void> {
      if (projectId === undefined) return;
      const answer = await callResolver('countChats', { projectId });
      if (answer.ok && !isOver) setKnown({ projectId, count: answer.value.counts.unanswered });
    }
    void refresh();
    const leave = refreshers.add({ refresh, hear: () => undefined });
    return () => {
      isOver = true;
      leave();
    };
  }, [projectId, refreshers]);
  return known && known.projectId === projectId ? known.count : undefined;
}
