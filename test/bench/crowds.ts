import { CROWD_LEFT_AT, simulateCrowd } from '../static/widget/traffic/crowd';
import { allCalls, type MinuteOfTraffic } from '../static/widget/traffic/traffic';
import type { BenchLine } from './bench-line';

/** Minutes in which all come, and are then watched. */
const COME = { 10_000: 20, 50_000: 60 };
const WATCHED = 75;

/** Minutes until those who came at once are as spread as any others. */
const SETTLES = 20;

const CHATS_REFUSED_BOUND = 0.01;

/** What is said of a page that cannot know is not wrong, but at this size few need to see it. */
const NEUTRAL_BOUND = 0.1;

type Count = (minute: MinuteOfTraffic) => number;

const inWords = (count: number): string => Math.round(count).toLocaleString('en-US');
const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
const sum = (traffic: MinuteOfTraffic[], count: Count): number =>
  traffic.reduce((total, minute) => total + count(minute), 0);

async function aCrowd(pages: 10_000 | 50_000, cached: boolean, scale: number): Promise<BenchLine[]> {
  const come = COME[pages];
  const minutes = come + WATCHED;
  const day = await simulateCrowd({ pages: pages / scale, scale, come, minutes, cached });
  const settled = day.slice(come + SETTLES);
  const refused = sum(settled, ({ chatRefused }) => chatRefused) / sum(settled, ({ chat }) => chat);
  const neutral = sum(settled, (minute) => minute.neutral) / sum(settled, ({ visible }) => visible);
  const wrong = settled.filter((minute) => minute.wrong > 0).length;
  const all = (sum(settled, allCalls) / settled.length) * scale;
  const polls = (sum(settled, ({ availability }) => availability) / settled.length) * scale;
  const crowd = `${inWords(pages)} pages all looked at${cached ? ', a cache in front' : ''}`;
  const refusedBound = pages > 10_000 && !cached ? CHATS_REFUSED_BOUND : 0;
  return [
    {
      id: 'F7',
      what: `${crowd}: calls a minute, polls of them; refused of the chats’ calls`,
      measured: `${inWords(all)}, ${inWords(polls)}; ${percent(refused)}`,
      bound: `≤ ${percent(refusedBound)}`,
      ok: refused <= refusedBound,
    },
    {
      id: 'F7',
      what: `${crowd}: pages that say neither; minutes in which one says that somebody who left is there`,
      measured: `${percent(neutral)}; ${String(wrong)}`,
      ...(pages === 10_000 && { bound: `≤ ${percent(NEUTRAL_BOUND)}` }),
      ok: (pages > 10_000 || neutral <= NEUTRAL_BOUND) && wrong < -CROWD_LEFT_AT,
    },
  ];
}

/** F7, raised: no share of pages that are looked at is assumed. In parts, unless `full`. */
export async function crowds({ full }: { full: boolean }): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const cached of [false, true]) {
    lines.push(...(await aCrowd(10_000, cached, full ? 1 : 2)));
    lines.push(...(await aCrowd(50_000, cached, full ? 1 : 5)));
  }
  return lines;
}
