import { describe, expect } from 'vitest';
import { chatThere, icon } from './support/chat-there';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { onHostPage as test, type HostPage } from './support/host-page';
import { chatPanel } from './support/places';

const KEYS_TAKEN = (target: string): string =>
  `<script>${target}.addEventListener('keydown', (event) => {
    if (/INPUT|TEXTAREA/.test(event.target.tagName)) return;
    if (/[s\\/]/.test(event.key)) { event.preventDefault(); document.getElementById('q').focus(); }
  }, true)</script>`;

/** Each as web sites really are. */
const PAGES: [what: string, page: HostPage][] = [
  ['whose theme hides what is empty', { head: '<style>div:empty,p:empty{display:none!important}</style>' }],
  [
    'whose theme moves, fades and clips every element',
    {
      head: '<style>div,section{display:block;transform:translateZ(0);opacity:.5;overflow:hidden}</style><p style="height:3000px">',
    },
  ],
  [
    'that names its own things as we do',
    { body: '<section id="frontdesk">The desk</section><img name="hidden">' },
  ],
  ['that has variables of the names we use', { head: '<script>var origin = "shop", hidden = true</script>' }],
  [
    'that made our line a module',
    { tag: '<script type="module" src="SCRIPT" data-widget="WIDGET"></script>' },
  ],
  [
    'whose tag manager keeps no attributes',
    { tag: '<script async src="SCRIPT?widget=WIDGET&locale=en"></script>' },
  ],
  ['that imports the script', { tag: '<script type="module">await import("SCRIPT?widget=WIDGET")</script>' }],
  [
    'that adds the script later, as tag managers do',
    {
      tag: `<script>setTimeout(() => {
        const script = document.createElement('script');
        script.src = 'SCRIPT?widget=WIDGET';
        document.head.append(script);
      }, 100)</script>`,
    },
  ],
  [
    'that is isolated from other origins',
    {
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    },
  ],
  [
    'whose library replaced Event',
    { head: '<script>window.Event = function (native) { this.native = native }</script>' },
  ],
  [
    'that has filled the tab’s storage',
    {
      head: `<script>for (let size = 1 << 20; size >= 1; size >>= 1) {
        try { for (let n = 0; ; n++) sessionStorage.setItem(size + ':' + n, 'x'.repeat(size)) } catch {}
      }</script>`,
    },
  ],
  ['with shortcuts that the document hears first', { head: KEYS_TAKEN('document') }],
  [
    'that masks what is typed, and scrolls by itself',
    {
      head: `<script>for (const type of ['beforeinput', 'input', 'keypress', 'wheel', 'touchmove']) document.addEventListener(type, (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      }, { capture: true, passive: false })</script>`,
    },
  ],
  [
    'with a dialog that fetches the focus back and takes clicks outside',
    {
      head: `<script>for (const type of ['focusin', 'mousedown', 'click']) document.addEventListener(type, (event) => {
        const icon = event.composedPath().some((each) => each.className?.includes?.('icon'));
        if (icon || event.target.id === 'q') return;
        event.preventDefault();
        event.stopImmediatePropagation();
        document.getElementById('q').focus();
      }, true)</script>`,
    },
  ],
];

describe('the widget works on a page (C13, R16)', () => {
  test.for(PAGES)('%s', async ([, page], { site, host }) => {
    await site.goOnline('ann');
    await chatThere(await host.open(page));
  });

  test('that throws away what it did not make: the icon is back within two seconds', async ({
    site,
    host,
  }) => {
    await site.goOnline('ann');
    const page = await host.open({});
    await expectShown(icon(page));
    await page.evaluate(() => {
      const next = new DOMParser().parseFromString('<h1>Page 2</h1>', 'text/html');
      document.replaceChild(document.adoptNode(next.documentElement), document.documentElement);
    });
    await expectShown(page.getByRole('heading', { name: 'Page 2' }));
    await chatThere(page);
  });
});

describe('the page is as it was without the widget (C13)', () => {
  test('where its root is a flex container, nothing moves; on paper there is nothing of it', async ({
    site,
    host,
  }) => {
    await site.goOnline('ann');
    const page = await host.open({
      head: '<style>html{display:flex;justify-content:space-between;gap:80px}body{width:600px;margin:0 auto}</style>',
    });
    const place = () =>
      page.evaluate(() =>
        JSON.stringify([document.body.getBoundingClientRect(), document.documentElement.scrollHeight]),
      );
    await expectShown(icon(page));
    const before = await place();
    await page.evaluate(() => window.frontdesk?.destroy());
    expect(await place()).toBe(before);

    await page.reload();
    await icon(page).click();
    await expectShown(chatPanel(page));
    await page.emulateMedia({ media: 'print' });
    await expectGone(icon(page), chatPanel(page));
  });

  test('what it has called frontdesk itself is left alone, and one line says so', async ({ host }) => {
    const page = await host.open({ tag: '' });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.evaluate(() => Object.assign(window, { frontdesk: { phone: '030 123' } }));
    await page.addScriptTag({ url: host.script });
    expect(await page.evaluate(() => Reflect.get(window.frontdesk ?? {}, 'phone'))).toBe('030 123');
    await expectSoon(() => said.join()).toContain('frontdesk: taken');
  });
});

