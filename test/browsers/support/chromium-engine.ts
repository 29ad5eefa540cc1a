import type { Frame, Page } from 'playwright-core';
import { launchChromium } from '../../e2e/support/launch-chromium';
import { SAME_EVERYWHERE } from '../../e2e/support/visitors';
import { watchPages } from '../../e2e/support/watch-pages';
import type { Engine, EngineTab, Place } from './engine';

/** The installed Chromium, as in the other journeys. */
export async function startChromium(): Promise<Engine> {
  const browser = await launchChromium();
  return {
    async newProfile() {
      const context = await browser.newContext(SAME_EVERYWHERE);
      const problems: string[] = [];
      await watchPages(context, (problem) => problems.push(problem));
      return {
        problems: () => problems,
        openTab: async () => chromiumTab(await context.newPage()),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

function chromiumTab(page: Page): EngineTab {
  async function frameOf(place: Place): Promise<Frame> {
    if (place === null) return page.mainFrame();
    const frame = await (await page.$(place))?.contentFrame();
    if (!frame) throw new Error(`There is no frame ${place}.`);
    return frame;
  }

  /** Where the frame's own viewport begins in the page's. */
  async function cornerOf(place: Place): Promise<{ x: number; y: number }> {
    if (place === null) return { x: 0, y: 0 };
    const element = page.locator(place);
    await element.scrollIntoViewIfNeeded();
    return element.evaluate((frame) => {
      const { x, y } = frame.getBoundingClientRect();
      return { x: x + frame.clientLeft, y: y + frame.clientTop };
    });
  }

  return {
    goTo: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async run(place, script, args) {
      const frame = await frameOf(place);
      return frame.evaluate(`(async () => (await (${script})(...${JSON.stringify(args)})) ?? null)()`);
    },
    async clickAt(place, x, y) {
      const corner = await cornerOf(place);
      await page.mouse.click(corner.x + x, corner.y + y);
    },
    async press(_place, keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    photograph: async (file) => void (await page.screenshot({ path: file })),
    close: () => page.close(),
  };
}
