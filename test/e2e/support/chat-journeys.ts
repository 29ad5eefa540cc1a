import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  inboxMessages,
  inboxRow,
  issueKeyOf,
  openChat,
  openShopChat,
  reply,
  said,
  transcript,
  unfoldCustomer,
  writeMessage,
} from './chat';
import { expectGone, expectInTheEnd, expectShown, expectSoon } from './expect-soon';
import type { JourneySite } from './journey-site';
import { addresses, chatPanel, modulePage, portalChat } from './places';
import type { Visitors } from './visitors';

/** What people do in one chat, on a site that does as it is told and on one that refuses. */

interface People {
  site: JourneySite;
  visitors: Visitors;
}

/** Where they have it open in the end, and its request in Jira. */
interface Answered {
  ann: Page;
  inbox: FrameLocator;
  chat: Locator;
  key: string;
}

/**
 * Shown in the customer's panel, under that name. Where Jira asks for a pause when the page comes for it, it stays without
 * a name there, or is "Agent" (avatar and all): never under another.
 */
async function expectSaidBy({ site }: JourneySite, chat: Locator, name: string, text: string): Promise<void> {
  const answer = said(chat, text);
  if (!site.strict) return expectShown(answer.getByText(name));
  await expectShown(answer);
  const names = await answer.locator('.who').allTextContents();
  expect(names.filter((who) => !who.endsWith(name) && !['', 'AAgent'].includes(who))).toEqual([]);
}

/** An anonymous visitor is answered from the inbox and from Jira, and says thank you. */
export async function chatWithTwoAgents({ site, visitors }: People): Promise<Answered> {
  await site.goOnline('ann');
  const { chat } = await openShopChat({ site, visitors }, 'We’re online');
  await writeMessage(chat, 'Which tent for four?');
  await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));

  const ann = await visitors.open('ann', addresses.inbox('ann'));
  const inbox = modulePage(ann);
  await inboxRow(inbox, 'Which tent for four?').click();
  await reply(inbox, 'The Crane.');
  await expectInTheEnd(inbox, said(chat, 'The Crane.'));
  await expectSaidBy(site, chat, 'Ann Agent', 'The Crane.');

  const key = await issueKeyOf(inbox, 'The Crane.');
  const cy = await visitors.open('cy', addresses.issue('cy', key));
  await expectShown(cy.getByText('Which tent for four?'), cy.getByText('The Crane.'));
  await cy.getByLabel('Add a comment').fill('She bought a Wren last year.');
  await cy.getByRole('button', { name: 'Add internal note' }).click();
  await expectShown(cy.getByText('Internal note', { exact: true }));
  await cy.getByLabel('Add a comment').fill('It is in stock again.');
  await cy.getByRole('button', { name: 'Reply to customer' }).click();
  await expectShown(cy.getByText('It is in stock again.'));
  await site.passEvents();
  await expectSaidBy(site, chat, 'Cy Chen', 'It is in stock again.');
  await expectShown(inboxMessages(inbox).getByText('It is in stock again.'));

  await writeMessage(chat, 'Thank you!');
  await expectShown(inboxMessages(inbox).getByText('Thank you!'), cy.getByText('Thank you!'));
  const everything = ['Which tent for four?', 'The Crane.', 'It is in stock again.', 'Thank you!'];
  expect(await transcript(chat)).toEqual(everything);
  await expectGone(chat.getByText('She bought a Wren'));
  return { ann, inbox, chat, key };
}

