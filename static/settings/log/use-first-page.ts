import { useEffect, useState } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import type { ErrorCode } from '../../../src/domain/errors';
import { callResolver } from '../../app/call-resolver';

export type Loaded = 'loading' | { failed: ErrorCode } | { page: ProjectSettingsPage };

/** The first fetch of the page, and the next one when it failed. */
export function useFirstPage(projectId: string): { loaded: Loaded; retry(): void } {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    void callResolver('getProjectSettings', { projectId }).then((answer) => {
      if (!left) setLoaded(answer.ok ? { page: answer.value } : { failed: answer.error.code });
    });
    return () => {
      left = true;
    };
  }, [projectId, attempt]);
  const retry = (): void => {
    setLoaded('loading');
    setAttempt((count) => count + 1);
  };
  return { loaded, retry };
}
