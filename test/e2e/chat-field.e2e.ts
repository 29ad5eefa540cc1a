import { describe, expect } from 'vitest';
import {
  answerNewest,
  inboxMessages,
  inboxRow,
  openShopChat,
  reply,
  said,
  transcript,
  writeMessage,
} from './support/chat';
import { expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, modulePage } from './support/places';

describe('a message is as long as the server says', () => {
  test('4,000 emoji go from the customer to the agent, and 4,000 back', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    const [question, answer] = ['👋'.repeat(4_000), '👍'.repeat(4_000)];
    await chat.getByLabel('Your message').fill(question);
    await expectShown(chat.getByText('Characters left: 0'));
    await chat.getByRole('button', { name: 'Send' }).click();
    await expectSoon(() => transcript(chat)).toEqual([question]);
    await expectShown(said(chat, '👋').getByText('Delivered'));

    const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
    await inboxRow(inbox, '👋').click();
    await reply(inbox, answer);
    await expectShown(inboxMessages(inbox).getByText(answer));
    await expectSoon(() => transcript(chat)).toEqual([question, answer]);
  });
});

describe('web addresses in messages', () => {
  test('are links for the customer, in a tab of their own; everything else is the text that was typed', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, '<a href="javascript:alert(1)">x</a> javascript:alert(1)');
    const answer = `See ${site.url}/_local/health, or (https://www.example.com/a_(b)).`;
    await expectShown(said(chat, 'javascript:').getByText('Delivered'));
    await answerNewest(site, answer);
    await expectSoon(() => transcript(chat)).toEqual([
      '<a href="javascript:alert(1)">x</a> javascript:alert(1)',
      answer,
    ]);
    const links = chat.getByRole('log').getByRole('link');
    expect(await links.allTextContents()).toEqual([
      `${site.url}/_local/health`,
      'https://www.example.com/a_(b)',
    ]);
    for (const link of await links.all()) {
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    }
    const [opened] = await Promise.all([shop.context().waitForEvent('page'), links.first().click()]);
    await expectSoon(() => opened.url()).toBe(`${site.url}/_local/health`);
    expect(shop.url()).toBe(site.example);
  });
});

describe('what draws the messages', () => {
  const SCRIPT = /\/v1\/messages-\w+\.js/;

  test('is not loaded by whoever only looks; where it cannot be, what was typed stays, and the panel says so (F9, C3)', async ({
    site,
    visitors,
  }) => {
    visitors.expectProblem(/messages-/);
    const browser = await visitors.browserOf('shopper');
    let asked = 0;
    await browser.route(SCRIPT, (route) => {
      asked += 1;
      return route.abort();
    });
    const { chat } = await openShopChat({ site, visitors }, 'We’re offline');
    await expectShown(chat.getByLabel('Your name'));
    expect(asked).toBe(0);

    await chat.getByLabel('Your name').fill('Mia');
    await chat.getByLabel('Your email').fill('mia@example.org');
    await writeMessage(chat, 'Do you mend zips?');
    await expectShown(chat.getByText('Your message hasn’t been sent yet, but it’s not lost.'));
    expect(await chat.getByLabel('Your message').inputValue()).toBe('Do you mend zips?');

    await browser.unroute(SCRIPT);
    await chat.getByRole('button', { name: 'Send' }).click();
    await expectShown(said(chat, 'Do you mend zips?').getByText('Delivered'));
    expect(await transcript(chat)).toEqual(['Do you mend zips?']);
    expect(asked).toBeGreaterThan(0);
  });

  test('is asked for again by whoever opens a conversation that could not be shown (C3)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Is the Heron back?');
    await expectShown(said(chat, 'Is the Heron back?').getByText('Delivered'));
    visitors.expectProblem(/messages-/);
    const browser = await visitors.browserOf('shopper');
    await browser.route(SCRIPT, (route) => route.abort());
    await shop.reload();
    await expectShown(chat.getByText('Couldn’t open the chat.'));

    await browser.unroute(SCRIPT);
    await chat.getByRole('button', { name: 'Close' }).click();
    await shop.getByRole('button', { name: 'We’re online' }).click();
    await expectSoon(() => transcript(chat)).toEqual(['Is the Heron back?']);
    expect(await chat.getByText('Couldn’t open the chat.').count()).toBe(0);
  });
});

describe('while nobody is online', () => {
  test('a name that nobody can read is not accepted, and the form says which field it is (C2)', async ({
    site,
    visitors,
  }) => {
    const { chat } = await openShopChat({ site, visitors }, 'We’re offline');
    const name = chat.getByLabel('Your name');
    await chat.getByLabel('Your email').fill('mia@example.org');
    for (const blank of ['   ', '\u200b\u200d']) {
      await name.fill(blank);
      await writeMessage(chat, 'Do you mend zips?');
      const complaint = (): Promise<string> =>
        name.evaluate((field: HTMLInputElement) => field.validationMessage);
      await expectSoon(complaint).toMatch(/^Enter your name/);
      expect(await transcript(chat)).toEqual([]);
    }
    await name.fill(' Mia ');
    await chat.getByRole('button', { name: 'Send' }).click();
    await expectShown(said(chat, 'Do you mend zips?').getByText('Delivered'));
    await expectShown(chat.getByText('We’ll reply by email.'));
  });
});

describe('a visitor whom the web site’s own token does not identify', () => {
  test('is not told that somebody has left who never was there; the site’s developer is told why (C2)', async ({
    site,
    visitors,
  }) => {
    visitors.expectProblem(/status of 403 .*\/v1\/conversations\b/);
    visitors.expectProblem(/frontdesk.identify: the token was not accepted/);
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re offline');
    await shop.evaluate(() => window.frontdesk?.identify({ token: 'expired.long.ago' }));
    await writeMessage(chat, 'Do you mend zips?');
    await expectShown(chat.getByText('No one is online right now. Tell us who you are'));
    expect(await chat.getByLabel('Your message').inputValue()).toBe('Do you mend zips?');
  });
});

describe('the folded offer to leave an e-mail address, half filled in', () => {
  test('opens at what is missing: Send never does nothing', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
    const offer = chat.getByText('Leave your email');
    const [name, email] = [chat.getByLabel('Your name'), chat.getByLabel('Your email')];
    const send = chat.getByRole('button', { name: 'Send' });
    await chat.getByLabel('Your message').fill('Which tent for four?');
    for (const [filled, missing, value] of [
      [name, email, 'Mia Miller'],
      [email, name, 'mia@example.org'],
    ] as const) {
      await offer.click();
      await filled.fill(value);
      await offer.click();
      await send.click();
      await expectShown(missing);
      await expectSoon(() => missing.evaluate((field) => field.matches(':focus'))).toBe(true);

      // The next page begins with what was typed, and with the offer open.
      await shop.reload();
      await expectShown(missing);
      expect(await filled.inputValue()).toBe(value);
      await filled.fill('');
      await offer.click();
    }
    await send.click();
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
  });
});
