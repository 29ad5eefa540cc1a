import { systemClock } from '../../local/clock';
import { createSite, type Site } from '../../local/site';
import type { Desk } from '../../src/domain/desk';
import { SUMMARY_BYTES } from '../../src/domain/limits';
import { aDesk, online } from '../support/desk-builders';
import { onShifts, storeDesks } from '../support/scheduled-desks';
import type { BenchLine } from './bench-line';
import { median, sideBySide, type Subject } from './side-by-side';

const BOUND = 1.1;
const MINUTE = 60_000;

/** A site on which somebody polls, and how to poll it. */
interface PolledSite {
  site: Site;
  poll: Subject;
}

type Roster = (agents: number, now: number) => Desk['roster'];

/** Online by hand, the first of whom is due to end last. */
const byHand: Roster = (agents, now) =>
  Object.fromEntries(
    namesOf(agents).map((name, agent) => {
      const until = Math.floor(now / 1_000) * 1_000 + (60 + agent) * MINUTE;
      return [name, online({ session: `session-${agent}`, since: now, until })];
    }),
  );

/** With a schedule each. */
const onShiftsOf: Roster = (agents, now) => onShifts(namesOf(agents), now);

const namesOf = (agents: number): string[] => Array.from({ length: agents }, (_, agent) => `agent-${agent}`);

/** `agents` people in each of `projects` desks. */
function desksOf(projects: number, agents: number, roster: Roster, now: number): Desk[] {
  return Array.from({ length: projects }, (_, project) =>
    aDesk({
      projectId: `${10_000 + project}`,
      widgetId: `widget-${project}`.padEnd(22, '-'),
      roster: roster(agents, now),
    }),
  );
}

function polledSite(site: Site, projects: number, agents: number, roster: Roster): PolledSite {
  const now = site.clock.now();
  const desks = desksOf(projects, agents, roster, now);
  storeDesks(site, desks, now);
  const paths = desks.map(({ widgetId }) => `/v1/availability/${widgetId ?? ''}`);
  let next = 0;
  const poll: Subject = async (times) => {
    for (let count = 0; count < times; count++) {
      const path = paths[next++ % paths.length] ?? '';
      const { status, body } = await site.webTrigger({ method: 'GET', path });
      if (status !== 200 || !/^{"state":"(online|offline)"/.test(body) || body.includes('degraded')) {
        throw new Error(`A poll was answered ${status} ${body}`);
      }
    }
  };
  return { site, poll };
}

/** What one poll reads, from the site's own count. */
async function readsPerPoll({ site, poll }: PolledSite): Promise<{ calls: number; bytes: number }> {
  const polls = 200;
  site.stats.reset();
  await poll(polls);
  const counts = Object.values(site.stats.snapshot().storage);
  const sum = (of: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((total, count) => total + of(count), 0) / polls;
  return { calls: sum(({ calls }) => calls), bytes: sum(({ bytesRead }) => bytesRead) };
}

/** One agent in one project, or as many agents in one. */
type Against = 'one agent' | 'one project';

interface Comparison {
  roster: Roster;
  sizes: { what: string; projects: number; agents: number; against: Against }[];
  /** The bound of what is read, and whether so much is within it. */
  bytes: { bound: string; isWithin(bytes: number, ofOne: number): boolean };
}

const COMPARISONS: Comparison[] = [
  {
    roster: byHand,
    sizes: [
      { what: '1,000 agents', projects: 1, agents: 1_000, against: 'one agent' },
      { what: '100 projects', projects: 100, agents: 1, against: 'one agent' },
    ],
    bytes: { bound: `≤ ${BOUND} ×`, isWithin: (bytes, ofOne) => bytes <= BOUND * ofOne },
  },
  {
    roster: onShiftsOf,
    sizes: [
      { what: '200 scheduled agents', projects: 1, agents: 200, against: 'one agent' },
      { what: '100 projects of them', projects: 100, agents: 200, against: 'one project' },
    ],
    bytes: { bound: `≤ ${SUMMARY_BYTES} bytes`, isWithin: (bytes) => bytes <= SUMMARY_BYTES },
  },
];

async function compare(first: Site, { roster, sizes, bytes: most }: Comparison): Promise<BenchLine[]> {
  const beside = (): Promise<Site> => createSite({ clock: first.clock, share: first });
  const one = polledSite(await beside(), 1, 1, roster);
  const many: (PolledSite & { what: string; against: Against })[] = [];
  for (const { what, projects, agents, against } of sizes)
    many.push({ what, against, ...polledSite(await beside(), projects, agents, roster) });
  const timings = await sideBySide(
    [one, ...many].map(({ poll }) => poll),
    { rounds: 120, times: 200 },
  );
  const single = await readsPerPoll(one);
  const lines: BenchLine[] = [];
  for (const [index, polled] of many.entries()) {
    const { calls, bytes } = await readsPerPoll(polled);
    const { micros = [] } = timings[index + 1] ?? {};
    const than = timings[polled.against === 'one agent' ? 0 : index]?.micros ?? [];
    const time = median(micros.map((each, round) => each / (than[round] ?? Number.NaN)));
    lines.push({
      id: 'F3',
      what: `a poll with ${polled.what}, against ${polled.against}: time, bytes read`,
      measured: `${time.toFixed(2)} ×, ${(bytes / single.bytes).toFixed(2)} × (${calls} get of ${bytes.toFixed(0)} bytes)`,
      bound: `≤ ${BOUND} ×, ${most.bound}`,
      ok: time <= BOUND && most.isWithin(bytes, single.bytes) && calls === 1,
    });
  }
  for (const { site } of [one, ...many]) site.close();
  return lines;
}

/** F1 to F3: what a poll costs must not grow with the agents, nor with the projects. */
export async function pollCost(): Promise<BenchLine[]> {
  const first = await createSite({ clock: systemClock() });
  const lines: BenchLine[] = [];
  for (const comparison of COMPARISONS) lines.push(...(await compare(first, comparison)));
  first.close();
  return lines;
}
