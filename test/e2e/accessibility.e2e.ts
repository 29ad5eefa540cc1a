import type { Frame, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import {
  answerNewest,
  inboxMessages,
  inboxRow,
  openChat,
  said,
  startChat,
  writeMessage,
} from './support/chat';
import { axeViolations } from './support/axe-violations';
import { expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses, dialog, flag, indicator, modulePage, portalChat } from './support/places';

interface Place {
  name: string;
  who: string;
  address(site: JourneySite): string;
  /** Brings the page into the state that is looked at. */
  prepare(page: Page, site: JourneySite): Promise<void>;
}

const PLACES: Place[] = [
  {
    name: 'the indicator and the dialog behind it, while the last agent is asked',
    who: 'ann',
    address: () => addresses.project('ann'),
    async prepare(page) {
      await indicator(page).click();
      await dialog(page).getByRole('button', { name: 'Go offline', exact: true }).click();
      await expectShown(dialog(page).getByRole('alertdialog'));
    },
  },
  {
    name: 'the page of agents with the door open',
    who: 'pia',
    address: () => addresses.chatPage('pia'),
    async prepare(page) {
      await modulePage(page).getByRole('button', { name: 'Put Ann Agent offline' }).click();
      await expectShown(modulePage(page).getByLabel('Reason (optional)'));
    },
  },
  {
    name: 'a flag in Jira',
    who: 'ann',
    address: () => addresses.project('ann'),
    async prepare(page, site) {
      await expectShown(indicator(page));
      await site.goOnline('ann', { minutes: 4 });
      await expectShown(flag(page, 'Your online time in Support ends in 4 minutes'));
    },
  },
  {
    name: 'project settings with the log',
    who: 'pia',
    address: () => addresses.projectSettings('pia'),
    async prepare(page) {
      await modulePage(page).getByRole('button', { name: 'Show the log' }).click();
      await expectShown(modulePage(page).getByText('Pia Park enabled chat.'));
    },
  },
  {
    name: 'project settings without permission',
    who: 'lee',
    address: () => addresses.projectSettings('lee'),
    prepare: (page) => expectShown(modulePage(page).getByText('You cannot change chat in this project')),
  },
  {
    name: 'global settings',
    who: 'joe',
    address: () => addresses.globalSettings('joe'),
    prepare: (page) => expectShown(modulePage(page).getByLabel('Longest online time')),
  },
  {
    name: 'the portal with the chat open',
    who: 'anonymous',
    address: () => addresses.portal('anonymous'),
    async prepare(page) {
      const chat = await openChat(portalChat(page), 'We are online');
      await writeMessage(chat, 'Hello');
      await expectShown(said(chat, 'Hello'));
    },
  },
  {
    name: 'an external page with a conversation, answered, and nobody online any more',
    who: 'shopper',
    address: ({ example }) => example,
    async prepare(page, site) {
      const chat = await openChat(page, 'We are online');
      await writeMessage(chat, 'Hello');
      await expectShown(said(chat, 'Hello').getByText('Delivered'));
      await answerNewest(site, 'Hello! How can I help?');
      await expectShown(said(chat, 'How can I help?'));
      await site.goOffline('ann');
      await site.passPoll();
      await expectShown(chat.getByText('Nobody is here right now.'));
    },
  },
  {
    name: 'an external page that asks who the visitor is',
    who: 'shopper',
    address: ({ example }) => example,
    async prepare(page, site) {
      await site.goOffline('ann');
      await site.passPoll();
      const chat = await openChat(page, 'We are offline');
      await expectShown(chat.getByLabel('Your e-mail address'));
    },
  },
  {
    name: 'the inbox among the queues',
    who: 'ann',
    address: () => addresses.inbox('ann'),
    async prepare(page, site) {
      await startChat(site, 'Which tent for four?');
      await answerNewest(site, 'The Crane.');
      await startChat(site, 'Do you mend zips?');
      const inbox = modulePage(page);
      await inbox.getByLabel('Show', { exact: true }).selectOption({ label: 'All' });
      await inboxRow(inbox, 'The Crane.').click();
      await expectShown(inboxMessages(inbox).getByText('The Crane.'), inboxRow(inbox, 'Do you mend zips?'));
    },
  },
  {
    name: 'the tab of chats in the dialog',
    who: 'ann',
    address: () => addresses.project('ann'),
    async prepare(page, site) {
      await startChat(site, 'Which tent for four?');
      await indicator(page).click();
      await dialog(page).getByRole('tab', { name: 'Chats' }).click();
      await inboxRow(dialog(page), 'Which tent for four?').click();
      await expectShown(inboxMessages(dialog(page)).getByText('Which tent for four?'));
    },
  },
  {
    name: 'the start page of the local site',
    who: 'developer',
    address: () => '/',
    prepare: (page) => expectShown(page.getByRole('heading', { name: 'Frontdesk, on your machine' })),
  },
  {
    name: 'the local portal’s Help Center',
    who: 'cara',
    address: () => '/as/cara/portal',
    prepare: (page) => expectShown(page.getByRole('heading', { name: 'How can we help?' })),
  },
  {
    name: 'the local portal’s login',
    who: 'anonymous',
    address: () => '/portal/login?destination=portal/1',
    prepare: (page) => expectShown(page.getByRole('heading', { name: 'Log in to the Help Center' })),
  },
  {
    name: 'the local Jira with its command palette open',
    who: 'ann',
    address: () => addresses.project('ann'),
    async prepare(page) {
      await expectShown(indicator(page));
      await page.keyboard.press('Control+k');
      await expectShown(page.getByRole('option', { name: 'Chat: go online' }));
    },
  },
  {
    name: 'the local Jira with the menu of people open',
    who: 'ann',
    address: () => '/as/ann/jira',
    async prepare(page) {
      await page.getByText('Ann Agent').first().click();
      await expectShown(page.getByRole('link', { name: 'Pia Park' }));
    },
  },
];

/** Everywhere in that theme, and nothing is still moving: half-faded texts have half the contrast. */
async function expectDrawn(page: Page, theme: string): Promise<void> {
  const drawn = (frame: Frame) =>
    frame.evaluate(
      (color) => ({
        theme: document.documentElement.dataset.colorMode ?? color,
        moving: document.getAnimations().filter(({ playState }) => playState === 'running').length,
      }),
      theme,
    );
  for (const frame of page.frames()) await expectSoon(() => drawn(frame)).toEqual({ theme, moving: 0 });
}

describe('without a violation of WCAG 2.2 AA (R11)', () => {
  for (const { name, who, address, prepare } of PLACES) {
    test(`${name}, light and dark`, async ({ site, visitors }) => {
      await site.goOnline('ann');
      const page = await visitors.open(who, address(site));
      await prepare(page, site);
      for (const colorScheme of ['light', 'dark'] as const) {
        // The same page follows the system's setting, as it does for people.
        await page.emulateMedia({ colorScheme });
        await expectDrawn(page, colorScheme);
        expect(await axeViolations(page), colorScheme).toEqual([]);
      }
    });
  }
});
