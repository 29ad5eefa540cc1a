import { useCallback, useEffect, useRef, useState } from 'react';
import type { LogRow } from '../../../src/contract/settings';
import type { ErrorCode } from '../../../src/domain/errors';
import { callResolver } from '../../app/call-resolver';

export interface Log {
  rows: LogRow[];
  /** Something older can be fetched. */
  more: boolean;
  loading: boolean;
  failure: ErrorCode | null;
  /** Fetches the next page, or the first one. */
  load(): void;
}

/** The log of a project, from the newest page on; fetched when first drawn. */
export function useLog(projectId: string): Log {
  const [rows, setRows] = useState<LogRow[]>([]);
  const [cursor, setCursor] = useState<string | null | undefined>(undefined);
  const [loading, setLoading] = useState(true);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const inFlight = useRef(false);

  const fetchPage = useCallback(
    async (from: string | undefined): Promise<void> => {
      if (inFlight.current) return;
      inFlight.current = true;
      setLoading(true);
      setFailure(null);
      const answer = await callResolver('getProjectLog', {
        projectId,
        ...(from !== undefined && { cursor: from }),
      });
      inFlight.current = false;
      setLoading(false);
      if (!answer.ok) return setFailure(answer.error.code);
      setRows((before) => (from === undefined ? answer.value.rows : [...before, ...answer.value.rows]));
      setCursor(answer.value.cursor);
    },
    [projectId],
  );

  useEffect(() => void fetchPage(undefined), [fetchPage]);

  return {
    rows,
    more: cursor !== null && cursor !== undefined,
    loading,
    failure,
    load: () => void fetchPage(cursor ?? undefined),
  };
}