describe('words are whole, in their own direction (C13)', () => {
  test('beside the icon in a narrow window, where they are long', async ({ site, host }) => {
    await site.goOnline('ann');
    for (const width of [320, 360]) {
      const page = await host.open({ browser: { viewport: { width: 320, height: 640 }, locale: 'de-DE' } });
      await page.setViewportSize({ width, height: 640 });
      const button = page.getByRole('button', { name: 'Wir sind online' });
      await button.hover();
      const box = await button.locator('bdi').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  });

  test('on a page from right to left: the corner follows the page, English runs from left to right', async ({
    site,
    host,
  }) => {
    await site.goOnline('ann');
    const page = await host.open({ root: 'dir="rtl"' });
    await chatThere(page);
    expect((await icon(page).boundingBox())?.x).toBe(20);
    const direction = await chatPanel(page)
      .getByText('Press Enter to send')
      .evaluate((each) => getComputedStyle(each).direction);
    expect(direction).toBe('ltr');
  });
});

describe('an answer that is older than it may be (C8, C13)', () => {
  test('from a cache of the page’s own is not shown as online', async ({ site, host }) => {
    await site.goOnline('ann');
    const page = await host.open({
      head: `<script>{
          const ask = window.fetch;
          window.fetch = async (...asked) => {
            const request = new Request(...asked);
            const cache = await caches.open('site');
            const known = request.method === 'GET' && (await cache.match(request));
            if (known) return known;
            const answer = await ask(request);
            if (request.method === 'GET') await cache.put(request, answer.clone());
            return answer;
          };
        }</script>`,
    });
    await expectShown(icon(page));
    await site.goOffline('ann');
    await site.passPoll();
    await page.clock.install({ time: Date.now() + 75_000 });
    await page.reload();
    await expectShown(page.getByRole('button', { name: 'We’re offline' }));
  });
});

describe('what a site owner asks of it (C9)', () => {
  test('calls before the script is there are done once it is', async ({ site, host }) => {
    await site.goOnline('ann');
    const page = await host.open({
      head: `<script>window.told = [];
          (window.frontdesk ||= []).push(['on', 'open', () => told.push('open')], ['open']);
          frontdesk.push(['on', 'close', () => told.push('close')]);
          frontdesk.push(['open']);</script>`,
    });
    await expectShown(chatPanel(page));
    await page.keyboard.press('Escape');
    await expectSoon(() => page.evaluate(() => Reflect.get(window, 'told') as string[])).toEqual([
      'open',
      'close',
    ]);
  });

  test('a launcher of its own opens and closes the panel, and gets the focus back; hide and show', async ({
    site,
    host,
  }) => {
    await site.goOnline('ann');
    const page = await host.open({
      body: '<button id="help">Help</button>',
      tag: '<script async src="SCRIPT" data-widget="WIDGET" data-launcher="#help"></script>',
    });
    const help = page.getByRole('button', { name: 'Help' });
    await expectSoon(() => page.evaluate(() => window.frontdesk !== undefined)).toBe(true);
    await help.click();
    await expectShown(chatPanel(page));
    await expectGone(icon(page));
    await page.keyboard.press('Escape');
    await expectGone(chatPanel(page));
    expect(await help.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.evaluate(() => window.frontdesk?.show());
    await expectShown(icon(page));
    await page.evaluate(() => window.frontdesk?.toggle());
    await expectShown(chatPanel(page));
    await page.evaluate(() => window.frontdesk?.hide());
    await expectGone(icon(page), chatPanel(page));
  });

  test('a wrong id says one line on the console, and draws nothing', async ({ host, visitors }) => {
    const browser = await visitors.browserOf('shopper');
    const lines: string[] = [];
    browser.on('console', (message) => lines.push(message.text()));
    await host.open({ tag: '<script async src="SCRIPT" data-widget="nonsense"></script>' });
    await expectSoon(() => lines).toEqual(['frontdesk:nonsense: unknown or off']);
  });
});
