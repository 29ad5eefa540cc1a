import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { startChat } from '../e2e/support/chat';
import { startJourneySite, type JourneySite } from '../e2e/support/journey-site';
import { launchChromium } from '../e2e/support/launch-chromium';
import { addresses, indicator, modulePage } from '../e2e/support/places';
import type { BenchLine } from './bench-line';
import { median } from './side-by-side';

/** A laptop of some years ago, or a phone. */
const TIMES_SLOWER = 4;
const ROUNDS = 9;

interface Screen {
  what: string;
  address: string;
  /** What somebody came for. */
  useful(page: Page): Locator;
}

const inModule =
  (find: (frame: FrameLocator) => Locator) =>
  (page: Page): Locator =>
    find(modulePage(page));

/** The first is what the others are compared with: Jira's page, which every one of them has around it. */
const SCREENS: Screen[] = [
  { what: 'Jira’s page with the indicator', address: addresses.project('ann'), useful: indicator },
  {
    what: 'the dialog, until “Go online” can be pressed',
    address: addresses.chatPage('ann'),
    useful: inModule((frame) => frame.getByRole('button', { name: 'Go online' })),
  },
  {
    what: 'the inbox, until the first chat can be opened',
    address: addresses.inbox('ann'),
    useful: inModule((frame) => frame.locator('.inbox-row')),
  },
];

/** Milliseconds from asking for the page until what is useful of it is drawn, with nothing in the browser's caches. */
async function timeOf(browser: Browser, site: JourneySite, { address, useful }: Screen): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
  const start = performance.now();
  await page.goto(new URL(address, site.url).href, { waitUntil: 'commit' });
  await useful(page).first().waitFor();
  const taken = performance.now() - start;
  await context.close();
  return taken;
}

/** How long people wait for the first useful screen, on a processor that is slower than this one (figure F18). */
export async function firstScreen(): Promise<BenchLine[]> {
  const site = await startJourneySite();
  // Frames in the process of their page: a slower processor is one process's.
  const browser = await launchChromium(
    '--disable-site-isolation-trials',
    '--disable-features=IsolateOrigins',
  );
  try {
    await site.reset();
    await site.goOnline('bo');
    await startChat(site, 'Which tent for four?');
    site.site.kvs.catchUp();
    const times = SCREENS.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, screen] of SCREENS.entries()) {
        times[index]?.push(await timeOf(browser, site, screen));
      }
    }
    const [reference = []] = times;
    return SCREENS.map(({ what }, index) => {
      const own = times[index] ?? [];
      const ratios = own.map((time, round) => time / (reference[round] ?? Number.NaN));
      const measured = `${median(own).toFixed(0)} ms, ${median(ratios).toFixed(2)} ×`;
      return { id: 'F18', what: `${what}, processor ${TIMES_SLOWER} × slower`, measured, ok: true };
    });
  } finally {
    await browser.close();
    await site.close();
  }
}
