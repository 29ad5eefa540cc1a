import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { buildStatic } from '../../../static/build/main';
import {
  answerNewest,
  inboxMessages,
  inboxRow,
  openChat,
  said,
  startChat,
  writeMessage,
} from '../support/chat';
import { startJourneySite, type JourneySite } from '../support/journey-site';
import { launchChromium } from '../support/launch-chromium';
import {
  addresses,
  besideRequest,
  dialog,
  flag,
  foldBesideRequest,
  indicator,
  modulePage,
  portalChat,
} from '../support/places';

/**
 * `npm run pictures`: the pictures of README and docs, taken from the local site as it is;
 * `npm run pictures inbox door`: only these.
 */

const FOLDER = path.resolve(import.meta.dirname, '../../../docs/pictures');

interface Picture {
  name: string;
  address(site: JourneySite): string;
  width?: number;
  height?: number;
  /** What has happened before the page is opened. */
  before?(site: JourneySite): Promise<void>;
  prepare(page: Page, site: JourneySite): Promise<void>;
}

const shown = (place: Locator): Promise<void> => place.first().waitFor({ state: 'visible' });

async function twoOnline(site: JourneySite): Promise<void> {
  await site.goOnline('ann', { minutes: 120 });
  await site.goOnline('bo');
}

async function friendlyWelcome(site: JourneySite): Promise<void> {
  await twoOnline(site);
  const projectId = site.projectId('SUP');
  const { settings, rev } = await site.ask('pia', 'getProjectSettings', { projectId });
  const welcomeText = 'Hello! Ask us anything about tents, orders and repairs.';
  await site.ask('pia', 'saveProjectSettings', { projectId, settings: { ...settings, welcomeText }, rev });
}

async function openDialog(page: Page): Promise<void> {
  await indicator(page).click();
  await shown(dialog(page).getByText('Bo Becker'));
}

