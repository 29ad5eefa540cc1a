import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { inboxMessages, inboxRow, startChat } from './support/chat';
import { expectAccessible, expectAccessibleInForcedColors } from './support/expect-accessible';
import { expectShown } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses, dialog, indicator, modulePage } from './support/places';

/** Pages on which no journey comes by in the state that matters; the others look where they are anyway. */
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
    name: 'my schedule with hours that overlap',
    who: 'ann',
    address: () => addresses.chatPage('ann'),
    async prepare(page) {
      const place = modulePage(page);
      await place.getByRole('button', { name: 'Set up my schedule' }).click();
      await place.getByRole('button', { name: 'Add hours on Monday' }).click();
      await place.getByLabel('Monday, slot 2, from').fill('16:30');
      await place.getByRole('button', { name: 'Add days off' }).click();
      await expectShown(place.getByText(/^This overlaps with Monday/));
    },
  },
  {
    name: 'the page of agents with a closure being entered',
    who: 'pia',
    address: () => addresses.chatPage('pia'),
    async prepare(page) {
      const place = modulePage(page);
      await place.getByRole('button', { name: 'Close chat until…' }).click();
      await place.getByLabel('Message for customers (optional)').fill('m'.repeat(122));
      await expectShown(place.getByText('2 characters too many.'));
    },
  },
  {
    name: 'the page of agents with the door open',
    who: 'pia',
    address: () => addresses.chatPage('pia'),
    async prepare(page) {
      await modulePage(page).getByRole('button', { name: 'Set Ann Agent to offline' }).click();
      await expectShown(modulePage(page).getByLabel('Reason (optional)'));
    },
  },
  {
    name: 'project settings with the log',
    who: 'pia',
    address: () => addresses.projectSettings('pia'),
    async prepare(page) {
      await modulePage(page).getByRole('button', { name: 'Show log' }).click();
      await expectShown(modulePage(page).getByText('Pia Park turned on chat.'));
    },
  },
  {
    name: 'the inbox with a chat open',
    who: 'ann',
    address: () => addresses.inbox('ann'),
    async prepare(page, site) {
      await startChat(site, 'A zip is stuck', { name: 'Mia Miller', email: 'mia@example.org' });
      await page.reload();
      await inboxRow(modulePage(page), 'A zip is stuck').click();
      await expectShown(inboxMessages(modulePage(page)).getByText('A zip is stuck'));
    },
  },
  {
    name: 'the team with somebody online and a chat that waits',
    who: 'pia',
    address: () => addresses.team('pia'),
    async prepare(page, site) {
      await startChat(site, 'A zip is stuck');
      await expectShown(
        modulePage(page).getByRole('row', { name: /Ann Agent/ }),
        modulePage(page).locator('#team-waiting').filter({ hasText: /1$/ }),
      );
    },
  },
  {
    name: 'project settings with the first steps and saved replies',
    who: 'pia',
    address: () => addresses.projectSettings('pia'),
    async prepare(page, site) {
      const replies = [{ id: 'a', name: 'Exchange', text: 'Number {?tracking number}. Best, {agent}' }];
      await site.ask('pia', 'saveSavedReplies', { projectId: site.projectId('SUP'), rev: 0, replies });
      await page.reload();
      const settings = modulePage(page);
      await expectShown(settings.locator('.first-steps'), settings.getByText('Exchange', { exact: true }));
    },
  },
  {
    name: 'project settings with hours, closures and the form of a new one',
    who: 'pia',
    address: () => addresses.projectSettings('pia'),
    async prepare(page, site) {
      const slots = [1 as const, 2 as const].map((day) => ({ day, from: '09:00', to: '17:00' }));
      const holidays = [{ from: '2026-12-25', to: '2026-12-26', name: 'Christmas' }];
      await site.changeSettings({ hours: { mode: 'project', zone: 'Europe/London', slots, holidays } });
      const closure = { projectId: site.projectId('SUP'), message: 'Team day' };
      const [until, later] = ['2026-03-02T12:00:00.000Z', '2026-03-02T13:00:00.000Z'];
      await site.ask('pia', 'saveClosure', { ...closure, until, operationId: 'a' });
      await site.ask('pia', 'saveClosure', { ...closure, from: until, until: later, operationId: 'b' });
      await page.reload();
      const settings = modulePage(page);
      await settings.getByRole('button', { name: 'Close chat until…' }).click();
      await settings.getByText('Later', { exact: true }).click();
      await expectShown(
        settings.getByText('Customers read'),
        settings.getByRole('table', { name: 'What customers see with these settings' }),
      );
    },
  },
  {
    name: 'project settings with coverage as a table, and why at a later moment',
    who: 'pia',
    address: () => addresses.projectSettings('pia'),
    async prepare(page) {
      const settings = modulePage(page);
      await settings.getByRole('button', { name: 'Why?' }).click();
      await settings.getByText('Later', { exact: true }).click();
      await settings.getByText('Table', { exact: true }).click();
      await expectShown(settings.locator('.why-chain'), settings.getByRole('table', { name: 'Coverage' }));
    },
  },
  {
    name: 'the team with coverage',
    who: 'pia',
    address: () => addresses.team('pia'),
    async prepare(page) {
      await modulePage(page).getByRole('button', { name: 'Show coverage' }).click();
      await expectShown(modulePage(page).locator('.coverage-days'));
    },
  },
  {
    name: 'the dialog with why',
    who: 'ann',
    address: () => addresses.project('ann'),
    async prepare(page) {
      await indicator(page).click();
      await dialog(page).getByRole('button', { name: 'Why?' }).click();
      await expectShown(dialog(page).locator('.why-chain'));
    },
  },
  {
    name: 'project settings without permission',
    who: 'lee',
    address: () => addresses.projectSettings('lee'),
    prepare: (page) =>
      expectShown(modulePage(page).getByText('You can’t change chat settings in this space')),
  },
  {
    name: 'global settings',
    who: 'joe',
    address: () => addresses.globalSettings('joe'),
    prepare: (page) => expectShown(modulePage(page).getByLabel('Maximum online time')),
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
    name: 'the local Jira with the menu of people open',
    who: 'ann',
    address: () => '/as/ann/jira',
    async prepare(page) {
      await page.getByText('Ann Agent').first().click();
      await expectShown(page.getByRole('link', { name: 'Pia Park' }));
    },
  },
];

