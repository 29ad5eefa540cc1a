import { useCallback, useEffect, useRef, useState } from 'react';
import type { Panel } from '../../src/contract/panel';
import type { Team } from '../../src/contract/team';
import type { ErrorCode } from '../../src/domain/errors';
import { callResolver } from '../app/call-resolver';
import { startLive } from '../app/live';
import { createServerClock, type ServerClock } from '../app/server-clock';
import { withRoster } from './team-at';

/** Counting costs the desk some reads of storage: on a busy day, every half minute. Milliseconds. */
const COUNTED_EVERY_MS = 30_000;

/** What Jira says no to will not pass by asking again. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['not-allowed', 'not-found', 'invalid-request']);

interface TeamState {
  team: Team | null;
  /** Why there is no team to show; once it is shown, only that it may not be any more. */
  failure: ErrorCode | null;
  /** Since when what is shown has not been refreshed, epoch ms; null: it is current. */
  staleSince: number | null;
  /** Grows whenever somebody's status or the settings may have changed. */
  turn: number;
}

export interface TeamPageState extends TeamState {
  clock: ServerClock;
  refresh(): Promise<void>;
  onPanel(panel: Panel): void;
}

/** The team of a project, kept current. */
export function useTeam(projectId: string): TeamPageState {
  const [clock] = useState(createServerClock);
  const [state, setState] = useState<TeamState>({ team: null, failure: null, staleSince: null, turn: 0 });
  const freshAt = useRef(0);

  const refresh = useCallback(async (): Promise<void> => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const answer = await callResolver('getTeam', { projectId, zone });
    if (answer.ok) {
      clock.set(answer.value.now);
      freshAt.current = clock.now();
      setState(({ turn }) => ({ team: answer.value, failure: null, staleSince: null, turn: turn + 1 }));
      return;
    }
    const { code } = answer.error;
    setState((before) =>
      before.team === null || REFUSALS.has(code)
        ? { ...before, team: null, failure: code }
        : { ...before, staleSince: freshAt.current },
    );
  }, [clock, projectId]);

  useEffect(() => {
    const live = startLive({
      clock,
      concerns: (projectIds, { status, conversations }) =>
        (status || conversations) && projectIds.includes(projectId),
      refresh,
      spacing: COUNTED_EVERY_MS,
    });
    void refresh();
    return live.stop;
  }, [clock, projectId, refresh]);

  return {
    ...state,
    clock,
    refresh,
    onPanel: (panel) => {
      setState((before) => (before.team ? { ...before, team: withRoster(before.team, panel) } : before));
      void refresh();
    },
  };
}
