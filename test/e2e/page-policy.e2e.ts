import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { chatThere, icon } from './support/chat-there';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { onHostPage as test, type HostPage } from './support/host-page';
import { chatPanel } from './support/places';

const policy = (...directives: string[]): Record<string, string> => ({
  'content-security-policy': directives.join('; '),
});

const LOADER = `<script>document.head.append(Object.assign(document.createElement('script'), {src: 'SCRIPT?widget=WIDGET'}))</script>`;
const WITH_NONCE = '<script async crossorigin nonce="abc" src="SCRIPT" data-widget="WIDGET"></script>';
const NO_OTHER = "default-src 'none'";

const KINDLY: [what: string, page: HostPage][] = [
  [
    'that allows scripts and connections of the trigger, and no style, picture, font or frame',
    { headers: policy(NO_OTHER, 'script-src TRIGGER', 'connect-src TRIGGER') },
  ],
  [
    'with a nonce alone',
    { tag: WITH_NONCE, headers: policy(NO_OTHER, "script-src 'nonce-abc'", 'connect-src TRIGGER') },
  ],
  [
    'with a nonce and strict-dynamic',
    {
      tag: WITH_NONCE,
      headers: policy(NO_OTHER, "script-src 'nonce-abc' 'strict-dynamic'", 'connect-src TRIGGER'),
    },
  ],
  [
    'with a hash of its loader and strict-dynamic',
    { tag: LOADER, headers: policy(NO_OTHER, "script-src HASH 'strict-dynamic'", 'connect-src TRIGGER') },
  ],
  [
    'that lets nobody make HTML or scripts of text',
    {
      headers: policy(
        NO_OTHER,
        'script-src TRIGGER',
        'connect-src TRIGGER',
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ),
    },
  ],
  ['in a sandbox that has no origin and submits no forms', { headers: policy('sandbox allow-scripts') }],
  [
    'that only reports what it would refuse',
    { headers: { 'content-security-policy-report-only': "script-src TRIGGER; connect-src 'self'" } },
  ],
];

/** What the widget itself says on the console, of all pages of the browser. */
function linesOf(browser: BrowserContext): string[] {
  const lines: string[] = [];
  browser.on('console', (message) => {
    if (message.text().startsWith('frontdesk:')) lines.push(message.text());
  });
  return lines;
}

const CHAT_ASKED = '**/v1/availability/**';
const PANEL_ASKED = /\/v1\/panel-\w+\.js/;

describe('the widget works on a page whose policy is strict (C13)', () => {
  test.for(KINDLY)('%s', async ([what, page], { site, host, visitors }) => {
    if (what.includes('only reports')) visitors.expectProblem(/connect-src|Report Only|report-only/i);
    const lines = linesOf(await visitors.browserOf('shopper'));
    await site.goOnline('ann');
    await chatThere(await host.open(page));
    await expectSoon(() => lines).toEqual([]);
  });
});

describe('what a page’s policy refuses is said once, and nothing else is broken (C13)', () => {
  /** Whoever looks at the page sees no icon, and the script has ended its attempts. */
  async function expectNothing(page: Page): Promise<void> {
    await expectShown(page.getByRole('heading', { name: 'Tents' }));
    await expectGone(page.getByRole('button'));
  }

  test('without connect-src nothing is drawn, the console names it, and the server is left alone', async ({
    site,
    host,
    visitors,
  }) => {
    visitors.expectProblem(/Content.Security.Policy|violates/i);
    const browser = await visitors.browserOf('shopper');
    const lines = linesOf(browser);
    await site.goOnline('ann');
    await browser.clock.install();
    const refusals: string[] = [];
    browser.on('console', (message) => {
      if (message.text().startsWith('Content-Security-Policy:')) refusals.push(message.text());
    });
    const page = await host.open({ headers: policy('script-src TRIGGER', "connect-src 'self'") });
    await page.clock.runFor(1_000);
    await expectSoon(() => lines.length).toBe(1);
    expect(lines[0]).toMatch(/^frontdesk:\S+: refused by connect-src$/);
    await page.clock.runFor(600_000);
    await expectNothing(page);
    expect([lines.length, refusals.length]).toEqual([1, 1]);
    expect(await page.evaluate(async () => (await window.frontdesk?.getAvailability())?.state)).toBe(
      'unknown',
    );
  });

  test('without script-src nothing is drawn: the browser says so itself', async ({ host, visitors }) => {
    const browser = await visitors.browserOf('shopper');
    visitors.expectProblem(/Content.Security.Policy|violates/i);
    const said: string[] = [];
    browser.on('console', (message) => said.push(message.text()));
    const page = await host.open({ headers: policy("script-src 'none'", 'connect-src TRIGGER') });
    await expectNothing(page);
    await expectSoon(() => said.join()).toMatch(/script-src/);
  });

  test('with the script alone the icon says at a click that the website doesn’t allow the chat', async ({
    site,
    host,
    visitors,
  }) => {
    visitors.expectProblem(/Content.Security.Policy|violates/i);
    const lines = linesOf(await visitors.browserOf('shopper'));
    await site.goOnline('ann');
    const page = await host.open({ headers: policy('script-src SCRIPT', 'connect-src TRIGGER') });
    await icon(page).click();
    const refused = page.getByRole('button', { name: 'This website doesn’t allow the chat.' });
    await expectShown(refused);
    await refused.click();
    await expectShown(refused);
    expect(lines).toEqual([expect.stringMatching(/: refused by script-src-elem$/)]);
  });

  test('of the site’s own launcher, too: the icon appears with the words', async ({
    site,
    host,
    visitors,
  }) => {
    visitors.expectProblem(/Content.Security.Policy|violates/i);
    await site.goOnline('ann');
    const page = await host.open({
      body: '<button id="help">Help</button>',
      tag: '<script async crossorigin src="SCRIPT" data-widget="WIDGET" data-launcher="#help"></script>',
      headers: policy('script-src SCRIPT', 'connect-src TRIGGER'),
    });
    await expectSoon(() => page.evaluate(() => window.frontdesk?.getAvailability())).toBeTruthy();
    await expectSoon(async () => {
      await page.getByRole('button', { name: 'Help' }).click();
      return page.getByText('This website doesn’t allow the chat.').isVisible();
    }).toBe(true);
    await page.evaluate(() => window.frontdesk?.hide());
    await expectGone(page.getByText('This website doesn’t allow the chat.'));
  });

  test('where only messages are refused the panel says so, and keeps what was typed', async ({
    site,
    host,
    visitors,
  }) => {
    visitors.expectProblem(/Content.Security.Policy|violates/i);
    await site.goOnline('ann');
    const base = host.script.replace('widget.js', '');
    const page = await host.open({
      headers: policy('script-src TRIGGER', `connect-src ${base}availability/ ${base}widgets/`),
    });
    await icon(page).click();
    await chatPanel(page).getByLabel('Your message').fill('Which tent for four?');
    await page.keyboard.press('Enter');
    await expectShown(chatPanel(page).getByText('This website doesn’t allow the chat.'));
    expect(await chatPanel(page).getByLabel('Your message').inputValue()).toBe('Which tent for four?');
  });
});