/** What is drawn of an element besides its text. */
const drawn = (element: Locator, property: string) =>
  element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

describe('in forced colours (R11)', () => {
  test('a notice and its buttons have lines, and the open tab has colours of its own', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const page = await visitors.open('ann', addresses.project('ann'), { forcedColors: 'active' });
    await indicator(page).click();
    await dialog(page).getByRole('button', { name: 'Go offline', exact: true }).click();
    const question = dialog(page).getByRole('alertdialog');
    await expectShown(question);
    expect(await drawn(question.getByRole('group'), 'border-top-style')).toBe('solid');
    expect(await drawn(question.getByRole('button', { name: 'Stay online' }), 'outline-style')).toBe('solid');
    const tab = (name: string) => dialog(page).getByRole('tab', { name });
    expect(await drawn(tab('Availability'), 'color')).not.toBe(await drawn(tab('Chats'), 'color'));
  });

  test('a button that has a line then keeps clear of the box around it', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const page = await visitors.open('ann', addresses.project('ann'), { forcedColors: 'active' });
    await indicator(page).click();
    const everywhere = dialog(page).getByRole('button', { name: 'Apply to all my spaces' });
    await expectShown(everywhere);
    const room = await everywhere.evaluate(
      (node) =>
        node.getBoundingClientRect().left - (node.closest('.agent-box')?.getBoundingClientRect().left ?? 0),
    );
    expect(room).toBeGreaterThanOrEqual(12);
  });

  test('of a few choices side by side the chosen one has colours of its own', async ({ visitors }) => {
    const page = await visitors.open('pia', addresses.chatPage('pia'), { forcedColors: 'active' });
    await modulePage(page).getByRole('button', { name: 'Close chat until…' }).click();
    const choice = (name: string) => modulePage(page).getByText(name, { exact: true });
    await expectShown(choice('Later'));
    expect(await drawn(choice('Now'), 'color')).not.toBe(await drawn(choice('Later'), 'color'));
  });
});

describe('without a violation of WCAG 2.2 AA (R11)', () => {
  for (const { name, who, address, prepare } of PLACES) {
    test(`${name}: light, dark and in forced colours`, async ({ site, visitors }) => {
      await site.goOnline('ann');
      const page = await visitors.open(who, address(site));
      await prepare(page, site);
      await expectAccessible(page);
      await expectAccessibleInForcedColors(page);
    });
  }
});
