import { useEffect, useRef, useState } from 'react';

export interface Whose {
  /** Null: not known yet. */
  assigneeId: string | null | undefined;
  viewerId: string;
  /** Whose they made it themself; absent: they did not. */
  madeIts: string | null | undefined;
}

/** Who made a chat theirs that was mine, while I have it open; null: nobody did. */
export function useTakenBy({ assigneeId, viewerId, madeIts }: Whose): string | null {
  const [takenBy, setTakenBy] = useState<string | null>(null);
  const before = useRef(assigneeId);
  useEffect(() => {
    const wasMine = before.current === viewerId;
    if (before.current === assigneeId) return;
    before.current = assigneeId;
    setTakenBy(wasMine && assigneeId != null && assigneeId !== madeIts ? assigneeId : null);
    // What I did counts at the moment of the change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [assigneeId]);
  return takenBy;
}