const PICTURES: Picture[] = [
  {
    name: 'dialog-light',
    address: () => addresses.project('ann'),
    height: 640,
    before: twoOnline,
    prepare: openDialog,
  },
  {
    name: 'beside-request',
    address: () => addresses.issue('ann', 'SUP-4'),
    height: 870,
    async before(site) {
      await twoOnline(site);
      await startChat(site, 'A zip of my Heron is stuck', { name: 'Mia Miller', email: 'mia@example.org' });
    },
    async prepare(page) {
      await foldBesideRequest(page);
      await shown(besideRequest(page).getByText('email not confirmed'));
      await shown(besideRequest(page).getByText(/^Online: You until/));
    },
  },
  {
    name: 'door',
    address: () => addresses.project('pia'),
    height: 640,
    before: twoOnline,
    async prepare(page) {
      await openDialog(page);
      await dialog(page).getByRole('button', { name: 'Set Ann Agent to offline' }).click();
      await dialog(page).getByLabel('Reason (optional)').fill('End of shift');
    },
  },
  {
    name: 'project-settings',
    address: () => addresses.projectSettings('pia'),
    height: 1230,
    before: friendlyWelcome,
    async prepare(page) {
      await shown(modulePage(page).getByText('Bo Becker'));
    },
  },
  {
    name: 'team',
    address: () => addresses.team('pia'),
    height: 1000,
    async before(site) {
      await twoOnline(site);
      await startChat(site, 'My parcel says delivered, but nobody has it.');
      await site.advance(4);
    },
    async prepare(page) {
      const team = modulePage(page);
      await shown(team.getByRole('row', { name: /Bo Becker/ }));
      await shown(team.locator('#team-waiting').filter({ hasText: /1$/ }));
    },
  },
  {
    name: 'wall',
    address: () => addresses.dashboard('pia'),
    height: 560,
    async before(site) {
      await site.ask('cy', 'saveMySchedule', {
        schedule: {
          zone: 'UTC',
          slots: [{ day: 1, from: '14:00', to: '17:00' }],
          daysOff: [],
          rollCall: 'confirm',
          leftOut: [],
        },
        rev: 0,
      });
      await site.goOnline('ann', { minutes: 120 });
      await startChat(site, 'My parcel says delivered, but nobody has it.');
      await site.advance(4);
    },
    async prepare(page) {
      await page.getByRole('button', { name: 'Add' }).click();
      const wall = page.locator('.gadget-frame').frameLocator('iframe');
      await wall.getByLabel('Support').check();
      await wall.getByRole('button', { name: 'Save' }).click();
      await shown(wall.getByText('Ann Agent until'));
    },
  },
  {
    name: 'request-chat',
    address: () => addresses.request('cara', 'SUP-1'),
    height: 620,
    before: twoOnline,
    async prepare(page, site) {
      const chat = page.locator('.portal-side-frame').frameLocator('iframe').getByRole('group');
      await writeMessage(chat, 'Is it the same address as in May?');
      await shown(said(chat, 'Is it the same').getByText('Delivered'));
      await answerNewest(site, 'No, we have a new one.');
      await shown(said(chat, 'No, we have'));
    },
  },
  {
    name: 'first-day',
    address: () => addresses.globalSettings('joe'),
    height: 900,
    prepare: (page) => shown(modulePage(page).locator('.first-steps')),
  },
  {
    name: 'portal-offline',
    address: () => addresses.portal('anonymous'),
    height: 1120,
    async prepare(page) {
      const chat = await openChat(portalChat(page), 'We’re offline');
      await chat.getByLabel('Your name').fill('Mia Miller');
      await chat.getByLabel('Your email').fill('mia@example.org');
      await chat.getByLabel('Your message').fill('A zip of my Heron is stuck. Do you mend it?');
    },
  },
  {
    name: 'flag',
    address: () => addresses.project('ann'),
    height: 560,
    before: twoOnline,
    async prepare(page, site) {
      await shown(indicator(page));
      await startChat(site, 'Which tent is right for four in the rain?');
      await shown(flag(page, 'Which tent'));
      await shown(page.getByRole('link', { name: 'SUP-4' }));
    },
  },
  {
    name: 'chat-widget',
    address: ({ example }) => example,
    height: 720,
    before: twoOnline,
    async prepare(page, site) {
      const chat = await openChat(page, 'We’re online');
      await writeMessage(chat, 'Which tent is right for four?');
      await shown(said(chat, 'Which tent').getByText('Delivered'));
      await answerNewest(site, 'The Crane: its fly goes down to the ground.');
      await shown(said(chat, 'The Crane'));
      await writeMessage(chat, 'And can I rent it for a week?');
      await shown(said(chat, 'for a week?').getByText('Delivered'));
      await answerNewest(site, 'Yes, for € 75. Shall I reserve one?', 'bo');
      await shown(said(chat, 'Shall I reserve'));
    },
  },
  {
    name: 'inbox',
    address: () => addresses.inbox('ann'),
    // The customer has room beside the conversation.
    width: 1440,
    async before(site) {
      await twoOnline(site);
      await startChat(site, 'My parcel says delivered, but nobody has it.');
      await site.advance(1);
      await startChat(site, 'A zip of my Heron is stuck. Do you mend it?', {
        name: 'Mia Miller',
        email: 'mia@example.org',
      });
      await site.advance(1);
      await startChat(site, 'Which tent is right for four in the rain?');
      await site.advance(1);
      await answerNewest(site, 'The Crane: room for four, and its fly goes down to the ground.');
      site.site.kvs.catchUp();
    },
    async prepare(page) {
      const inbox = modulePage(page);
      await inbox.getByText('All', { exact: true }).click();
      // Rows show what was said last.
      await inboxRow(inbox, 'The Crane').click();
      await shown(inboxMessages(inbox).getByText('The Crane'));
      await inbox.getByLabel('Reply to customer').fill('Shall I reserve one for you?');
    },
  },
  {
    name: 'start-page',
    address: () => '/',
    height: 900,
    prepare: (page) => shown(page.getByRole('heading', { name: 'Frontdesk, on your machine' })),
  },
];

async function take(browser: Browser, site: JourneySite, picture: Picture): Promise<void> {
  const { name, address, width = 1280, height = 800, before, prepare } = picture;
  await site.reset();
  await before?.(site);
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width, height },
  });
  const page = await context.newPage();
  await page.goto(new URL(address(site), site.url).href);
  await prepare(page, site);
  // No pointer and no caret: neither belongs to the picture.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), caret: 'hide', animations: 'disabled' });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

const wanted = process.argv.slice(2);
await mkdir(FOLDER, { recursive: true });
await buildStatic();
const site = await startJourneySite();
const browser = await launchChromium();
try {
  for (const picture of PICTURES) {
    if (wanted.length === 0 || wanted.includes(picture.name)) await take(browser, site, picture);
  }
} finally {
  await browser.close();
  await site.close();
}
