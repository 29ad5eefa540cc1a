import { describe, expect } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { widgetState } from './support/places';

describe('an external web page with a strict Content-Security-Policy', () => {
  test('keeps the open panel and what was typed over page loads, and breaks no rule (C1)', async ({
    site,
    visitors,
  }) => {
    const page = await visitors.open('shopper', site.example);
    const policy = await page.evaluate(async () =>
      (await fetch(location.href)).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');

    await page.getByRole('button', { name: 'We’re offline' }).click();
    await page.getByLabel('Your message').fill('Which tent for four?');
    await page.getByRole('link', { name: 'Pricing' }).click();
    await expectShown(
      page.getByRole('heading', { name: 'Pricing' }),
      page.getByRole('dialog', { name: 'Chat' }),
    );
    expect(await page.getByLabel('Your message').inputValue()).toBe('Which tent for four?');

    await page.getByRole('dialog', { name: 'Chat' }).getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await expectShown(page.getByRole('button', { name: 'We’re offline' }));
    await expectGone(page.getByRole('dialog', { name: 'Chat' }));
  });

  test('asks for what it needs under the version that the server has (F7)', async ({ site, visitors }) => {
    const browser = await visitors.browserOf('shopper');
    const loaded: URL[] = [];
    browser.on('request', (request) => {
      if (request.url().includes('/v1/widgets/')) loaded.push(new URL(request.url()));
    });
    const page = await visitors.open('shopper', site.example);
    await expectShown(page.getByRole('button', { name: 'We’re offline' }));
    const { config } = (await (
      await fetch(`${loaded[0]?.href.replace('/widgets/', '/availability/')}`)
    ).json()) as { config?: string };
    expect(config).toMatch(/^[\w-]{14}$/);
    expect(loaded.map(({ searchParams }) => searchParams.get('v'))).toEqual([config]);
  });

  test('asks once for all tabs of a browser, and another tab takes over (F8)', async ({ site, visitors }) => {
    // A new tab asks the others first, and by itself when none answers in 50 ms: a busy machine gets half a second.
    site.setSpeed(0.1);
    const browser = await visitors.browserOf('shopper');
    let polls = 0;
    browser.on('request', (request) => {
      if (request.url().includes('/v1/availability/')) polls += 1;
    });
    // Each tab waits another while before it takes over: as a rule they do.
    await browser.addInitScript(() => {
      if (!location.protocol.startsWith('http')) return;
      const tab = Number(localStorage.getItem('tabs'));
      localStorage.setItem('tabs', String(tab + 1));
      Math.random = () => tab / 3;
    });
    const tabs = [];
    for (let tab = 0; tab < 3; tab++) {
      const page = await visitors.open('shopper', site.example);
      await expectShown(page.getByRole('button', { name: 'We’re offline' }));
      tabs.push(page);
    }
    expect(polls).toBe(1);

    const [first, second, third] = tabs;
    await site.goOnline('ann');
    // Time flows: a leap of the clock comes to all tabs at once, before they hear of each other.
    site.setSpeed(20);
    for (const page of tabs) await expectShown(page.getByRole('button', { name: 'We’re online' }));
    site.setSpeed(0.1);
    expect(polls).toBe(2);

    await first?.close();
    await site.goOffline('ann');
    site.setSpeed(20);
    for (const page of [second, third]) {
      if (page) await expectShown(page.getByRole('button', { name: 'We’re offline' }));
    }
    expect(polls).toBe(3);
  });

  test('can ask and listen by its own script (C9)', async ({ site, visitors }) => {
    const page = await visitors.open('shopper', site.example);
    await expectShown(page.getByRole('button', { name: 'We’re offline' }));
    expect(await page.evaluate(() => window.frontdesk?.getAvailability())).toEqual({
      state: 'offline',
      anonymous: false,
      until: null,
      nextOnlineAt: null,
    });
    const turned = page.evaluate(
      () => new Promise((resolve) => window.frontdesk?.on('change', ({ state }) => resolve(state))),
    );
    await site.goOnline('ann');
    await site.passPoll();
    expect(await turned).toBe('online');

    await page.evaluate(() => window.frontdesk?.open());
    await expectShown(page.getByRole('dialog', { name: 'Chat' }));
    await page.evaluate(() => window.frontdesk?.close());
    await expectGone(page.getByRole('dialog', { name: 'Chat' }));
    await page.evaluate(() => window.frontdesk?.destroy());
    await expectGone(page.getByRole('button', { name: 'We’re online' }));
    expect(await page.evaluate(() => 'frontdesk' in window)).toBe(false);
  });

  test('draws nothing for an unknown id (C7)', async ({ site, visitors }) => {
    const page = await visitors.open('shopper', `${site.example}?widget=no-such-widget-id-here`);
    await expectSoon(() => widgetState(page)).toBe('disabled');
    await expectGone(page.getByRole('button'));
  });
});
