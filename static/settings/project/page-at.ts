import type { Closures } from '../../../src/contract/clock';
import type { Panel } from '../../../src/contract/panel';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { rosterAt } from '../../availability/panel-at';

/** The page as it reads at `now` without asking the server: whoever's time ended since is offline (rule S8). */
export function pageAt(page: ProjectSettingsPage, now: number): ProjectSettingsPage {
  const roster = rosterAt(page, now);
  const { onlineCount } = roster;
  const closures = page.closures.filter(({ until }) => Date.parse(until) > now);
  const current = { ...roster, closures };
  const { told } = page;
  const isOver = told ? told.until !== null && Date.parse(told.until) <= now : onlineCount === 0;
  if (!isOver || page.state === 'disabled') return current;
  const { told: _, ...rest } = current;
  // What comes then is asked for; until it is known, nobody is there.
  const state = page.settings.hideWhenOffline ? 'hidden' : 'offline';
  return { ...rest, state: page.state === 'online' ? state : page.state };
}

/** When something on the page changes by itself, or null. */
export function nextChangeOf(page: ProjectSettingsPage, now: number): number | null {
  const times = [
    ...page.agents.map(({ until }) => until),
    ...page.closures.flatMap(({ from, until }) => [from, until]),
    page.told?.until ?? null,
    page.changesAt ?? null,
  ].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  return times
    .filter((at) => at > now)
    .reduce<number | null>((a, b) => (a === null ? b : Math.min(a, b)), null);
}

/** Is there more to know at `now` than the page can tell by itself? */
export const isOverdue = ({ changesAt }: ProjectSettingsPage, now: number): boolean =>
  changesAt !== undefined && Date.parse(changesAt) <= now;

/** The page with who is online as putting somebody offline, or undoing it, answered. */
export function withRoster(page: ProjectSettingsPage, panel: Panel): ProjectSettingsPage {
  const { now, onlineCount, project } = panel;
  // Who is expected is not online.
  const agents = panel.agents.filter(({ why }) => why !== 'expected');
  const { told: _, ...rest } = page;
  return {
    ...rest,
    ...(project ? project.told && { told: project.told } : page.told && { told: page.told }),
    now,
    agents,
    onlineCount,
    state: project?.state ?? page.state,
  };
}

/** The page with its closures as a change of them answered. */
export const withClosures = (
  page: ProjectSettingsPage,
  { now, closures }: Closures,
): ProjectSettingsPage => ({
  ...page,
  now,
  closures,
});
