import { useCallback, useEffect, useRef, useState } from 'react';
import type { LeaveGuard } from '../../schedule/schedule-page';

export interface ScheduleViewState {
  editing: boolean;
  edit(): void;
  back(): void;
  /** Does it at once, or when the schedule that is being edited may be left. */
  leave(then: () => void): void;
  onGuard(guard: LeaveGuard | null): void;
}

/** My schedule comes in place of all else; afterwards the focus is where it was. */
export function useScheduleView(first: boolean): ScheduleViewState {
  const [editing, setEditing] = useState(first);
  const guard = useRef<LeaveGuard | null>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!editing && opener.current instanceof HTMLElement) opener.current.focus();
  }, [editing]);
  const onGuard = useCallback((next: LeaveGuard | null) => {
    guard.current = next;
  }, []);
  return {
    editing,
    edit: () => {
      opener.current = document.activeElement;
      setEditing(true);
    },
    back: () => setEditing(false),
    leave: (then) => (guard.current ? guard.current(then) : then()),
    onGuard,
  };
}
