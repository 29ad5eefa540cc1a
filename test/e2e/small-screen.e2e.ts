import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openChat, said, writeMessage } from './support/chat';
import { expectShown, expectSoon } from './support/expect-soon';
import { onHostPage as test } from './support/host-page';
import { chatPanel } from './support/places';

/** What is seen of the window, in its CSS pixels. */
interface Seen {
  height: number;
  offsetTop: number;
  scale?: number;
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LYING_PHONE = { viewport: { width: 667, height: 375 }, hasTouch: true, isMobile: true };

/** Chromium shows no keyboard: what one changes is said to the page as phones say it. Runs before the page's scripts. */
function phonesKeyboard(): void {
  const seen = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0, height: 0 });
  Object.defineProperty(seen, 'height', { get: () => innerHeight, configurable: true });
  Object.defineProperty(window, 'visualViewport', { value: seen });
  addEventListener('phone', ({ detail }: CustomEventInit<Seen>) => {
    for (const [name, value] of Object.entries({ scale: 1, ...detail }))
      Object.defineProperty(seen, name, { value, configurable: true });
    seen.dispatchEvent(new Event('resize'));
  });
}

const show = (page: Page, detail: Seen): Promise<void> =>
  page.evaluate((said) => void dispatchEvent(new CustomEvent('phone', { detail: said })), detail);

/** Where to write, what sends, and what closes it. */
const whatMatters = (chat: Locator): Locator[] => [
  chat.getByLabel('Your message'),
  chat.getByRole('button', { name: 'Send' }),
  chat.getByRole('button', { name: 'Close' }),
];

/** The first and the last pixel of it. */
async function span(part: Locator): Promise<[top: number, bottom: number]> {
  const { y = -1, height = 0 } = (await part.boundingBox()) ?? {};
  return [y, y + height];
}

/** Do both have their middle at the same height? */
async function oneLine(one: Locator, other: Locator): Promise<boolean> {
  const [[top, bottom], [otherTop, otherBottom]] = [await span(one), await span(other)];
  return Math.abs(top + bottom - otherTop - otherBottom) < 8;
}

async function expectWithin(parts: Locator[], { height, offsetTop }: Seen): Promise<void> {
  for (const part of parts) {
    const [top, bottom] = await span(part);
    expect(top).toBeGreaterThanOrEqual(offsetTop);
    expect(bottom).toBeLessThanOrEqual(offsetTop + height);
  }
}

describe('while a phone’s keyboard is open (C13)', () => {
  test('what somebody writes, what sends it, the latest message and ✕ are above it', async ({
    site,
    visitors,
    host,
  }) => {
    await site.goOnline('ann');
    await (await visitors.browserOf('shopper', PHONE)).addInitScript(phonesKeyboard);
    const page = await host.open({ body: '<div style="height:2000px"></div>' });
    const chat = await openChat(page, 'We’re online');
    for (const text of ['Which tent for four?', 'And how heavy\nis it\nwhen it is wet?', 'I walk.']) {
      await writeMessage(chat, text);
      await expectShown(said(chat, text).getByText('Delivered'));
    }
    const before = await span(chat);
    const parts = [...whatMatters(chat), said(chat, 'I walk.')];
    const field = chat.getByLabel('Your message');
    // Below 16 px iOS enlarges the page at a field, and nobody makes it small again.
    expect(
      await field.evaluate((each) => parseFloat(getComputedStyle(each).fontSize)),
    ).toBeGreaterThanOrEqual(16);
    await field.tap();

    const head = chat.locator('header');
    const headBefore = (await head.boundingBox())?.height ?? 0;
    const covered = { height: 420, offsetTop: 0 };
    await show(page, covered);
    await expectWithin([chat, ...parts], covered);
    // Title and state share one line, as in a low window, and the room goes to what is said.
    expect((await head.boundingBox())?.height).toBeLessThan(headBefore);
    expect(await oneLine(head.getByRole('heading'), head.getByText('We’re online'))).toBe(true);
    // iOS has moved what is seen to the field.
    const moved = { height: 420, offsetTop: 424 };
    await show(page, moved);
    await expectWithin([chat, ...parts], moved);
    // Whoever enlarges the page wants to see less of it.
    await show(page, { height: 300, offsetTop: 100, scale: 2 });
    expect(await span(chat)).toEqual(before);
    expect((await head.boundingBox())?.height).toBe(headBefore);

    await show(page, covered);
    await chat.getByRole('button', { name: 'Close' }).tap();
    await show(page, { height: 844, offsetTop: 0 });
    await page.getByRole('button', { name: 'We’re online' }).tap();
    await expectSoon(() => span(chatPanel(page))).toEqual(before);
  });

  test('on a phone that lies, too', async ({ site, visitors, host }) => {
    await site.goOnline('ann');
    await (await visitors.browserOf('shopper', LYING_PHONE)).addInitScript(phonesKeyboard);
    const page = await host.open({});
    const chat = await openChat(page, 'We’re online');
    await chat.getByLabel('Your message').tap();
    const covered = { height: 150, offsetTop: 100 };
    await show(page, covered);
    await expectWithin([chat, ...whatMatters(chat)], covered);
  });
});

describe('for somebody whose browser shows letters twice as large (C13, WCAG 1.4.4)', () => {
  test('the widget does, and all of it can be reached in a narrow window', async ({ site, host }) => {
    await site.goOnline('ann');
    const page = await host.open({ browser: { viewport: { width: 320, height: 568 } } });
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    const icon = page.getByRole('button', { name: 'We’re online' });
    await icon.hover();
    const words = await icon.locator('bdi').boundingBox();
    expect(words?.x).toBeGreaterThanOrEqual(0);
    const chat = await openChat(page, 'We’re online');
    const size = (part: Locator): Promise<string> => part.evaluate((each) => getComputedStyle(each).fontSize);
    expect(await size(chat.getByText('Your message'))).toBe('28px');
    await expectWithin(whatMatters(chat), { height: 568, offsetTop: 0 });

    await page.setViewportSize({ width: 320, height: 320 });
    await expectSoon(() => page.evaluate(() => innerHeight)).toBe(320);
    for (const part of whatMatters(chat)) {
      await part.scrollIntoViewIfNeeded();
      await expectWithin([part], { height: 320, offsetTop: 0 });
    }
    // Nothing has to be scrolled to the side.
    expect(await chat.evaluate((panel) => panel.scrollWidth <= panel.clientWidth)).toBe(true);
  });
});
