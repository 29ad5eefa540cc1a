import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeViolations } from './support/axe-violations';
import { openChat, said, writeMessage } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { onHostPage as test } from './support/host-page';
import { chatPanel } from './support/places';

const icon = (page: Page, says: string | RegExp = 'We’re online'): Locator =>
  page.getByRole('button', { name: says });

/** What a browser of 2022 does not know is as if it were called by another name. */
async function forget(browser: BrowserContext, functions: RegExp): Promise<void> {
  await browser.route(/\/v1\/(?:widgets|panel|messages)/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(functions, 'unheard-of(') });
  });
}

const look = (of: Locator, property: string, part?: string): Promise<string> =>
  of.evaluate(
    (each, [name, pseudo]) => getComputedStyle(each, pseudo).getPropertyValue(name ?? ''),
    [property, part],
  );

/** Light is 1, dark is 0. */
function brightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (/[\d., ]+/.exec(color)?.[0] ?? '').split(',').map(Number);
  return (red + green + blue) / 765;
}

function expectApart(drawn: string, ground: string, what = ''): void {
  const difference = Math.abs(brightness(drawn) - brightness(ground));
  expect(difference, `${what}: ${drawn} on ${ground}`).toBeGreaterThan(0.3);
}

const OLD_LOOKS = [
  ['light', 'light', ''],
  ['dark', 'dark', ''],
  ['light where the page has no dark look', 'dark', ':root{--frontdesk-scheme:light}'],
] as const;

