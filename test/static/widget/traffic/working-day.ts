import { aSummary } from '../../../support/a-summary';
import { START } from '../fake-browser';
import type { TalkModel } from '../conversation/one-talk';
import { simulateTraffic, type MinuteOfTraffic } from './traffic';
import type { VisitModel } from '../launcher/visit';

/** Minutes from the start of the simulation. */
const MORNING = { from: 15, to: 75 };
export const OPENING = 45;
export const OUTAGE = { from: 85, to: 95 };

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
  /** Who answer them. */
  agents?: number;
  limit?: number;
  /** What becomes of all calls in the outage. */
  outage?: 'network' | 'refused';
  /** The desk closes a quarter of an hour before the end, as is known before. */
  minutes: number;
}

/**
 * A third of the pages is open early. The rest comes between 08:30 and 09:30, the desk opens at 09:00, and from 09:40
 * nothing answers for ten minutes.
 */
export function simulateDay({
  pages,
  visit,
  conversations,
  agents = Math.ceil(conversations / 10),
  outage = 'network',
  minutes,
  limit,
}: DayOptions): Promise<MinuteOfTraffic[]> {
  const closing = START / 1_000 + (minutes - 15) * 60;
  const closed = aSummary();
  const opened = aSummary({ shown: 'online', edges: [{ at: closing, shown: 'offline' }] });
  return simulateTraffic({
    minutes,
    visit,
    talk: { conversations, agents, model: LIVELY_TALK },
    ...(limit !== undefined && { limit }),
    pages(minute) {
      // The first third comes over ten minutes, so that it is as spread as any other morning's.
      const before = Math.min(1, (minute + 1) / 10) / 3;
      const { from, to } = MORNING;
      const come = Math.min(1, Math.max(0, minute + 1 - from) / (to - from));
      return Math.round(pages * (before + come * (2 / 3)));
    },
    failure: (minute) => (minute >= OUTAGE.from && minute < OUTAGE.to ? outage : 'none'),
    summary: (minute) => (minute < OPENING ? closed : opened),
  });
}
