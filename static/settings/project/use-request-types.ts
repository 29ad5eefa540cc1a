import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestTypeChoice } from '../../../src/contract/settings';
import type { ErrorCode } from '../../../src/domain/errors';
import { callResolver } from '../../app/call-resolver';

export interface RequestTypes {
  /** Null until they are known; what was known stays while it is looked again. */
  types: readonly RequestTypeChoice[] | null;
  loading: boolean;
  failure: ErrorCode | null;
  /** Looks again: fields may have been changed in Jira meanwhile. */
  load(): void;
}

/** The request types of a project, and which of them a chat can fill. */
export function useRequestTypes(projectId: string): RequestTypes {
  const [types, setTypes] = useState<readonly RequestTypeChoice[] | null>(null);
  const [loading, setLoading] = useState(true);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const inFlight = useRef(false);

  const fetchTypes = useCallback(async (): Promise<void> => {
    if (inFlight.current) return;
    inFlight.current = true;
    setLoading(true);
    setFailure(null);
    const answer = await callResolver('getRequestTypes', { projectId });
    inFlight.current = false;
    setLoading(false);
    if (answer.ok) setTypes(answer.value.requestTypes);
    else setFailure(answer.error.code);
  }, [projectId]);

  useEffect(() => void fetchTypes(), [fetchTypes]);

  return { types, loading, failure, load: () => void fetchTypes() };
}
