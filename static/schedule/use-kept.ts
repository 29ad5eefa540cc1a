import { useEffect, useRef, useState } from 'react';
import type { MySchedule } from '../../src/contract/clock';
import type { Schedule } from '../../src/domain/clock/schedule';
import type { DraftState } from '../settings/form/create-draft';
import type { KeptSchedule, ScheduleKeeper } from './kept-schedule';

/** Keeps what is typed until it is saved or discarded. Is it from before this page was opened? */
export function useKept(
  keeper: ScheduleKeeper,
  kept: KeptSchedule | null,
  { saved, draft, clashes }: DraftState<Schedule, MySchedule>,
  isUnsaved: boolean,
): boolean {
  const base = useRef(kept?.base ?? null);
  const [isFromBefore, setFromBefore] = useState(kept !== null);
  if (isFromBefore && !isUnsaved) setFromBefore(false);
  useEffect(() => {
    // Until it is chosen between two versions, it is typed on top of the older one.
    if (base.current === null || clashes.length === 0)
      base.current = { schedule: saved.schedule, rev: saved.rev };
    keeper.write(isUnsaved ? { base: base.current, draft } : null);
  }, [keeper, saved, draft, clashes, isUnsaved]);
  return isFromBefore;
}
