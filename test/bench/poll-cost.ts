import { systemClock } from '../../local/clock';
import { createSite, type Site } from '../../local/site';
import type { Desk } from '../../src/domain/desk';
import { encodeDesk } from '../../src/platform/desk-record';
import { publicRecordsOf } from '../../src/platform/public-records';
import { aDesk, online } from '../support/desk-builders';
import type { BenchLine } from './bench-line';
import { median, sideBySide, type Subject } from './side-by-side';

const BOUND = 1.1;
const MINUTE = 60_000;

/** A site on which somebody polls, and how to poll it. */
interface PolledSite {
  site: Site;
  poll: Subject;
}

/** `agents` people online in each of `projects` desks, the first of which is due to end last. */
function desksOf(projects: number, agents: number, now: number): Desk[] {
  return Array.from({ length: projects }, (_, project) => {
    const roster = Array.from({ length: agents }, (__, agent) => {
      const until = Math.floor(now / 1_000) * 1_000 + (60 + agent) * MINUTE;
      return [`agent-${agent}`, online({ session: `session-${agent}`, since: now, until })] as const;
    });
    return aDesk({
      projectId: `${10_000 + project}`,
      widgetId: `widget-${project}`.padEnd(22, '-'),
      roster: Object.fromEntries(roster),
    });
  });
}

function store(site: Site, desks: Desk[], now: number): void {
  const call = (path: string, body: object): void => {
    const { status, body: answer } = site.kvs.handle(path, JSON.stringify(body));
    if (status >= 300) throw new Error(`The storage refused ${path}: ${answer}`);
  };
  for (const desk of desks) {
    call('/api/v1/entity/set', { entityName: 'desk', key: desk.projectId, value: encodeDesk(desk) });
    for (const [key, value] of publicRecordsOf(desk, now)) call('/api/v1/set', { key, value });
  }
}

function polledSite(site: Site, projects: number, agents: number): PolledSite {
  const now = site.clock.now();
  const desks = desksOf(projects, agents, now);
  store(site, desks, now);
  const paths = desks.map(({ widgetId }) => `/v1/availability/${widgetId ?? ''}`);
  let next = 0;
  const poll: Subject = async (times) => {
    for (let count = 0; count < times; count++) {
      const path = paths[next++ % paths.length] ?? '';
      const { status, body } = await site.webTrigger({ method: 'GET', path });
      if (status !== 200 || !body.startsWith('{"state":"online"')) {
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

/** F3: what a poll costs must not grow with the agents, nor with the projects. */
export async function pollCost(): Promise<BenchLine[]> {
  const first = await createSite({ clock: systemClock() });
  const beside = (): Promise<Site> => createSite({ clock: first.clock, share: first });
  const one = polledSite(first, 1, 1);
  const many = [
    { what: '1,000 agents', polled: polledSite(await beside(), 1, 1_000) },
    { what: '100 projects', polled: polledSite(await beside(), 100, 1) },
  ];
  const timings = await sideBySide([one.poll, ...many.map(({ polled }) => polled.poll)], {
    rounds: 120,
    times: 200,
  });
  const single = await readsPerPoll(one);
  const lines: BenchLine[] = [];
  for (const [index, { what, polled }] of many.entries()) {
    const { calls, bytes } = await readsPerPoll(polled);
    const time = median(timings[index + 1]?.ratios ?? []);
    const read = bytes / single.bytes;
    lines.push({
      id: 'F3',
      what: `a poll with ${what}, against 1: time, bytes read`,
      measured: `${time.toFixed(2)} ×, ${read.toFixed(2)} × (${calls} get of ${bytes.toFixed(0)} bytes)`,
      bound: `≤ ${BOUND} × each`,
      ok: time <= BOUND && read <= BOUND && calls === single.calls,
    });
    polled.site.close();
  }
  first.close();
  return lines;
}
