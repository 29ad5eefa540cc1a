import { Agent, request } from 'node:http';
import path from 'node:path';
import { describeSite } from '../../local/describe-site';
import { startServer, type RunningServer } from '../../local/server';
import { ensureNginx } from '../../tools/ensure-nginx';
import { seededRandom } from '../static/widget/seeded-random';
import type { BenchLine } from './bench-line';
import { startNginx } from './nginx-in-front';

const root = path.resolve(import.meta.dirname, '../..');

const MINUTE_MS = 60_000;

/** The recipe forgets a state at every quarter of a clock's minute: what is measured are four whole ones. */
const QUARTER_MS = 15_000;
const MOMENT_MS = 500;
const CROWDS = [10_000, 50_000];

/** Of open pages, how many a minute are the first of somebody's visit, who has no script and no texts yet: visits of an hour. */
const NEW_SHARE = 1 / 60;

/** Visitors who click while it is measured: their questions pass every cache, and renew what it keeps. */
const CLICKS = 2;

const CALLS_BOUND = 4;

interface Asked {
  /** Milliseconds from the start. */
  at: number;
  what: string;
}

interface Counts {
  answered: number;
  refused: number;
}

/**
 * What a crowd asks in one minute, as it does while nobody slows it down: every page its question of the minute, and of
 * those who are new a script and texts before.
 */
function aMinuteOf(pages: number, widgetId: string): Asked[] {
  const random = seededRandom(13);
  const anywhen = (count: number, what: string): Asked[] =>
    Array.from({ length: count }, () => ({ at: random() * (MINUTE_MS - MOMENT_MS), what }));
  const clicks = anywhen(CLICKS, '').map(({ at }) => ({
    at,
    what: `availability/${widgetId}?fresh=${String(Math.ceil(at))}`,
  }));
  return [
    ...anywhen(pages, `availability/${widgetId}?fresh=0`),
    ...anywhen(pages * NEW_SHARE, 'widget.js'),
    ...anywhen(pages * NEW_SHARE, `widgets/${widgetId}?locale=en-US&v=0`),
    ...clicks,
  ].sort((one, other) => one.at - other.at);
}

/** Asks it all in a real minute, each at its time. */
async function replay(asked: Asked[], url: string): Promise<Counts> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const counts = { answered: 0, refused: 0 };
  const ask = (what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}/v1/${what}`, { agent }, (response) => {
        if (response.statusCode === 200) counts.answered++;
        else counts.refused++;
        response.resume().on('end', resolve).on('error', reject);
      });
      sent.on('error', reject).end();
    });
  const started = performance.now();
  const answers: Promise<void>[] = [];
  for (const { at, what } of asked) {
    const early = at - (performance.now() - started);
    // Ten milliseconds of a minute are one moment.
    if (early > 10) await new Promise((resolve) => setTimeout(resolve, early));
    answers.push(ask(what));
  }
  await Promise.all(answers);
  agent.destroy();
  return counts;
}

/** Counts what reaches the function, by the first two parts of its path. */
function countCalls({ site }: RunningServer): Map<string, number> {
  const calls = new Map<string, number>();
  const { webTrigger } = site;
  site.webTrigger = (call) => {
    const what = /\/v1\/([^/?]+)/.exec(call.path ?? '')?.[1] ?? 'nothing';
    const name = /fresh=[1-9]/.test(call.path ?? '') ? 'click' : what;
    calls.set(name, (calls.get(name) ?? 0) + 1);
    return webTrigger(call);
  };
  return calls;
}

/** By which methods one is told how many calls are left: only who chats is to ask less often for that. */
async function whoIsTold(url: string): Promise<string[]> {
  const told: string[] = [];
  for (const method of ['GET', 'POST']) {
    const { headers } = await fetch(url, { method });
    if (headers.has('x-ratelimit-limit')) told.push(method);
  }
  return told;
}

const inWords = (count: number): string => Math.round(count).toLocaleString('en-US');

async function aCrowd(pages: number): Promise<BenchLine[]> {
  const server = await startServer({ port: 0 });
  try {
    const { projects, webTriggerUrl } = await describeSite(server.site);
    if (webTriggerUrl === null) throw new Error('The local site has no web trigger.');
    const asked = aMinuteOf(pages, projects.SUP?.widgetId ?? '');
    server.site.faults.set({ rateLimits: true });
    const calls = countCalls(server);
    const nginx = await startNginx(webTriggerUrl);
    await new Promise((resolve) =>
      setTimeout(resolve, QUARTER_MS - (Date.now() % QUARTER_MS) + MOMENT_MS / 5),
    );
    let cached: Counts;
    let told: string[];
    try {
      cached = await replay(asked, nginx.url);
      told = await whoIsTold(`${nginx.url}/v1/availability/${projects.SUP?.widgetId ?? ''}`);
    } finally {
      await nginx.close();
    }
    const said = (name: string): number => calls.get(name) ?? 0;
    const polls = said('availability');
    const others = [said('widget.js'), said('widgets'), said('click')] as const;
    const bare = await replay(asked, webTriggerUrl);
    return [
      {
        id: 'F13',
        what: `a minute of ${inWords(pages)} pages, none slowed down, nothing in front: questions, refused by Forge`,
        measured: `${inWords(asked.length)}, ${inWords(bare.refused)}`,
        ok: true,
      },
      {
        id: 'F13',
        what: 'nginx in front: polls that reach the function, refused',
        measured: `${inWords(polls)}, ${inWords(cached.refused)}`,
        bound: `≤ ${String(CALLS_BOUND)}, 0`,
        ok: polls > 0 && polls <= CALLS_BOUND && cached.refused === 0,
      },
      {
        id: 'F13',
        what: `nginx in front: scripts and texts that reach it; of ${String(CLICKS)} clicks`,
        measured: `${inWords(others[0])} and ${inWords(others[1])}; ${inWords(others[2])}`,
        bound: `≤ 1 and 1; ${String(CLICKS)}`,
        ok: others[0] <= 1 && others[1] <= 1 && others[2] === CLICKS,
      },
      {
        id: 'F13',
        what: 'nginx in front: who is told how many calls are left',
        measured: told.join(', '),
        bound: 'POST',
        ok: told.join() === 'POST',
      },
    ];
  } finally {
    await server.close();
  }
}

/** F13: a cache of the site's own in front of the web trigger, in a real minute and with the real nginx. */
export async function cacheInFront(): Promise<BenchLine[]> {
  const there = await ensureNginx(root);
  if (there !== true) return [{ id: 'F13', what: 'nginx in front', measured: there, ok: true }];
  const lines: BenchLine[] = [];
  for (const pages of CROWDS) lines.push(...(await aCrowd(pages)));
  return lines;
}
