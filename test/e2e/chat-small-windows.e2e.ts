import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openShopChat, said, writeMessage } from './support/chat';
import { expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';

/** CSS pixels of the conversation that are inside the window. */
const roomIn = (log: Locator): Promise<number> =>
  log.evaluate((talk) => {
    const { top, bottom } = talk.getBoundingClientRect();
    return Math.round(Math.min(bottom, innerHeight) - Math.max(top, 0));
  });

// 1280 × 800 at 200 % and at 400 % are 640 × 400 and 320 × 200.
describe.each([
  [640, 360, 180],
  [640, 400, 220],
  [320, 568, 220],
  [320, 256, 72],
  [320, 200, 40],
  [1280, 800, 320],
])('a window of %s × %s pixels', (width, height, least) => {
  test(`leaves the conversation ${least} of them, and everything can be reached (WCAG 1.4.10)`, async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We are online');
    await shop.setViewportSize({ width, height });
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
    await expectSoon(() => roomIn(chat.getByRole('log'))).toBeGreaterThanOrEqual(least);
    for (const part of [
      chat.getByRole('button', { name: 'Send' }),
      chat.getByLabel('Your message'),
      chat.getByRole('button', { name: 'Close' }),
    ]) {
      await part.scrollIntoViewIfNeeded();
      const box = await part.boundingBox();
      expect(
        box && [box.x >= 0, box.y >= 0, box.x + box.width <= width, box.y + box.height <= height],
      ).toEqual(Array(4).fill(true));
    }
    // Nothing has to be scrolled to the side.
    expect(await chat.evaluate((panel) => panel.scrollWidth <= panel.clientWidth)).toBe(true);
  });
});
