import type { Summary } from '../../../src/domain/availability';
import { START } from './fake-browser';
import type { TalkModel } from './one-talk';
import { simulateTraffic, type MinuteOfTraffic } from './traffic';
import type { VisitModel } from './visit';

/** Minutes from the start of the simulation. */
export const OPENING = 15;
export const OUTAGE = { from: 45, to: 55 };

/** A lively chat: a message a minute, whoever says it; the visitor looks elsewhere a third of the time. */
export const LIVELY_TALK: TalkModel = {
  visibleShare: 0.7,
  lookMinutes: 3,
  pauseMinutes: 1,
  typingMinutes: 0.25,
};

export interface DayOptions {
  /** Pages that are open at the busiest time. */
  pages: number;
  visit: VisitModel;
  conversations: number;
  /** Minutes; the desk closes at a time that is known before, two hours before the end of long ones. */
  minutes: number;
}

/**
 * A third of the pages is open before the desk does. It opens at 09:00, when the rest comes within twenty minutes; half
 * an hour later nothing answers for ten minutes.
 */
export function simulateDay({
  pages,
  visit,
  conversations,
  minutes,
}: DayOptions): Promise<MinuteOfTraffic[]> {
  const closing = START / 1_000 + Math.max(OUTAGE.to + 15, minutes - 120) * 60;
  const closed: Summary = {
    online: false,
    edges: [],
    horizon: Number.MAX_SAFE_INTEGER,
    anonymous: 'when-online',
    hideWhenOffline: false,
  };
  const opened: Summary = { ...closed, online: true, edges: [closing] };
  return simulateTraffic({
    minutes,
    visit,
    talk: { conversations, model: LIVELY_TALK },
    pages(minute) {
      // The first third comes over ten minutes, so that it is as spread as any other morning's.
      const before = Math.min(1, (minute + 1) / 10) / 3;
      const after = Math.min(1, Math.max(0, minute + 1 - OPENING) / 20) * (2 / 3);
      return Math.round(pages * (before + after));
    },
    failure: (minute) => (minute >= OUTAGE.from && minute < OUTAGE.to ? 'network' : 'none'),
    summary: (minute) => (minute < OPENING ? closed : opened),
  });
}
