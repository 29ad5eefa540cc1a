import type { FrameLocator, Page } from 'playwright-core';
import { expectSoon } from './expect-soon';
import { flag, indicator, modulePage } from './places';

/** An agent's windows in Jira; where one shows chats, that page or dialog. */
interface AgentsWindows {
  jira: Page[];
  /** Behind others: what they draw is brought up to date when somebody comes to them. */
  hidden?: Page[];
  chats: FrameLocator[];
}

export interface DeskWindows {
  agents: Record<string, AgentsWindows>;
  /** The one that shows Chats, where *Waiting* is looked at. */
  inbox: Page;
  /** A lead's team page. */
  team: Page;
}

/** A customer who waits, by the words they said last. */
export type Waiting = string;

/** What the indicator says of those who wait: "1 customer has been waiting for 1 min." */
const SAYS_WAITING = /(\d+) customers? (?:has been|are) waiting/;

const waitingInTitle = async (page: Page): Promise<number> =>
  Number(SAYS_WAITING.exec((await indicator(page).getAttribute('title')) ?? '')?.[1] ?? 0);

/** Told by a flag in one of their windows, or before their eyes: being read, or listed in *Waiting*. */
async function isToldTo({ jira, hidden = [], chats }: AgentsWindows, words: Waiting): Promise<boolean> {
  for (const page of [...jira, ...hidden]) if ((await flag(page, words).count()) > 0) return true;
  for (const place of chats) {
    const shown = place.locator('.inbox-bubble, .inbox-row-unanswered').filter({ hasText: words });
    if ((await shown.filter({ visible: true }).count()) > 0) return true;
  }
  return false;
}

/**
 * Rule D1, on what every window shows: each agent's indicators count exactly those who wait, each of them has a flag there or is
 * being read, *Waiting* and the team's page list them; and nobody else has a flag.
 */
export async function nobodyWaitsUnseen(
  { agents, inbox, team }: DeskWindows,
  waiting: Waiting[],
  others: string[],
): Promise<void> {
  for (const [who, windows] of Object.entries(agents)) {
    for (const [index, page] of windows.jira.entries()) {
      await expectSoon(async () => [who, index, await waitingInTitle(page)]).toEqual([
        who,
        index,
        waiting.length,
      ]);
    }
    for (const words of waiting) {
      await expectSoon(async () => [who, words, await isToldTo(windows, words)]).toEqual([who, words, true]);
    }
    for (const words of others) {
      await expectSoon(async () => {
        const counts = await Promise.all(windows.jira.map((page) => flag(page, words).count()));
        return [who, words, ...counts];
      }).toEqual([who, words, ...windows.jira.map(() => 0)]);
    }
  }
  const rows = modulePage(inbox).locator('.inbox-row-unanswered .inbox-row-line');
  await expectSoon(async () => (await rows.allTextContents()).length).toBe(waiting.length);
  for (const words of waiting) {
    await expectSoon(() => rows.filter({ hasText: words }).count()).toBe(1);
  }
  await expectSoon(() => modulePage(team).locator('#team-waiting').textContent()).toMatch(
    new RegExp(`· ${waiting.length}$`),
  );
}
