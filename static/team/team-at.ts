import type { Panel } from '../../src/contract/panel';
import type { Team } from '../../src/contract/team';
import { isOnlineRow, rosterAt } from '../availability/panel-at';

/** The page as it reads at `now` without asking the server: whoever's time ended since is offline (rule S8). */
export function teamAt(team: Team, now: number): Team {
  const current = rosterAt(team, now);
  const isOver = current.state === 'online' && current !== team && current.onlineCount === 0;
  return isOver ? { ...current, state: 'offline' } : current;
}

/** When the next online time ends, epoch ms, or null. */
export function nextEndIn({ agents }: Team, now: number): number | null {
  const ends = agents.flatMap(({ until }) => (until === null ? [] : [Date.parse(until)]));
  return ends
    .filter((end) => end > now)
    .reduce<number | null>((a, b) => (a === null ? b : Math.min(a, b)), null);
}

/**
 * Until when customers are promised somebody: epoch ms; `open`: until somebody goes offline; null: nobody is there.
 */
export function promisedUntil({ state, agents }: Team): number | 'open' | null {
  const online = agents.filter(isOnlineRow);
  if (state !== 'online' || online.length === 0) return null;
  const ends = online.map(({ until }) => (until === null ? Infinity : Date.parse(until)));
  const last = Math.max(...ends);
  return last === Infinity ? 'open' : last;
}

/** The page with who is online as setting somebody to offline, or undoing it, answered. */
export function withRoster(team: Team, { agents, onlineCount, project }: Panel): Team {
  return { ...team, agents, onlineCount, state: project?.state ?? team.state };
}
