import type { Page } from 'playwright-core';
import { answerNewest, startChat } from '../e2e/support/chat';
import { startJourneySite, type JourneySite } from '../e2e/support/journey-site';
import { launchChromium } from '../e2e/support/launch-chromium';
import { addresses, indicator, modulePage } from '../e2e/support/places';
import type { BenchLine } from './bench-line';

const HOUR = 3_600_000;
const SPEED = 40;
const CHATS = 20;
const CHAT_EVERY = HOUR / CHATS;
/** How long a customer waits for the colleague's reply. */
const REPLY_AFTER = CHAT_EVERY / 2;

/** Returns when the site's clock, which runs by itself, has come so far. */
async function waitUntil(page: Page, site: JourneySite, at: number): Promise<void> {
  while (site.site.clock.now() < at) await page.waitForTimeout(20);
}

/** The colleague lists the chats once for each reply. */
const CALLS_OF_COLLEAGUE = 2;

/**
 * Calls of functions that one agent's two windows make in an hour: the inbox in front, another page of Jira behind it.
 * Counted, in Chromium, while the clock runs faster than ours; so they differ by a few from run to run.
 */
export async function agentHour(): Promise<BenchLine[]> {
  const site = await startJourneySite();
  const browser = await launchChromium();
  const lines: BenchLine[] = [];
  try {
    for (const chats of [0, CHATS]) {
      await site.reset();
      await site.goOnline('ann');
      await site.goOnline('bo');
      const context = await browser.newContext();
      const other = await context.newPage();
      await other.goto(new URL(addresses.project('ann'), site.url).href);
      await indicator(other).waitFor();
      const page = await context.newPage();
      await page.goto(new URL(addresses.inbox('ann'), site.url).href);
      await modulePage(page).getByRole('searchbox').waitFor();
      await site.site.idle();
      site.site.stats.reset();
      const start = site.site.clock.now();
      site.setSpeed(SPEED);
      for (let chat = 0; chat < chats; chat++) {
        await waitUntil(page, site, start + chat * CHAT_EVERY);
        await startChat(site, `Question ${String(chat)}`);
        await waitUntil(page, site, start + chat * CHAT_EVERY + REPLY_AFTER);
        await answerNewest(site, 'An answer.', 'bo');
      }
      await waitUntil(page, site, start + HOUR);
      const all = site.site.stats.snapshot().invocations['resolver']?.calls ?? 0;
      const what =
        chats === 0 ? 'an agent’s hour in which nothing happens' : `in which ${chats} chats come by`;
      lines.push({ id: 'hour', what, measured: `${all - chats * CALLS_OF_COLLEAGUE} calls`, ok: true });
      await context.close();
    }
    return lines;
  } finally {
    await browser.close();
    await site.close();
  }
}
