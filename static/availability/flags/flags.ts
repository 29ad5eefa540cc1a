import type { Panel, PutOfflineNotice } from '../../../src/contract/panel';
import { endingSoon, noticeId } from './due-flags';
import { showEndingFlag, type EndingFlagNeeds } from './ending-flag';
import type { ShownFlag } from '../../app/flag';
import { showPutOfflineFlag } from './put-offline-flag';
import type { ShownOnce } from '../../app/claims/shown-once';

interface FlagsNeeds extends EndingFlagNeeds {
  shownOnce: ShownOnce;
  openDialog(projectId: string): void;
}

export interface Flags {
  /** Raises what is due and takes back what no longer holds. `notices` may know more than the panel does. */
  tell(panel: Panel, notices: PutOfflineNotice[]): Promise<void>;
}

export function createFlags(needs: FlagsNeeds): Flags {
  const { clock, shownOnce } = needs;
  const endings = new Map<string, ShownFlag>();
  /** By project. */
  const putOffline = new Map<string, ShownFlag>();

  async function tellEndings(panel: Panel): Promise<void> {
    const due = endingSoon(panel.projects, clock.now());
    for (const [id, flag] of endings) {
      // Extended or ended meanwhile, perhaps in another window.
      if (due.some((ending) => ending.id === id)) continue;
      endings.delete(id);
      void flag.close().catch(() => undefined);
    }
    for (const ending of due) {
      if (endings.has(ending.id) || !(await shownOnce.claim(ending.id, clock.now()))) continue;
      endings.set(ending.id, showEndingFlag(needs, ending, panel));
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
      if (isBackIn(notice.projectId) || !(await shownOnce.claim(noticeId(notice), clock.now()))) continue;
      putOffline.set(notice.projectId, showPutOfflineFlag(needs, notice));
    }
  }

  return {
    tell: async (panel, notices) => {
      // Only a window that somebody looks at may use up the one showing there is.
      if (document.visibilityState === 'hidden') return;
      await tellEndings(panel);
      await tellNotices(panel, notices);
    },
  };
}
