import type { Panel, PutOfflineNotice } from '../../../src/contract/panel';
import { askedId, endingSoon, noticeId, type Ending } from './due-flags';
import { lateFlag, type LateFlag } from './late-flag';
import type { EndingFlagNeeds } from './ending-flag';
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
  /** "Are you here?", which every window asks until it is answered in one of them. */
  let asking: { id: string; flag: ShownFlag } | null = null;
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

  /** Closed by its ✕ it stays closed on this page, and the question stays. */
  function tellAsked(panel: Panel): void {
    const { asked } = panel.me;
    const id = asked && askedId(asked);
    if (asking?.id === id) return;
    void asking?.flag.close().catch(() => undefined);
    asking = null;
    if (!asked || id === undefined) return;
    const flag = lateFlag(async (isOver) => {
      const { showAskedFlag } = await import('./asked-flag');
      return isOver() ? null : showAskedFlag(needs, asked, panel);
    });
    asking = { id, flag };
    void flag.shown.then((isShown) => {
      // Another look tries again.
      if (!isShown && asking?.flag === flag) asking = null;
    });
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
      if (endings.has(id) || (await seen.isClaimed(id, clock.now())) || endings.has(id)) continue;
      const raised = raise(ending, panel);
      endings.set(id, raised);
      void raised.shown.then((isShown) => {
        if (isShown) noteWhenSeen(id, () => endings.get(id) === raised);
        else if (endings.get(id) === raised) endings.delete(id);
      });
    }
  }

  /** Its flag, as soon as it is known what waits. */
  const raise = (ending: Ending, panel: Panel): LateFlag =>
    lateFlag(async (isOver) => {
      const { endingWaits, showEndingFlag } = await import('./ending-flag');
      const waits = await endingWaits(needs, ending, newest ?? panel);
      return isOver() ? null : showEndingFlag(needs, ending, () => newest ?? panel, waits);
    });

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
      tellAsked(panel);
      if (!shows()) return;
      await tellEndings(panel);
      await tellNotices(panel, notices);
    },
  };
}
