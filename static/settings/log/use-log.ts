import { useEffect, useRef, useState } from 'react';
import type { LogRow } from '../../../src/contract/settings';
import type { ErrorCode } from '../../../src/domain/errors';
import { useAnswer } from '../../app/use-answer';

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
  const { answer, busy, failure, ask } = useAnswer('getProjectLog');
  const cursor = answer?.cursor ?? null;

  async function load(): Promise<void> {
    const page = await ask({ projectId, ...(cursor !== null && { cursor }) });
    if (page) setRows((before) => [...before, ...page.rows]);
  }

  const first = useRef(load);
  useEffect(() => void first.current(), []);

  return {
    rows,
    more: cursor !== null,
    loading: busy || (answer === null && failure === null),
    failure,
    load: () => void load(),
  };
}
