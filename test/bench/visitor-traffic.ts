import { visitorsCalls, type MinuteOfTraffic } from '../static/widget/traffic';
import { USUAL_VISIT } from '../static/widget/visit';
import { simulateDay } from '../static/widget/working-day';
import type { BenchLine } from './bench-line';

const PAGES = 10_000;
const CONVERSATIONS = 400;
const MINUTES = 125;
const FULL_MINUTES = 24 * 60;

/** Minutes in which the first pages are opened, faster than they are on any site. */
const WARM_UP = 12;

const SHARES = [0.25, 1];

/** Forge stops an installation there. */
const CEILING = 5_000;
const VISITORS_BOUND = 3_000;

const inWords = (count: number): string => count.toLocaleString('en-US');
const peak = (traffic: MinuteOfTraffic[], count: (minute: MinuteOfTraffic) => number): number =>
  Math.max(...traffic.slice(WARM_UP).map(count));

/**
 * F7: 10,000 open pages and 400 lively chats, minute by minute. The shares of pages in front of somebody that are
 * more than what is assumed are shown for a tenth of the pages, multiplied by ten, and have no bound.
 */
export async function visitorTraffic({ full }: { full: boolean }): Promise<BenchLine[]> {
  const minutes = full ? FULL_MINUTES : MINUTES;
  const day = await simulateDay({ pages: PAGES, conversations: CONVERSATIONS, minutes, visit: USUAL_VISIT });
  const visitors = peak(day, visitorsCalls);
  const chats = peak(day, ({ chat }) => chat);
  const all = peak(day, (minute) => visitorsCalls(minute) + minute.chat);
  const of = `${inWords(PAGES)} open pages, one in ${1 / USUAL_VISIT.visibleShare} in front of somebody`;
  const lines: BenchLine[] = [
    {
      id: 'F7',
      what: `${of}: busiest minute`,
      measured: inWords(visitors),
      bound: `≤ ${inWords(VISITORS_BOUND)}`,
      ok: visitors <= VISITORS_BOUND,
    },
    {
      id: 'F7',
      what: `${CONVERSATIONS} chats, a message a minute: busiest minute`,
      measured: inWords(chats),
      ok: true,
    },
    {
      id: 'F7',
      what: 'both: busiest minute',
      measured: inWords(all),
      bound: `< ${inWords(CEILING)}`,
      ok: all < CEILING,
    },
  ];
  for (const visibleShare of SHARES) {
    const visit = { ...USUAL_VISIT, visibleShare };
    const other = await simulateDay({ pages: PAGES / 10, conversations: 0, minutes: MINUTES, visit });
    lines.push({
      id: 'F7',
      what: `the pages with ${visibleShare * 100} % in front of somebody: busiest minute`,
      measured: inWords(peak(other, visitorsCalls) * 10),
      ok: true,
    });
  }
  return lines;
}
