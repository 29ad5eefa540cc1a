import type { Panel, PutOfflineNotice } from '../../../src/contract/panel';
import { endingSoon, noticeId } from './due-flags';
import { showEndingFlag, type EndingFlagNeeds } from './ending-flag';
import type { ShownFlag } from '../../app/flag';
import { showPutOfflineFlag } from './put-offline-flag';
import type { ShownOnce } from '../../app/claims/shown-once';

/** A flag that was on a page that somebody looked at for so long has been seen. */
const SEEN_MS = 10_000;

interface FlagsNeeds extends EndingFlagNeeds {
  /** What was seen, in any window. */
  seen: ShownOnce;
  /** Is it this window that shows flags? */
  shows(): boolean;
  openDialog(projectId: string): void;
}

export interface Flags {
  /** Raises what is due and takes back what no longer holds. `notices` may know more than the panel does. */
  tell(panel: Panel, notices: PutOfflineNotice[]): Promise<void>;
}

export function createFlags(needs: FlagsNeeds): Flags {
  const { clock, seen, shows } = needs;
  const endings = new Map<string, ShownFlag>();
  /** By project. */
  const putOffline = new Map<string, ShownFlag>();
  /** Notices that this page has shown. */
  const told = new Set<string>();
  let newest: Panel | null = null;

  /** Until it was seen, every page that is opened shows it again. */
  function noteWhenSeen(id: string, isShown: () => boolean): void {
    setTimeout(() => {
      if (!isShown()) return;
      if (document.visibilityState === 'hidden') noteWhenSeen(id, isShown);
      else void seen.claim(id, clock.now());
    }, SEEN_MS);
  }

  async function tellEndings(panel: Panel): Promise<void> {
    const due = endingSoon(panel.projects, clock.now());
    for (const [id, flag] of endings) {
      // Extended or ended meanwhile, perhaps in another window.
      if (due.some((ending) => ending.id === id)) continue;
      endings.delete(id);
      void flag.close().catch(() => undefined);
    }
    for (const ending of due) {
      const { id } = ending;
      if (endings.has(id) || (await seen.isClaimed(id, clock.now()))) continue;
      const flag = showEndingFlag(needs, ending, () => newest ?? panel);
      endings.set(id, flag);
      noteWhenSeen(id, () => endings.get(id) === flag);
    }
  }

  async function tellNotices(panel: Panel, notices: PutOfflineNotice[]): Promise<void> {
    const isBackIn = (projectId: string): boolean =>
      panel.projects.some(({ id, online }) => online && id === projectId);
    for (const [projectId, flag] of putOffline) {
      if (!isBackIn(projectId)) continue;
      putOffline.delete(projectId);
      void flag.close().catch(() => undefined);
    }
    for (const notice of notices) {
      const { projectId } = notice;
      const id = noticeId(notice);
      if (isBackIn(projectId) || told.has(id) || (await seen.isClaimed(id, clock.now()))) continue;
      told.add(id);
      const flag = showPutOfflineFlag(needs, notice);
      putOffline.set(projectId, flag);
      noteWhenSeen(id, () => putOffline.get(projectId) === flag);
    }
  }

  return {
    tell: async (panel, notices) => {
      newest = panel;
      if (!shows()) return;
      await tellEndings(panel);
      await tellNotices(panel, notices);
    },
  };
}
