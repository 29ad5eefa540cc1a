import { allCalls, CEILING, visitorsCalls, type MinuteOfTraffic } from '../static/widget/traffic/traffic';
import { USUAL_VISIT } from '../static/widget/launcher/visit';
import { OUTAGE, simulateDay } from '../static/widget/traffic/working-day';
import type { BenchLine } from './bench-line';

const PAGES = 10_000;
const CONVERSATIONS = 400;
const MINUTES = 125;
const FULL_MINUTES = 24 * 60;

/** Minutes in which the first pages are opened, faster than they are on any site. */
const WARM_UP = 12;

const VISITORS_BOUND = 3_000;
const STORM_BOUND = 0.25;

type Count = (minute: MinuteOfTraffic) => number;

const inWords = (count: number): string => Math.round(count).toLocaleString('en-US');
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const peak = (traffic: MinuteOfTraffic[], count: Count): number =>
  Math.max(...traffic.slice(WARM_UP).map(count));
const mean = (traffic: MinuteOfTraffic[], count: Count): number =>
  traffic.reduce((sum, minute) => sum + count(minute), 0) / traffic.length;

/**
 * F7: 10,000 open pages, 400 lively chats and the 40 agents who answer them, minute by minute.
 */
export async function visitorTraffic({ full }: { full: boolean }): Promise<BenchLine[]> {
  const minutes = full ? FULL_MINUTES : MINUTES;
  const day = await simulateDay({ pages: PAGES, conversations: CONVERSATIONS, minutes, visit: USUAL_VISIT });
  const looked = `${percent(mean(day.slice(WARM_UP), ({ visible, pages }) => visible / pages))} looked at`;
  const visitors = peak(day, visitorsCalls);
  const all = peak(day, allCalls);
  const refused = day.slice(WARM_UP).reduce((sum, minute) => sum + minute.refused, 0);
  const lines: BenchLine[] = [
    {
      id: 'F7',
      what: `${inWords(PAGES)} open pages, ${looked} (${percent(peak(day, ({ visible }) => visible / PAGES))} at most): busiest minute`,
      measured: inWords(visitors),
      bound: `≤ ${inWords(VISITORS_BOUND)}`,
      ok: visitors <= VISITORS_BOUND,
    },
    {
      id: 'F7',
      what: `with ${CONVERSATIONS} lively chats and their agents: busiest minute, refused by Forge`,
      measured: `${inWords(all)}, ${inWords(refused)}`,
      bound: `< ${inWords(CEILING)}, 0`,
      ok: all < CEILING && refused === 0,
    },
    {
      id: 'F7',
      what: 'of which chats, agents: a minute on average',
      measured: `${inWords(mean(day, ({ chat }) => chat))}, ${inWords(mean(day, ({ agents }) => agents))}`,
      ok: true,
    },
    ...(await storm()),
  ];
  return lines;
}

/** Ten minutes in which Forge refuses everything, against the ten before; the first minute finds out. */
async function storm(): Promise<BenchLine[]> {
  const day = await simulateDay({
    pages: PAGES,
    conversations: 0,
    minutes: MINUTES,
    visit: USUAL_VISIT,
    outage: 'refused',
  });
  const ratio = (count: Count): number =>
    mean(day.slice(OUTAGE.from + 1, OUTAGE.to), count) /
    mean(day.slice(OUTAGE.from - 10, OUTAGE.from), count);
  const own = ratio(({ availability, config }) => availability + config);
  return [
    {
      id: 'F7',
      what: 'in a storm of 429s: polls and loads by the widget, against before',
      measured: percent(own),
      bound: `≤ ${percent(STORM_BOUND)}`,
      ok: own <= STORM_BOUND,
    },
    {
      id: 'F7',
      what: 'and with the script tags of pages that have no script yet',
      measured: percent(ratio(visitorsCalls)),
      ok: true,
    },
  ];
}
