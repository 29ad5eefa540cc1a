import { aSummary } from '../../../support/a-summary';
import type { VisitModel } from '../launcher/visit';
import { CEILING, simulateTraffic, type MinuteOfTraffic } from './traffic';
import { LIVELY_TALK } from './working-day';

/** Everybody looks at the page all the time, for an hour, and goes on to the next one every two minutes. */
const LOOKED_AT: VisitModel = { visibleShare: 0.999, lookMinutes: 600, visitMinutes: 60, pageMinutes: 2 };

const CONVERSATIONS = 400;
const AGENTS = 40;

/** The minute, from the end, in which the last agent leaves, as nobody could know before. */
export const CROWD_LEFT_AT = -25;

export interface CrowdOptions {
  pages: number;
  /** One of so many parts of an installation is simulated: of its chats, agents and limit. `pages` are those of that part. */
  scale: number;
  /** Minutes within which all pages come. */
  come: number;
  minutes: number;
  cached?: boolean;
}

/** Pages that are all looked at, beside 400 lively chats and the 40 agents who answer them. */
export function simulateCrowd({
  pages,
  scale,
  come,
  minutes,
  cached,
}: CrowdOptions): Promise<MinuteOfTraffic[]> {
  return simulateTraffic({
    minutes,
    visit: LOOKED_AT,
    talk: { conversations: CONVERSATIONS / scale, agents: AGENTS / scale, model: LIVELY_TALK },
    limit: CEILING / scale,
    ...(cached && { cached }),
    pages: (minute) => Math.round(pages * Math.min(1, (minute + 1) / come)),
    summary: (minute) => aSummary({ shown: minute < minutes + CROWD_LEFT_AT ? 'online' : 'offline' }),
  });
}
