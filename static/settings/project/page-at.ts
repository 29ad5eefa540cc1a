import type { Panel } from '../../../src/contract/panel';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { rosterAt } from '../../availability/panel-at';

/** The page as it reads at `now` without asking the server: whoever's time ended since is offline (rule S8). */
export function pageAt(page: ProjectSettingsPage, now: number): ProjectSettingsPage {
  const current = rosterAt(page, now);
  const ended = current.state === 'online' && current.onlineCount === 0;
  return ended ? { ...current, state: page.settings.hideWhenOffline ? 'hidden' : 'offline' } : current;
}

/** When the next online time ends, or null. */
export function nextEndOf(page: ProjectSettingsPage, now: number): number | null {
  const ends = page.agents.flatMap(({ until }) => (until === null ? [] : [Date.parse(until)]));
  return ends
    .filter((end) => end > now)
    .reduce<number | null>((a, b) => (a === null ? b : Math.min(a, b)), null);
}

/** The page with who is online as putting somebody offline, or undoing it, answered. */
export function withRoster(page: ProjectSettingsPage, panel: Panel): ProjectSettingsPage {
  const { now, agents, onlineCount, project } = panel;
  return { ...page, now, agents, onlineCount, state: project?.state ?? page.state };
}
