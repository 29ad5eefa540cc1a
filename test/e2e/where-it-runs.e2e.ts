import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { chatThere, icon } from './support/chat-there';
import { said, writeMessage } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { onHostPage as test } from './support/host-page';
import { chatPanel } from './support/places';

const root = path.resolve(import.meta.dirname, '../..');

/** The example in a language that docs/widget.md has one of. */
function documented(language: string): string {
  const page = readFileSync(path.join(root, 'docs/widget.md'), 'utf8');
  return new RegExp('```' + language + '\\n([\\s\\S]*?)```').exec(page)?.[1] ?? '';
}

const drawn = (page: Page) => page.locator('html > div').count();

describe('a site that is made with a framework (C13)', () => {
  test('in React the documented component draws one icon in strict mode, hides it with its part, and keeps the chat', async ({
    site,
    host,
  }) => {
    const app = `import { StrictMode, useEffect, useState } from 'react';
      import { createRoot } from 'react-dom/client';
      ${documented('jsx').replace(/^import .*\n/m, '')}
      function App() {
        const [shown, show] = useState(true);
        return <><button onClick={() => show(!shown)}>Turn</button>{shown && <Chat />}</>;
      }
      createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);`;
    const { outputFiles } = await build({
      stdin: { contents: app, loader: 'jsx', resolveDir: root },
      bundle: true,
      write: false,
      charset: 'utf8',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"development"' },
    });
    await site.goOnline('ann');
    const page = await host.open({ body: '<div id="app"></div>', tag: '' });
    const code = (outputFiles[0]?.text ?? '').replaceAll(/https:\/\/…[^'"]*widget\.js/g, host.script);
    await page.addScriptTag({ content: code.replaceAll('WIDGET_ID', await site.widgetId('SUP')) });
    await chatThere(page);
    expect(await drawn(page)).toBe(1);
    const turn = page.getByRole('button', { name: 'Turn' });
    await turn.click();
    await expectGone(icon(page), chatPanel(page));
    await turn.click();
    await icon(page).click();
    await expectShown(said(chatPanel(page), 'Tents/slippers?'));
    expect(await drawn(page)).toBe(1);
  });

  test('Turbo turns its pages without a load: the icon and the open conversation stay', async ({
    site,
    host,
  }) => {
    const turbo = createRequire(import.meta.url).resolve('@hotwired/turbo/dist/turbo.es2017-umd.js');
    await site.goOnline('ann');
    const page = await host.open({
      head: `<script>${readFileSync(turbo, 'utf8').replaceAll('</script', '<\\/script')}</script>`,
      body: '<a href="/?2">Next page</a>',
    });
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await chatThere(page);
    await page.getByRole('link', { name: 'Next page' }).click();
    await expectSoon(() => page.url()).toContain('?2');
    await writeMessage(chatPanel(page), 'And one more');
    await expectShown(said(chatPanel(page), 'And one more').getByText(/Sent|Delivered/));
    expect(await page.evaluate(() => Reflect.get(window, 'stayed'))).toBe(true);
    expect(await drawn(page)).toBe(1);
  });
});

describe('a site whose line is changed by others (C13)', () => {
  test('a loader that renames scripts and runs them later leaves the id, in the address too', async ({
    site,
    host,
  }) => {
    await site.goOnline('ann');
    // As Rocket Loader and cache plugins of WordPress do: another type first, a copy of the element later.
    const late = `<script>addEventListener('load', () => {
      for (const old of document.querySelectorAll('script[type="text/late"]')) {
        const script = document.createElement('script');
        for (const { name, value } of old.attributes) if (name !== 'type') script.setAttribute(name, value);
        old.replaceWith(script);
      }
    })</script>`;
    const tag = `<script type="text/late" async crossorigin src="SCRIPT" data-widget="WIDGET"></script>${late}`;
    await chatThere(await host.open({ tag }));
  });

  test('nothing of it is loaded or stored before a consent manager has made the line a script', async ({
    site,
    host,
    visitors,
  }) => {
    await site.goOnline('ann');
    const browser = await visitors.browserOf('shopper');
    let asked = 0;
    browser.on('request', (request) => {
      if (request.url().includes('/v1/')) asked++;
    });
    const page = await host.open({
      tag: `<script type="text/plain" data-category="chat" crossorigin src="SCRIPT" data-widget="WIDGET"></script>`,
    });
    await page.waitForLoadState('networkidle');
    expect([asked, await page.evaluate(() => localStorage.length + sessionStorage.length)]).toEqual([0, 0]);
    await page.evaluate(() => {
      const old = document.querySelector('script[type="text/plain"]');
      const script = document.createElement('script');
      for (const { name, value } of old?.attributes ?? [])
        if (name !== 'type') script.setAttribute(name, value);
      old?.replaceWith(script);
    });
    await expectShown(icon(page));
    expect(
      await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length),
    ).toBe(0);
    await chatThere(page);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([
      expect.stringMatching(/^frontdesk:.+:chat$/),
    ]);
  });
});
