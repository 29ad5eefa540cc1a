import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { answerNewest, inboxRow, openChat, said, transcript, writeMessage } from './support/chat';
import { chatOnThePortal } from './support/chat-journeys';
import { denyStorage } from './support/deny-storage';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test, test as unhurried } from './support/journey';
import { addresses, modulePage, portalChat, widgetState } from './support/places';

const TYPED = 'My invoice shows the wrong address.';

/** Does nothing stay in the portal's frame? */
const storesNothing = (page: Page): Promise<boolean> =>
  portalChat(page)
    .locator('body')
    .evaluate(() => {
      try {
        return localStorage.length < 0;
      } catch {
        return true;
      }
    });

describe('a customer who is logged in to the portal', () => {
  test('chats as herself, also while nobody is online; it is one of her requests (C2, S7)', async ({
    site,
    visitors,
  }) => {
    await chatOnThePortal({ site, visitors });
  });

  test('finds the chat again by account: where nothing is stored, and in another browser', async ({
    site,
    visitors,
  }) => {
    const cara = await visitors.open('cara', addresses.portal('cara'));
    await denyStorage(cara);
    const chat = await openChat(portalChat(cara), 'We’re offline');
    expect(await storesNothing(cara)).toBe(true);
    await writeMessage(chat, TYPED);
    await expectShown(said(chat, TYPED).getByText('Delivered'));
    await answerNewest(site, 'I have sent you a new one.');

    await cara.reload();
    await portalChat(cara).getByRole('button', { name: 'New messages: 1' }).click();
    await expectSoon(() => transcript(chat)).toEqual([TYPED, 'I have sent you a new one.']);
    await writeMessage(chat, 'Thank you.');
    await expectShown(said(chat, 'Thank you.').getByText('Delivered'));

    const phone = await visitors.open('the phone', addresses.portal('cara'));
    const there = await openChat(portalChat(phone), 'We’re offline');
    const all = [TYPED, 'I have sent you a new one.', 'Thank you.'];
    await expectSoon(() => transcript(there)).toEqual(all);
    await writeMessage(there, 'I have it.');
    // The page that was open meanwhile follows.
    await expectSoon(() => transcript(chat)).toEqual([...all, 'I have it.']);

    // Somebody else logs in on the same browser.
    const milo = await visitors.open('cara', addresses.portal('milo'));
    const his = await openChat(portalChat(milo), 'We’re offline');
    expect(await transcript(his)).toEqual([]);
    await expectShown(his.getByLabel('Your message'));
  });

  test('reads a chat that has ended, also later, until they start another', async ({ site, visitors }) => {
    const cara = await visitors.open('cara', addresses.portal('cara'));
    await denyStorage(cara);
    const chat = await openChat(portalChat(cara), 'We’re offline');
    await writeMessage(chat, TYPED);
    await expectShown(said(chat, TYPED).getByText('Delivered'));
    const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
    await inboxRow(inbox, 'Cara Customer').click();
    await inbox.getByRole('button', { name: 'Resolve' }).click();
    await cara.bringToFront();
    await expectShown(chat.getByRole('button', { name: 'Start new chat' }));

    await cara.reload();
    await openChat(portalChat(cara), 'We’re offline');
    await expectSoon(() => transcript(chat)).toEqual([TYPED]);
    await chat.getByRole('button', { name: 'Start new chat' }).click();
    await expectSoon(() => transcript(chat)).toEqual([]);
    await cara.reload();
    await openChat(portalChat(cara), 'We’re offline');
    // However often the page asks meanwhile.
    await site.passPoll();
    expect(await transcript(chat)).toEqual([]);
    await writeMessage(chat, 'Another thing.');
    await expectShown(said(chat, 'Another thing.').getByText('Delivered'));
    await cara.reload();
    await openChat(portalChat(cara), 'We’re offline');
    await expectSoon(() => transcript(chat)).toEqual(['Another thing.']);
  });

  test('finds icon and panel when the last agent has left and the chat hides from everybody else (C6)', async ({
    site,
    visitors,
  }) => {
    await site.changeSettings({ hideWhenOffline: true });
    await site.goOnline('ann');
    const cara = await visitors.open('cara', addresses.portal('cara'));
    await denyStorage(cara);
    const chat = await openChat(portalChat(cara), 'We’re online');
    await writeMessage(chat, TYPED);
    await expectShown(said(chat, TYPED).getByText('Delivered'));
    await site.goOffline('ann');
    await site.passPoll();
    await expectShown(chat.getByText('No one is online right now. We’ll reply by email.'));

    await cara.reload();
    await openChat(portalChat(cara), 'We’re offline');
    await expectSoon(() => transcript(chat)).toEqual([TYPED]);
    // A second tab asks for itself, whatever the first knows.
    const tab = await visitors.open('cara', addresses.portal('cara'));
    await openChat(portalChat(tab), 'We’re offline');

    // The control: this is what hides.
    const milo = await visitors.open('milo', addresses.portal('milo'));
    await expectSoon(() => widgetState(portalChat(milo))).toBe('hidden');
    await expectGone(portalChat(milo).getByRole('button'));
    await site.goOnline('ann');
    await site.passPoll();
    await expectShown(portalChat(milo).getByRole('button', { name: 'We’re online' }));

    // A chat that was switched off goes, with a conversation or without (C7).
    await site.changeSettings({ chatEnabled: false });
    await cara.reload();
    await site.passPoll();
    await expectGone(portalChat(cara).getByRole('button'));
  });
});

describe('a visitor of the portal', () => {
  unhurried(
    'who opens the chat sees all of it: field and button are in the window, and the page stays theirs after that',
    async ({ visitors }) => {
      const cara = await visitors.open('cara', addresses.portal('cara'));
      const chat = await openChat(portalChat(cara), 'We’re offline');
      const field = chat.getByLabel('Your message');
      const send = chat.getByRole('button', { name: 'Send' });
      const bottom = async (): Promise<number> => {
        const box = await send.boundingBox();
        return box ? box.y + box.height : Infinity;
      };
      await expectSoon(bottom).toBeLessThanOrEqual(800);
      expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true);

      const milo = await visitors.open('milo', addresses.portal('milo'), {
        viewport: { width: 800, height: 400 },
      });
      const low = (await openChat(portalChat(milo), 'We’re offline')).getByRole('button', { name: 'Send' });
      await expectSoon(async () => (await low.boundingBox())?.y).toBeLessThan(380);

      await cara.bringToFront();
      await cara.mouse.move(300, 200);
      await cara.mouse.wheel(0, -5_000);
      await expectSoon(() => cara.evaluate(() => scrollY)).toBe(0);
      // A frame that grows, as when a longer answer comes, is no reason.
      await chat.evaluate((panel) => (panel.style.blockSize = '600px'));
      await expectSoon(bottom).toBeGreaterThan(800);
      await cara.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      expect(await cara.evaluate(() => scrollY)).toBe(0);
    },
  );
});
