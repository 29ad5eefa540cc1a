import { describe, expect } from 'vitest';
import { expectAccessible } from './support/expect-accessible';
import { openChat, openShopChat, said, transcript, writeMessage } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { widgetState } from './support/places';

const TYPED = 'My invoice shows the wrong address.';

describe('the last agent leaves', () => {
  test('while a visitor types: the panel says so and asks who it is; what was typed stays (C4, R11)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
    await chat.getByLabel('Your message').fill(TYPED);
    await expectGone(chat.getByLabel('Your email'));

    await site.goOffline('ann');
    await site.passPoll();
    await expectShown(
      chat.getByText('We’re offline'),
      chat.getByText('No one is online right now. Tell us who you are'),
      chat.getByLabel('Your email'),
    );
    await expectGone(chat.getByText('We’re online'));
    expect(await chat.getByLabel('Your message').inputValue()).toBe(TYPED);
    await expectAccessible(shop);
  });

  test('between typing and sending: nothing is sent to nobody, and nothing is lost (C4, R5)', async ({
    site,
    visitors,
  }) => {
    // The answer is the journey; the browser notes it on its console.
    visitors.expectProblem(/status of 403 .*\/v1\/conversations\b/);
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    await site.goOffline('ann');
    await writeMessage(chat, TYPED);
    await expectShown(chat.getByText('Everyone has gone offline, and your message wasn’t sent yet'));
    expect(await chat.getByLabel('Your message').inputValue()).toBe(TYPED);
    expect(await transcript(chat)).toEqual([]);

    await chat.getByLabel('Your name').fill('Mia Miller');
    await chat.getByLabel('Your email').fill('mia@example.org');
    await chat.getByRole('button', { name: 'Send' }).click();
    await expectShown(said(chat, TYPED).getByText('Delivered'));
    expect(await chat.getByLabel('Your message').inputValue()).toBe('');
  });

  test('and the page is loaded again with the panel open: it asks at once, and a closed panel never (C4, F7)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
    let polls = 0;
    shop.on('request', (request) => {
      if (request.url().includes('/v1/availability/')) polls++;
    });
    await site.goOffline('ann');
    await shop.reload();
    await expectShown(chat.getByText('We’re offline'));
    expect(polls).toBe(1);
    await chat.getByRole('button', { name: 'Close' }).click();
    await shop.reload();
    await expectShown(shop.getByRole('button', { name: 'We’re offline' }));
    // The next poll is one that hears of this.
    await site.goOnline('ann');
    await site.passPoll();
    await expectShown(shop.getByRole('button', { name: 'We’re online' }));
    expect(polls).toBe(2);
  });

  test('in mid-conversation, and the chat hides from everybody else: icon and panel are on the next page (C6)', async ({
    site,
    visitors,
  }) => {
    await site.changeSettings({ hideWhenOffline: true });
    await site.goOnline('ann');
    const shop = await visitors.open('shopper', site.example);
    const chat = await openChat(shop, 'We’re online');
    await writeMessage(chat, TYPED);
    await expectShown(said(chat, TYPED).getByText('Delivered'));
    await chat.getByRole('button', { name: 'Close' }).click();
    await site.goOffline('ann');
    await site.passPoll();
    await shop.getByRole('link', { name: 'Pricing' }).click();
    const next = await openChat(shop, 'We’re offline');
    await expectSoon(() => transcript(next)).toEqual([TYPED]);

    // The control: this is what hides.
    const stranger = await visitors.open('stranger', site.example);
    await expectSoon(() => widgetState(stranger)).toBe('hidden');
    await expectGone(stranger.getByRole('button'));

    // A chat that was switched off is on no page after that, with a conversation or without (C7).
    visitors.expectProblem(/status of 404 .*\/v1\/widgets\b/);
    await site.changeSettings({ chatEnabled: false });
    await site.passPoll();
    await expectSoon(() => widgetState(shop)).toBe('disabled');
    await shop.reload();
    await expectSoon(() => widgetState(shop)).toBe('disabled');
    await expectGone(shop.getByRole('button'));
  });
});

describe('a page that does not know of it yet', () => {
  test('asks when the form holds a message back, since somebody may have come online (C3, C4)', async ({
    site,
    visitors,
  }) => {
    const { chat } = await openShopChat({ site, visitors }, 'We’re offline');
    await expectShown(chat.getByLabel('Your email'));
    await site.goOnline('ann');
    await writeMessage(chat, TYPED);
    await expectShown(chat.getByText('We’re online'));
    await expectSoon(() => chat.getByText('Leave your email').isVisible()).toBe(true);
    const field = chat.getByLabel('Your message');
    await expectSoon(() => field.evaluate((box) => box.matches(':focus'))).toBe(true);
    await chat.getByRole('button', { name: 'Send' }).click();
    await expectShown(said(chat, TYPED).getByText('Delivered'));
  });

  test('promises nobody and asks for nothing once a start was refused because chat was switched off (C4, C7)', async ({
    site,
    visitors,
  }) => {
    visitors.expectProblem(/status of 404 .*\/v1\/conversations\b/);
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    await site.changeSettings({ chatEnabled: false });
    await writeMessage(chat, TYPED);
    const gone = chat.getByText('Chat is no longer available.');
    await expectShown(gone);
    await expectGone(chat.getByText('We’re online'), chat.getByLabel('Your email'));
    expect(await gone.filter({ visible: true }).count()).toBe(1);
    expect(await chat.getByLabel('Your message').inputValue()).toBe(TYPED);
  });
});