/** A visitor goes on in it after a reload, on the next page of the site and in another tab. */
export async function findItAgain({ site, visitors }: People): Promise<void> {
  await site.goOnline('ann');
  const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
  await writeMessage(chat, 'Is the Heron heavy?');
  await expectShown(said(chat, 'Is the Heron heavy?').getByText('Delivered'));

  await shop.reload();
  await expectShown(said(chat, 'Is the Heron heavy?').getByText('Delivered'));
  await shop.getByRole('link', { name: 'Pricing' }).click();
  await expectShown(
    shop.getByRole('heading', { name: 'Pricing' }),
    said(chat, 'Is the Heron heavy?').getByText('Delivered'),
  );

  const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
  await inboxRow(inbox, 'Is the Heron heavy?').click();
  await reply(inbox, '1.9 kg.');
  await expectInTheEnd(inbox, said(chat, '1.9 kg.'));
  const second = await visitors.open('shopper', site.example);
  await second.getByRole('button', { name: 'We’re online' }).click();
  const other = chatPanel(second);
  await expectSoon(() => transcript(other)).toEqual(['Is the Heron heavy?', '1.9 kg.']);
  await writeMessage(other, 'Light enough.');
  await expectShown(said(chat, 'Light enough.'), inboxMessages(inbox).getByText('Light enough.'));
  expect(await transcript(chat)).toEqual(['Is the Heron heavy?', '1.9 kg.', 'Light enough.']);
}

/** A customer who is logged in has it on the portal, and as one of her requests. */
export async function chatOnThePortal({ site, visitors }: People): Promise<void> {
  const cara = await visitors.open('cara', addresses.portal('cara'));
  const chat = await openChat(portalChat(cara), 'We’re offline');
  await writeMessage(chat, 'My invoice shows the wrong address.');
  await expectShown(said(chat, 'My invoice').getByText('Delivered'));

  const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
  await inboxRow(inbox, 'Cara Customer').click();
  await reply(inbox, 'I have sent you a new one.');
  await expectInTheEnd(inbox, said(chat, 'I have sent you a new one.'));
  await expectSaidBy(site, chat, 'Ann Agent', 'I have sent you a new one.');

  const key = await issueKeyOf(inbox, 'Cara Customer');
  const request = await visitors.open('cara', addresses.request('cara', key));
  await expectShown(request.locator('.comments').getByText('I have sent you a new one.'));
  await request.getByLabel('Write a reply').fill('It has come, thank you.');
  await request.locator('.comment-form').getByRole('button', { name: 'Send' }).click();
  await expectShown(request.locator('.comments').getByText('It has come, thank you.'));
  await cara.bringToFront();
  await site.passEvents();
  await expectShown(inboxMessages(inbox).getByText('It has come, thank you.'));
  await expectSoon(() => transcript(chat)).toEqual([
    'My invoice shows the wrong address.',
    'I have sent you a new one.',
    'It has come, thank you.',
  ]);
}

/** Somebody who has started anonymously says who they are. */
export async function leaveAddress(chat: Locator): Promise<void> {
  await chat.getByText('Leave your email').click();
  await chat.getByLabel('Your name').fill('Mia Miller');
  await chat.getByLabel('Your email').fill('mia@example.org');
  await chat.getByRole('button', { name: 'Save email' }).click();
  await expectShown(chat.getByText('Thanks. We have your email and can reply there, too.'));
}

/** A visitor, while nobody is online, says who they are with the first message. */
export async function writeWithDetails({
  site,
  visitors,
}: People): Promise<{ chat: Locator; inbox: FrameLocator }> {
  const { chat } = await openShopChat({ site, visitors }, 'We’re offline');
  await expectShown(chat.getByText('No one is online right now. Tell us who you are'));
  await chat.getByLabel('Your name').fill('Mia Miller');
  await chat.getByLabel('Your email').fill('mia@example.org');
  await writeMessage(chat, 'Do you mend zips?');
  await expectShown(said(chat, 'Do you mend zips?').getByText('Delivered'));

  const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
  await expectShown(inbox.getByText('Customers see “offline”. You can still reply'));
  await inboxRow(inbox, 'Mia Miller').click();
  await unfoldCustomer(inbox);
  await expectShown(inbox.getByText('mia@example.org'));
  await reply(inbox, 'We do, for ten years.');
  await expectInTheEnd(inbox, said(chat, 'We do, for ten years.'));
  await expectSaidBy(site, chat, 'Ann Agent', 'We do, for ten years.');
  return { chat, inbox };
}
