import type { BrowserContext } from 'playwright-core';
import { describe, expect } from 'vitest';
import { readRecorded, recordedVersions } from '../recorded/recorded-version';
import { answerNewest, keyOf, openChat, openShopChat, said, transcript, writeMessage } from './support/chat';
import { expectShown } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, chatPanel } from './support/places';

/** From now on the browser gets that version's script instead of the server's. */
async function serveRecorded(
  browser: BrowserContext,
  version: string,
  name: 'launcher.js' | 'panel.js',
): Promise<() => number> {
  const body = await readRecorded(version, name);
  let served = 0;
  await browser.route(name === 'panel.js' ? /\/v1\/panel-\w+\.js\??$/ : /\/v1\/widget\.js$/, (route) => {
    served += 1;
    return route.fulfill({
      body,
      contentType: 'text/javascript; charset=utf-8',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  return () => served;
}

describe.each(await recordedVersions())('a web page with the widget of version %s', (version) => {
  test('chats with the server of today, and comes back to its conversation (C1, C3)', async ({
    site,
    visitors,
  }) => {
    const browser = await visitors.browserOf('shopper');
    const launchers = await serveRecorded(browser, version, 'launcher.js');
    const panels = await serveRecorded(browser, version, 'panel.js');
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
    await answerNewest(site, 'The Crane.');
    await expectShown(said(chat, 'The Crane.').getByText('Ann Agent'));

    await shop.reload();
    await expectShown(said(chatPanel(shop), 'The Crane.'));
    expect(await transcript(chatPanel(shop))).toEqual(['Which tent for four?', 'The Crane.']);
    expect([launchers(), panels()]).toEqual([2, 2]);

    // It knows no reason why a chat ends.
    const pia = await visitors.open('pia', addresses.issue('pia', await keyOf(site, 'Which tent for four?')));
    await pia.getByText('Delete request').click();
    await pia.getByRole('button', { name: 'Delete this request' }).click();
    await site.passEvents();
    await expectShown(chatPanel(shop).getByText('Chat ended'));
  });

  test('was opened before today, and loads the panel of today at its first click (C1)', async ({
    site,
    visitors,
  }) => {
    const launchers = await serveRecorded(await visitors.browserOf('shopper'), version, 'launcher.js');
    await site.goOnline('ann');
    const shop = await visitors.open('shopper', site.example);
    const chat = await openChat(shop, 'We’re online');
    await writeMessage(chat, 'Is the Heron back?');
    await expectShown(said(chat, 'Is the Heron back?').getByText('Delivered'));
    expect(launchers()).toBe(1);
  });
});
