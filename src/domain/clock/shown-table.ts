import type { ProjectSettings } from '../settings';
import type { Shown } from './shown';

/** What decides what customers see, beside the settings (rules C6, H3, H4). */
export interface Circumstances {
  /** Within the hours; with hours at any time always. */
  inHours: boolean;
  /** A closure runs. */
  closed: boolean;
  /** At least one agent is online. */
  online: boolean;
}

/** What customers see then: outside hours nothing, whoever is there; then a closure, then people. */
export function shownIn(
  { hideWhenOffline }: Pick<ProjectSettings, 'hideWhenOffline'>,
  { inHours, closed, online }: Circumstances,
): Shown {
  if (!inHours) return 'hidden';
  if (closed) return 'closed';
  if (online) return 'online';
  return hideWhenOffline ? 'hidden' : 'offline';
}

export interface ShownRow {
  when: 'open' | 'closed' | 'outside';
  /** While somebody is online, and while nobody is. */
  online: Shown;
  nobody: Shown;
}

/** The whole of it for these settings, as the page with them shows it. */
export function shownTable(
  settings: Pick<ProjectSettings, 'hideWhenOffline'> & { hours: Pick<ProjectSettings['hours'], 'mode'> },
): ShownRow[] {
  const row = (when: ShownRow['when']): ShownRow => {
    const rest = { inHours: when !== 'outside', closed: when === 'closed' };
    return {
      when,
      online: shownIn(settings, { ...rest, online: true }),
      nobody: shownIn(settings, { ...rest, online: false }),
    };
  };
  const rows = [row('open'), row('closed')];
  return settings.hours.mode === 'always' ? rows : [...rows, row('outside')];
}

/** In which row a moment is. */
export const rowOf = ({ inHours, closed }: Omit<Circumstances, 'online'>): ShownRow['when'] =>
  !inHours ? 'outside' : closed ? 'closed' : 'open';
