import { describe, expect } from 'vitest';
import {
  answerNewest,
  inboxRow,
  openChat,
  openShopChat,
  said,
  writeMessage,
  unfoldCustomer,
} from './support/chat';
import { leaveAddress } from './support/chat-journeys';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, chatPanel, modulePage, portalChat } from './support/places';

const OFFER = 'Leave your email';
const LEFT = 'Thanks. We have your email and can reply there, too.';
const REACHED = 'We’ll also reply by email: mia@example.org';

describe('an anonymous visitor of a web page, whom the last agent leaves alone', () => {
  test('leaves name and e-mail, and is promised an e-mail once an agent has answered; agents see who it is (R11, T1)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
    await answerNewest(site, 'The Crane.');
    await expectShown(said(chat, 'The Crane.'));
    await site.goOffline('ann');
    await site.passPoll();
    const away = 'No one is online right now. Our reply will be here when you come back.';
    await expectShown(chat.getByText(away));
    await writeMessage(chat, 'I have time.');
    await expectShown(said(chat, 'I have time.').getByText('Delivered'));
    await expectAccessible(shop);

    // Half a message, which the offer does not disturb.
    await chat.getByLabel('Your message').fill('And is it');
    await chat.getByText(OFFER).click();
    await chat.getByLabel('Your name').fill('Mia Miller');
    await chat.getByLabel('Your email').fill('mia@example.org');
    await chat.getByLabel('Your email').press('Enter');
    await expectShown(chat.getByText(LEFT), chat.getByText(away));
    await expectGone(chat.getByText(OFFER));
    const field = chat.getByLabel('Your message');
    expect(await field.inputValue()).toBe('And is it');
    await expectSoon(() => field.evaluate((box) => box.matches(':focus'))).toBe(true);

    const desk = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(desk);
    await expectShown(inboxRow(inbox, 'Mia Miller').getByText('email not confirmed'));
    await inboxRow(inbox, 'Mia Miller').click();
    await unfoldCustomer(inbox);
    await expectShown(inbox.getByText('mia@example.org', { exact: true }));
    await expectAccessible(desk);
    await inbox.getByLabel('Reply to customer').fill('The Heron is lighter.');
    await inbox.getByRole('button', { name: 'Send' }).click();
    await expectShown(inbox.getByText('confirmed by an agent'));
    await expectGone(inbox.getByText('email not confirmed', { exact: true }));
    await expectShown(said(chat, 'The Heron is lighter.'));
    await expectShown(chat.getByText(REACHED), chat.getByText('We’ll reply by email.'));
    await shop.reload();
    await expectShown(chatPanel(shop).getByText(REACHED));
  });

  test('goes on without, and a half-filled offer keeps no message back', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await chat.getByText(OFFER).click();
    await chat.getByLabel('Your name').fill('Mia Miller');
    await writeMessage(chat, 'And is it heavy?');
    await expectShown(said(chat, 'And is it heavy?').getByText('Delivered'));
    await chat.getByRole('button', { name: 'Save email' }).click();
    const email = chat.getByLabel('Your email');
    await expectSoon(() => email.evaluate((box) => box.matches(':focus:invalid'))).toBe(true);
  });

  test('whose address Jira takes nobody with, may leave another one', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await chat.getByText(OFFER).click();
    await chat.getByLabel('Your name').fill('Dee');
    // Of an account that was deactivated.
    await chat.getByLabel('Your email').fill('dee@example.com');
    await chat.getByRole('button', { name: 'Save email' }).click();
    await expectShown(chat.getByText(LEFT));
    await answerNewest(site, 'The Crane.');
    await expectShown(chat.getByText('This email can’t be used here.'));
    // Open as it was left.
    await chat.getByLabel('Your email').fill('mia@example.org');
    await chat.getByRole('button', { name: 'Save email' }).click();
    await expectShown(chat.getByText(LEFT));
    await answerNewest(site, 'By e-mail, too.');
    await expectShown(chat.getByText(REACHED));
  });
});

describe('an anonymous visitor of the portal', () => {
  test('leaves name and e-mail after the start as well (R11)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const page = await visitors.open('anonymous', addresses.portal('anonymous'));
    const chat = await openChat(portalChat(page), 'We’re online');
    await writeMessage(chat, 'Where is my order?');
    await expectShown(said(chat, 'Where is my order?').getByText('Delivered'));
    await expectAccessible(page);
    await leaveAddress(chat);
    await answerNewest(site, 'By e-mail, too.');
    await expectShown(chat.getByText(REACHED));
  });
});
