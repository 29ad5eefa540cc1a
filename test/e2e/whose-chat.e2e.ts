import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openChat, said, writeMessage } from './support/chat';
import { expectGone, expectShown } from './support/expect-soon';
import { hurried as test } from './support/journey';
import type { JourneySite } from './support/journey-site';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the web site's own back end gives a page whose visitor is signed in. */
async function aBackEnd(site: JourneySite): Promise<(sub: string) => Promise<string>> {
  const { secret } = await site.ask('pia', 'renewIdentitySecret', { projectId: site.projectId('SUP') });
  const aud = await site.widgetId('SUP');
  return (sub) => {
    const iat = Math.floor(site.site.clock.now() / 1_000);
    const claims = { sub, name: sub, email: `${sub}@people.example`, aud, iat, exp: iat + 600 };
    const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
    return Promise.resolve(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
  };
}

const identify = (page: Page, token: string | null): Promise<void> =>
  page.evaluate((signed) => window.frontdesk?.identify(signed === null ? null : { token: signed }), token);

const stored = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));

describe('a computer that people share', () => {
  test('shows a signed-in person’s chat to nobody after them, and to them again (T3)', async ({
    site,
    visitors,
  }) => {
    // Who has no chat yet is told so by a 404.
    visitors.expectProblem(/404/);
    const tokenOf = await aBackEnd(site);
    await site.goOnline('ann');
    const page = await visitors.open('shopper', site.example);
    await expectShown(page.getByRole('button', { name: 'We’re online' }));
    await identify(page, await tokenOf('alice'));
    const chat = await openChat(page, 'We’re online');
    await writeMessage(chat, 'alice-private-42');
    await expectShown(said(chat, 'alice-private-42').getByText('Delivered'));
    await chat.getByLabel('Your message').fill('alice-draft-43');
    expect(await stored(page)).not.toContain('alice-private-42');

    // The next person signs in without the page being left, and then nobody is signed in.
    for (const token of [await tokenOf('bob'), null]) {
      await identify(page, token);
      await expectGone(said(chat, 'alice-private-42'));
      expect(await chat.getByLabel('Your message').inputValue()).toBe('');
    }
    await page.reload();
    await expectShown(chat.getByText('We’re online'));
    expect(await chat.getByRole('listitem').count()).toBe(0);

    const tab = await visitors.open('shopper', site.example);
    await expectShown(tab.getByRole('button', { name: 'We’re online' }));
    await identify(tab, await tokenOf('alice'));
    await expectShown(said(await openChat(tab, 'We’re online'), 'alice-private-42'));
    expect(await chat.getByRole('listitem').count()).toBe(0);
  });

  test('keeps nothing of a visitor who does nothing (C10)', async ({ site, visitors }) => {
    const page = await visitors.open('shopper', site.example);
    const other = await visitors.open('shopper', site.example);
    await expectShown(page.getByRole('button', { name: 'We’re offline' }));
    await site.goOnline('ann');
    await site.passPoll();
    await expectShown(other.getByRole('button', { name: 'We’re online' }));
    for (const each of [page, other]) {
      expect(await stored(each)).toBe(JSON.stringify([{}, {}, '']));
      expect(await each.evaluate(async () => [(await indexedDB.databases()).length])).toEqual([0]);
    }
  });
});

describe('a page in which others may write', () => {
  for (const name of ['currentScript', 'frontdesk']) {
    test(`changes nothing of the widget by an element called ${name} (C13, S3)`, async ({
      site,
      visitors,
    }) => {
      const browser = await visitors.browserOf('shopper');
      const widgetId = await site.widgetId('SUP');
      const elsewhere = `${site.url}/elsewhere`;
      const foreign: string[] = [];
      await browser.route(`${elsewhere}/**`, (route) => {
        foreign.push(route.request().url());
        return route.abort();
      });
      visitors.expectProblem(/elsewhere|ERR_FAILED|Failed to load/);
      const source = `${site.site.webTriggerUrl('public')}/v1/widget.js`;
      await browser.route(`${site.url}/forum`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><title>Forum</title>
            <img name="${name}" id="${name}" data-widget="${widgetId}" src="${elsewhere}/v1/widget.js">
            <form name="${name}"><input name="src" value="${elsewhere}/v1/widget.js"></form>
            <script async src="${source}" data-widget="${widgetId}"></script>`,
        }),
      );
      const page = await visitors.open('shopper', `${site.url}/forum`);
      await page.getByRole('button', { name: 'We’re offline' }).click();
      await expectShown(page.getByRole('dialog', { name: 'Chat' }));
      expect(foreign.filter((url) => url !== `${elsewhere}/v1/widget.js`)).toEqual([]);
    });
  }
});
