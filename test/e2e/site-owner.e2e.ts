import { createHash } from 'node:crypto';
import { describe, expect } from 'vitest';
import { chatThere, icon } from './support/chat-there';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { onHostPage as test } from './support/host-page';
import { chatPanel } from './support/places';

describe('the corner that a site owner chooses (C13)', () => {
  test('--frontdesk-block lifts icon and panel above a cookie bar, and not the sheet of a narrow window', async ({
    site,
    host,
  }) => {
    await site.goOnline('ann');
    const page = await host.open({
      head: '<style>:root{--frontdesk-block:100px}.bar{position:fixed;inset:auto 0 0;height:90px;background:#ddd}</style>',
      body: '<div class="bar">Cookies?</div>',
    });
    await page.setViewportSize({ width: 1_000, height: 600 });
    await expectShown(icon(page));
    expect(await icon(page).boundingBox()).toMatchObject({ y: 600 - 100 - 56 });
    await icon(page).click();
    const box = await chatPanel(page).boundingBox();
    expect(box).toMatchObject({ y: 20, height: 600 - 20 - 168 });
    await page.setViewportSize({ width: 400, height: 700 });
    expect(await chatPanel(page).boundingBox()).toMatchObject({ y: 140, height: 560 });
  });
});

const withIntegrity = (integrity: string): string =>
  `<script async crossorigin integrity="${integrity}" src="SCRIPT" data-widget="WIDGET"></script>`;

describe('the embed code (C13)', () => {
  test('works without crossorigin, as sites have it from before', async ({ site, host }) => {
    await site.goOnline('ann');
    await chatThere(await host.open({ tag: '<script async src="SCRIPT" data-widget="WIDGET"></script>' }));
  });

  test('may name an integrity, and is not loaded any more once the script is another', async ({
    site,
    host,
    visitors,
  }) => {
    await site.goOnline('ann');
    const code = await (await fetch(host.script)).text();
    const hash = createHash('sha384').update(code).digest('base64');
    await chatThere(await host.open({ tag: withIntegrity(`sha384-${hash}`) }));
    visitors.expectProblem(/integrity/);
    const said: string[] = [];
    (await visitors.browserOf('shopper')).on('console', (message) => said.push(message.text()));
    const other = createHash('sha384').update(`${code} `).digest('base64');
    const page = await host.open({ tag: withIntegrity(`sha384-${other}`) });
    await expectSoon(() => said.join()).toContain('integrity');
    await expectGone(page.getByRole('button'));
  });

  test('lets the site’s error reports read where in the script something failed', async ({
    host,
    visitors,
  }) => {
    const head = `<script>addEventListener('error', ({ message, filename }) => (window.reported = [message, filename]))</script>`;
    const failing = '**/v1/widget.js';
    visitors.expectProblem(/broken|Script error/);
    const page = await host.open({ head, tag: '' });
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' };
    await page.route(failing, (route) => route.fulfill({ headers, body: 'throw new Error("broken")' }));
    for (const [crossOrigin, message] of [
      ['anonymous', 'Uncaught Error: broken'],
      [null, 'Script error.'],
    ] as const) {
      await page.evaluate(
        ([src, mode]) =>
          document.head.append(Object.assign(document.createElement('script'), { src, crossOrigin: mode })),
        [host.script, crossOrigin] as const,
      );
      await expectSoon(
        async () => (await page.evaluate(() => Reflect.get(window, 'reported') as string[] | undefined))?.[0],
      ).toBe(message);
    }
  });
});