describe.each(OLD_LOOKS)('in a browser without light-dark(), %s', (expected, colorScheme, css) => {
  test('the widget has its colours, and nothing is too pale (C13, R17)', async ({ site, visitors, host }) => {
    await site.goOnline('ann');
    await forget(await visitors.browserOf('shopper', { colorScheme }), /(?:light-dark|color-mix)\(/g);
    const page = await host.open({ head: `<style>${css}</style>` });
    const chat = await openChat(page, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));

    const isLight = expected.startsWith('light');
    for (const part of [icon(page), chat, chat.getByLabel('Your message')]) {
      const [surface, text] = [await look(part, 'background-color'), await look(part, 'color')];
      expect(brightness(surface), surface).toSatisfy((it: number) => (isLight ? it === 1 : it < 0.2));
      expect(brightness(text), text).toSatisfy((it: number) => (isLight ? it < 0.2 : it > 0.8));
    }
    // Filled, as everywhere: the icon's bubble, the button, the visitor's own words.
    const [bubble, send, own] = [
      icon(page).locator('b'),
      chat.getByRole('button', { name: 'Send' }),
      chat.locator('.text'),
    ] as const;
    expect(await look(bubble, 'border-top-color')).toBe('rgb(12, 102, 228)');
    expect(await look(send, 'background-color')).toBe('rgb(12, 102, 228)');
    expect(await look(own, 'background-color')).toBe('rgb(12, 102, 228)');
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('a browser that is older than the oldest', () => {
  test('asks for nothing and draws nothing, and no error reaches the page (C13, R17)', async ({
    site,
    visitors,
    host,
  }) => {
    await site.goOnline('ann');
    const browser = await visitors.browserOf('shopper');
    await browser.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'timeout'));
    const [lines, asked] = [[] as string[], [] as string[]];
    browser.on('console', (message) => lines.push(message.text()));
    browser.on('request', (request) => asked.push(new URL(request.url()).pathname.replace(/.*\/v1\//, '')));
    const page = await host.open({});
    await expectSoon(() => lines).toEqual(['frontdesk: too old']);
    expect(asked.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual(['widget.js']);
    expect(await page.evaluate(() => [window.frontdesk, document.documentElement.children.length])).toEqual([
      undefined,
      2,
    ]);
  });
});

describe.each(['light', 'dark'] as const)(
  'where somebody has chosen %s colours for their whole computer',
  (colorScheme) => {
    test('everything of the widget is told apart without ours (C13)', async ({ site, visitors, host }) => {
      await visitors.browserOf('shopper', { colorScheme, forcedColors: 'active' });
      const apart = async (of: Locator, line: string): Promise<void> => {
        expectApart(await look(of, line), await look(of, 'background-color'), line);
      };
      /** The bubble's border and what is in it, of which both are drawn. */
      const shape = async (of: Locator): Promise<string[]> => {
        const bubble = of.locator('b');
        await apart(bubble, 'border-top-color');
        return [
          await look(bubble, 'border-top-width'),
          await look(bubble, 'border-top-width', '::after'),
          await look(bubble, 'border-left-width', '::after'),
        ];
      };

      await site.goOnline('ann');
      const page = await host.open({});
      expect(await shape(icon(page))).toEqual(['11px', '5px', '5px']);

      const chat = await openChat(page, 'We’re online');
      await writeMessage(chat, 'Which tent for four?');
      await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
      const own = chat.locator('.own .text');
      await apart(own, 'border-right-color');
      expect(await look(own, 'border-right-width')).toBe('4px');
      expect(await look(own, 'border-left-width')).toBe('1px');
      await apart(chat, 'border-top-color');
      await chat.getByLabel('Your message').focus();
      await apart(chat.getByLabel('Your message'), 'outline-color');
      expect(await look(chat.getByLabel('Your message'), 'outline-style')).toBe('solid');
      for (const name of ['Send', 'Close'])
        await apart(chat.getByRole('button', { name }), 'border-top-color');

      // A failure has a bar beside it.
      await page.route(/\/v1\/conversations/, (route) =>
        route.fulfill({ status: 400, json: { error: 'bad-request' } }),
      );
      await writeMessage(chat, 'How heavy?');
      const failure = chat.locator('.failure');
      await expectShown(failure);
      expect(await look(failure, 'border-left-width')).toBe('3px');
      await apart(failure, 'border-left-color');

      // What was not read is counted in letters with a line around.
      await page.keyboard.press('Escape');
      await expectGone(chatPanel(page));
      // Read at once: the next drawing of the icon takes off what the test puts on.
      const unread = await icon(page).evaluate((each) => {
        each.classList.add('unread');
        const { borderTopWidth: width, borderTopColor: line } = getComputedStyle(each, '::before');
        return { width, line, ground: getComputedStyle(each).backgroundColor };
      });
      expect(unread.width).toBe('1px');
      expectApart(unread.line, unread.ground);
      visitors.expectProblem(/status of 400/);

      // Each opening asks who is there.
      await site.goOffline('ann');
      await icon(page).click();
      await expectSoon(() => shape(icon(page, 'We’re offline'))).toEqual(['2px', '0px', '0px']);
      const cannotSay = { state: 'offline', degraded: true, next: 60, now: new Date(0).toISOString() };
      await page.route(/\/v1\/availability/, (route) => route.fulfill({ json: cannotSay }));
      await page.keyboard.press('Escape');
      await icon(page, 'We’re offline').click();
      await expectSoon(() => shape(icon(page, /^Leave a message/))).toEqual(['2px', '2px', '0px']);
    });
  },
);

describe('nothing of the widget moves by itself', () => {
  test('even for those who would not mind: nothing is animated, faded or scrolled slowly (C13)', async ({
    site,
    host,
  }) => {
    await site.goOnline('ann');
    const page = await host.open({ browser: { reducedMotion: 'no-preference' } });
    const chat = await openChat(page, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
    const moving = await icon(page).evaluate((button) => {
      const styles = [...(button.getRootNode() as ShadowRoot).querySelectorAll('*')].map((part) =>
        getComputedStyle(part),
      );
      return styles
        .map((style) => [style.animationName, style.transitionDuration, style.scrollBehavior].join())
        .filter((style) => style !== 'none,0s,auto');
    });
    expect(moving).toEqual([]);
  });
});
