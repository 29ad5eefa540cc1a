import type { AskedOfMe, MyProject, Panel, PutOfflineNotice } from '../../../src/contract/panel';
import { ENDING_SOON_MS } from '../../../src/domain/limits';

/** An online time that ends within minutes; several projects with the same end make one flag. */
export interface Ending {
  /** The same in every window of this browser. */
  id: string;
  /** Epoch ms. */
  until: number;
  projects: Pick<MyProject, 'id' | 'name'>[];
}

export function endingSoon(projects: MyProject[], now: number): Ending[] {
  const byEnd = new Map<number, Ending>();
  for (const { id, name, online, until } of projects) {
    const end = online && until !== null ? Date.parse(until) : NaN;
    if (!(end > now && end - now <= ENDING_SOON_MS)) continue;
    const ending = byEnd.get(end) ?? {
      id: `ending ${new Date(end).toISOString()}`,
      until: end,
      projects: [],
    };
    ending.projects.push({ id, name });
    byEnd.set(end, ending);
  }
  return [...byEnd.values()].sort((a, b) => a.until - b.until);
}

/** When the next online time comes within minutes of its end, or null. */
export function nextEndingSoon(projects: MyProject[], now: number): number | null {
  const moments = projects
    .filter(({ online }) => online)
    .map(({ until }) => (until === null ? NaN : Date.parse(until) - ENDING_SOON_MS))
    .filter((moment) => moment > now);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** The same in every window: one question, whatever was answered to the one before. */
export const askedId = ({ why, since }: AskedOfMe): string => `asked ${why} ${since}`;

/** The same in every window of this browser. */
export const noticeId = ({ projectId, at }: PutOfflineNotice): string => `put-offline ${projectId} ${at}`;

/**
 * A project's panel tells only what happened to me there. Did something happen elsewhere? True at first, and when I
 * am offline in another project although my time there was not over.
 */
export function needsOtherNotices(current: Panel, previous: Panel | null, now: number): boolean {
  const { project } = current;
  if (!project) return false;
  const elsewhere = current.projects.filter((mine) => mine.isAgent && mine.id !== project.id);
  if (!previous) return elsewhere.length > 0;
  return elsewhere.some((mine) => {
    const before = previous.projects.find(({ id }) => id === mine.id);
    if (mine.online || !before?.online) return false;
    return before.until === null || Date.parse(before.until) > now;
  });
}
