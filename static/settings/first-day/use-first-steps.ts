import { useCallback, useEffect, useState } from 'react';
import type { FirstSteps } from '../../../src/contract/first-steps';
import type { ErrorCode } from '../../../src/domain/errors';
import { browserStore } from '../../app/browser/browser-store';
import { callResolver } from '../../app/call-resolver';
import { startLive } from '../../app/live';
import { createServerClock } from '../../app/server-clock';

export interface FirstStepsState {
  /** Null: not known (yet), or put away by this person in this browser. */
  steps: FirstSteps | null;
  /** What is drawn above the rest of the page is known: until then the rest waits, so that nothing moves under the pointer. */
  isSettled: boolean;
  /** They were not done when the page was opened: it may say that they are now. */
  wasOpen: boolean;
  /** The last look failed; what is shown may be old. */
  failure: ErrorCode | null;
  busy: boolean;
  check(): Promise<void>;
  hide(): void;
}

/** What is still missing, of a project or of the site, kept current until nothing is. */
export function useFirstSteps(projectId: string | undefined): FirstStepsState {
  const key = `frontdesk.first-steps.${projectId ?? 'site'}`;
  const [hidden, setHidden] = useState(() => browserStore('localStorage').read(key) !== null);
  const [steps, setSteps] = useState<FirstSteps | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const [clock] = useState(createServerClock);
  const isOpen = steps !== null && !steps.done && !hidden;
  const shownId = steps?.project?.id;

  const check = useCallback(async () => {
    setBusy(true);
    const answer = await callResolver('getFirstSteps', projectId === undefined ? {} : { projectId });
    setBusy(false);
    setFailure(answer.ok ? null : answer.error.code);
    if (!answer.ok) return;
    clock.set(answer.value.now);
    setSteps(answer.value);
    if (!answer.value.done) setWasOpen(true);
  }, [clock, projectId]);

  useEffect(() => {
    if (!hidden) void check();
  }, [hidden, check]);

  useEffect(() => {
    if (!isOpen) return undefined;
    const live = startLive({
      clock,
      concerns: (ids, { status }) => status && (shownId === undefined || ids.includes(shownId)),
      refresh: check,
    });
    return live.stop;
  }, [isOpen, clock, shownId, check]);

  return {
    steps: hidden ? null : steps,
    isSettled: hidden || steps !== null || failure !== null,
    wasOpen,
    failure,
    busy,
    check,
    hide: () => {
      // Where the browser keeps nothing, the list is back with the next page.
      browserStore('localStorage').write(key, 'hidden');
      setHidden(true);
    },
  };
}
