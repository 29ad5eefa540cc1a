import { useEffect, useState } from 'react';
import type { MySchedule } from '../../src/contract/clock';
import type { Schedule } from '../../src/domain/clock/schedule';
import { callResolver } from '../app/call-resolver';

/** What is typed in one go is asked about once. */
const PAUSE_MS = 500;

export interface Preview {
  transitions: MySchedule['transitions'];
  /** `old`: of something else than what is typed now. */
  state: 'current' | 'old' | 'failed';
  retry(): void;
}

/** What a schedule would really do next. `draft` null: what is stored; undefined: something in it is wrong, so nobody can tell. */
export function usePreview(stored: MySchedule, draft: Schedule | null | undefined): Preview {
  const [known, setKnown] = useState<{ key: string; transitions: MySchedule['transitions'] } | null>(null);
  const [failedKey, setFailedKey] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = draft ? JSON.stringify([stored.rev, draft]) : null;
  useEffect(() => {
    if (key === null) return undefined;
    let over = false;
    const timer = setTimeout(() => {
      void (async () => {
        const [, asked] = JSON.parse(key) as [rev: number, Schedule];
        const answer = await callResolver('getMySchedule', { draft: asked });
        if (over) return;
        setFailedKey(answer.ok ? null : key);
        if (answer.ok) setKnown({ key, transitions: answer.value.transitions });
      })();
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [key, attempt]);

  const isStored = draft === null;
  const transitions = isStored ? stored.transitions : (known?.transitions ?? stored.transitions);
  const retry = (): void => {
    setFailedKey(null);
    setAttempt(attempt + 1);
  };
  if (isStored || known?.key === key) return { transitions, state: 'current', retry };
  return { transitions, state: key !== null && failedKey === key ? 'failed' : 'old', retry };
}
