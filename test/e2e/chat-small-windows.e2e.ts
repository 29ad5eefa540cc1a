import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openShopChat, said, writeMessage } from './support/chat';
import { expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { chatPanel } from './support/places';

/** CSS pixels of the conversation that are inside the window. */
const roomIn = (log: Locator): Promise<number> =>
  log.evaluate((talk) => {
    const { top, bottom } = talk.getBoundingClientRect();
    return Math.round(Math.min(bottom, innerHeight) - Math.max(top, 0));
  });

// 1280 × 800 at 200 % and at 400 % are 640 × 400 and 320 × 200.
const WINDOWS = [
  { width: 640, height: 360, least: 180 },
  { width: 640, height: 400, least: 220 },
  { width: 320, height: 568, least: 220 },
  { width: 320, height: 256, least: 72 },
  { width: 320, height: 200, least: 40 },
  { width: 1280, height: 800, least: 320 },
];

describe('a small window', () => {
  test('leaves the conversation room, and everything in the panel can be reached (WCAG 1.4.10)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
    for (const { width, height, least } of WINDOWS) {
      const size = `${width} × ${height}`;
      await shop.setViewportSize({ width, height });
      await expectSoon(() => shop.evaluate(() => `${innerWidth} × ${innerHeight}`)).toBe(size);
      await chat.getByRole('log').scrollIntoViewIfNeeded();
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
          size,
        ).toEqual(Array(4).fill(true));
      }
      // Nothing has to be scrolled to the side.
      expect(await chat.evaluate((panel) => panel.scrollWidth <= panel.clientWidth), size).toBe(true);
    }
  });

  test('says why the chat is closed, and leaves the field in reach below it (H4, WCAG 1.4.10)', async ({
    site,
    visitors,
  }) => {
    const message = `Stocktaking in every shop of ours today. ${'Nobody is at a desk. '.repeat(3)}See you soon.`;
    await site.ask('pia', 'saveClosure', {
      projectId: site.projectId('SUP'),
      until: '2026-03-02T15:00:00Z',
      message,
      operationId: randomUUID(),
    });
    const shop = await visitors.open('shopper', site.example);
    await shop.getByRole('button', { name: /Closed until/ }).click();
    const chat = chatPanel(shop);
    const said = chat.getByText('Stocktaking');
    await expectShown(said);
    for (const { width, height } of WINDOWS) {
      const size = `${width} × ${height}`;
      await shop.setViewportSize({ width, height });
      await expectSoon(() => shop.evaluate(() => `${innerWidth} × ${innerHeight}`)).toBe(size);
      await expectShown(said);
      // To its last line.
      await said.evaluate((text) => text.scrollTo(0, text.scrollHeight));
      const box = await said.boundingBox();
      expect(box && [box.height > 0, box.y >= 0, box.y + box.height <= height], size).toEqual([
        true,
        true,
        true,
      ]);
      const field = chat.getByLabel('Your message');
      await field.scrollIntoViewIfNeeded();
      const below = await field.boundingBox();
      const head = await said.boundingBox();
      expect(
        below && head && [below.y >= head.y + head.height, Math.round(below.y + below.height) <= height],
        size,
      ).toEqual([true, true]);
    }
  });
});