describe('what cannot be reached says why, and not another reason (C13, C8)', () => {
  test('a browser that lost its network says that at a click, and at a message', async ({
    site,
    host,
    visitors,
  }) => {
    visitors.expectProblem(/ERR_INTERNET_DISCONNECTED/);
    const browser = await visitors.browserOf('shopper');
    await site.goOnline('ann');
    const page = await host.open({});
    await expectShown(icon(page));
    await browser.setOffline(true);
    await icon(page).click();
    await expectShown(page.getByText('You’re not connected to the internet.'));
    await browser.setOffline(false);
    await page.getByRole('button', { name: 'not connected' }).click();
    await chatPanel(page).getByLabel('Your message').pressSequentially('Tents?');
    await browser.setOffline(true);
    await page.keyboard.press('Enter');
    await expectShown(chatPanel(page).getByText('You’re not connected to the internet.'));
  });

  test('a panel that the server does not give: nobody is sent to look at their connection', async ({
    site,
    host,
    visitors,
  }) => {
    visitors.expectProblem(/503/);
    await site.goOnline('ann');
    const page = await host.open({});
    await page.route(PANEL_ASKED, (route) => route.fulfill({ status: 503 }));
    await icon(page).click();
    await expectShown(page.getByRole('button', { name: 'Couldn’t open the chat. Try again in a moment.' }));
    await page.unroute(PANEL_ASKED);
    await page.getByRole('button', { name: 'Couldn’t open the chat' }).click();
    await expectShown(chatPanel(page));
  });

  test('a log-in page in between draws nothing, and the console says once that there was no answer', async ({
    host,
    visitors,
  }) => {
    const browser = await visitors.browserOf('shopper');
    const lines = linesOf(browser);
    let asked = 0;
    await browser.route(CHAT_ASKED, (route) => {
      asked++;
      const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/html' };
      return route.fulfill({ status: 200, headers, body: '<!doctype html><title>Log in</title>' });
    });
    const page = await host.open({});
    await expectSoon(() => lines).toEqual([expect.stringMatching(/^frontdesk:\S+: no JSON$/)]);
    await page.evaluate(() => window.frontdesk?.getAvailability());
    await expectGone(page.getByRole('button'));
    expect(asked).toBe(1);
  });

  test.for([
    ['is gone', (page: BrowserContext) => page.route(CHAT_ASKED, (route) => route.fulfill({ status: 404 }))],
    ['is not reached', (page: BrowserContext) => page.route(CHAT_ASKED, (route) => route.abort())],
  ] as const)(
    'a trigger that %s draws nothing, and the browser says it',
    async ([, refuse], { host, visitors }) => {
      visitors.expectProblem(/404|ERR_FAILED|CORS/);
      const browser = await visitors.browserOf('shopper');
      const said: string[] = [];
      browser.on('console', (message) => said.push(message.text()));
      await refuse(browser);
      const page = await host.open({});
      await expectSoon(() => said.join()).toMatch(/404|ERR_FAILED|CORS/);
      await expectSoon(() =>
        page.evaluate(async () => (await window.frontdesk?.getAvailability())?.state),
      ).toBe('unknown');
      await expectGone(page.getByRole('button'));
    },
  );
});
