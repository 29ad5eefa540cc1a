import type { Browser, BrowserContext } from 'playwright-core';
import { startJourneySite, type JourneySite } from '../e2e/support/journey-site';
import { launchChromium } from '../e2e/support/launch-chromium';
import type { BenchLine } from './bench-line';
import { median } from './side-by-side';

const TIMES_SLOWER = 4;
const ROUNDS = 5;

/** Milliseconds in which the page comes to rest, and is watched further once the widget is drawn. */
const WATCHED_MS = 3_000;

const LONG_TASK_MS = 50;

/** What a page measures of itself. */
interface Watched {
  shift: number;
  longest: number;
  stored: number;
}

interface Cost extends Watched {
  scripts: number;
  polls: number;
  texts: number;
  others: number;
  scriptBytes: number;
  bytes: number;
}

/** Starts before anything of the page does. */
function watch(): void {
  const seen = { shift: 0, longest: 0 };
  Reflect.set(globalThis, 'seenByBench', seen);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += Number(Reflect.get(entry, 'value'));
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
}

interface Script {
  src: string;
  widgetId: string;
}

/** From here on every long task is one of the widget's. */
function embed(script: Script | null): void {
  Reflect.set(Reflect.get(globalThis, 'seenByBench') as object, 'longest', 0);
  if (!script) return;
  const element = document.createElement('script');
  element.dataset.widget = script.widgetId;
  element.src = script.src;
  document.head.append(element);
}

/** Bytes of what the page's origin and this browser keep: web storage and cookies, as text. */
async function read(): Promise<Watched> {
  const seen = Reflect.get(globalThis, 'seenByBench') as Pick<Watched, 'shift' | 'longest'>;
  const kept = [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat().join('');
  const databases = await indexedDB.databases();
  return { ...seen, stored: kept.length + document.cookie.length + databases.length };
}

/** What becomes of a page with nothing on it but text once the widget's script is put there: that page's own work is over. */
async function costOf(context: BrowserContext, site: JourneySite, script: Script | null): Promise<Cost> {
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
  await debug.send('Network.enable');
  const cost = { scripts: 0, polls: 0, texts: 0, others: 0, scriptBytes: 0, bytes: 0 };
  const asked = new Map<string, string>();
  debug.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.includes('/v1/')) return;
    asked.set(requestId, request.url);
    if (request.url.endsWith('/widget.js')) cost.scripts++;
    else if (request.url.includes('/availability/')) cost.polls++;
    else if (request.url.includes('/widgets/')) cost.texts++;
    else cost.others++;
  });
  debug.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = asked.get(requestId);
    if (url === undefined) return;
    cost.bytes += encodedDataLength;
    if (url.endsWith('/widget.js')) cost.scriptBytes += encodedDataLength;
  });
  const host = `${site.url}/bench-host-page`;
  const text = '<h1>Tents</h1>' + '<p>Which one keeps a family of four dry?</p>'.repeat(60);
  await page.route(host, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Tents</title>${text}` }),
  );
  await page.addInitScript(watch);
  await page.goto(host);
  await page.waitForTimeout(WATCHED_MS);
  await page.evaluate(embed, script);
  if (script) {
    await page.waitForFunction(
      () => document.documentElement.lastElementChild?.shadowRoot?.querySelector('button') !== null,
    );
  }
  await page.waitForTimeout(WATCHED_MS);
  const watched = await page.evaluate(read);
  await page.close();
  return { ...cost, ...watched };
}

async function rounds(browser: Browser, site: JourneySite, script: Script | null): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext();
    costs.push(await costOf(context, site, script));
    await context.close();
  }
  return costs;
}

/** F15: what the widget costs a page before anybody clicks, on a processor that is four times as slow. */
export async function hostPageCost(): Promise<BenchLine[]> {
  const site = await startJourneySite();
  const browser = await launchChromium();
  try {
    await site.reset();
    await site.goOnline('ann');
    const script = {
      src: `${site.site.webTriggerUrl('public')}/v1/widget.js`,
      widgetId: await site.widgetId('SUP'),
    };
    const without = await rounds(browser, site, null);
    const withWidget = await rounds(browser, site, script);
    const most = (costs: Cost[], of: (cost: Cost) => number): number => Math.max(...costs.map(of));
    const [scripts, polls, texts, others, stored, shift, longest] = (
      ['scripts', 'polls', 'texts', 'others', 'stored', 'shift', 'longest'] as const
    ).map((name) => most(withWidget, (cost) => cost[name])) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const bytes = median(withWidget.map((cost) => cost.bytes));
    const scriptBytes = median(withWidget.map((cost) => cost.scriptBytes));
    const line = (what: string, measured: string, bound: string, ok: boolean): BenchLine => ({
      id: 'F15',
      what: `before a click: ${what}`,
      measured,
      bound,
      ok,
    });
    return [
      line(
        'scripts, polls, texts, others',
        `${scripts}, ${polls}, ${texts}, ${others}`,
        '1, 1, ≤ 1, 0',
        scripts === 1 && polls === 1 && texts <= 1 && others === 0,
      ),
      {
        id: 'F15',
        what: 'before a click: bytes over the wire, of the script (the local site does not compress)',
        measured: `${bytes}, ${scriptBytes}`,
        ok: true,
      },
      line('bytes stored in the browser', String(stored), '0', stored === 0),
      line('layout shift', shift.toFixed(3), '0', shift === 0),
      line(
        `longest task of ${ROUNDS} page loads, processor ${TIMES_SLOWER} × slower; without the widget`,
        `${longest.toFixed(0)} ms; ${most(without, (cost) => cost.longest).toFixed(0)} ms`,
        `none > ${LONG_TASK_MS} ms`,
        longest <= LONG_TASK_MS,
      ),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}
