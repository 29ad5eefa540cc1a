import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses, chatPanel, portalChat, widgetState } from './support/places';
import type { Visitors } from './support/visitors';

interface Cast {
  site: JourneySite;
  visitors: Visitors;
}

const head = (page: Page): FrameLocator => page.locator('.portal-head-frame').frameLocator('iframe');

/** Somebody on the help center's front page, whose frame has been told whose chat it shows, if any. */
async function openFront({ site, visitors }: Cast, who: string): Promise<Page> {
  const page = await (await visitors.browserOf(who)).newPage();
  const told = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('"getDefaultChat"')),
  );
  await page.goto(new URL(`/as/${who}/portal`, site.url).href);
  await (await told).finished();
  return page;
}

describe('the line in the portal’s head', () => {
  test('says the state above the fold and opens the chat; one of the two frames asks (C1, C5)', async ({
    site,
    visitors,
  }) => {
    await site.changeSettings({ portalLine: true });
    await site.goOnline('ann');
    const cara = await visitors.open('cara', addresses.portal('cara'));
    const line = head(cara);
    await expectShown(line.getByText('We’re online'));
    // The icon says it to those who don’t see it, and shows no second label.
    const icon = portalChat(cara).getByRole('button', { name: 'We’re online. Chat with us' });
    await expectSoon(() => icon.locator('span').evaluate((words) => getComputedStyle(words).clipPath)).toBe(
      'inset(50%)',
    );
    await expectAccessible(cara);

    await line.getByRole('button', { name: 'Chat with us' }).click();
    const chat = chatPanel(portalChat(cara));
    await expectShown(chat.getByLabel('Your message'));
    await expectSoon(() => chat.getByLabel('Your message').evaluate((field) => field.matches(':focus'))).toBe(
      true,
    );

    await site.goOffline('ann');
    await site.passPoll();
    await expectShown(line.getByText('We’re offline'));
    await expectShown(line.getByRole('button', { name: 'Leave a message' }));
  });

  test('is not there where the space wants none, or hides the chat (C6)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const cara = await visitors.open('cara', addresses.portal('cara'));
    await expectShown(portalChat(cara).getByRole('button', { name: 'We’re online' }));
    expect(await head(cara).getByRole('button').count()).toBe(0);

    await site.changeSettings({ portalLine: true, hideWhenOffline: true });
    await site.passPoll();
    await expectShown(head(cara).getByText('We’re online'));
    await site.goOffline('ann');
    await site.passPoll();
    await expectSoon(() => widgetState(portalChat(cara))).toBe('hidden');
    await expectGone(head(cara).getByRole('button'));
  });
});

describe('the help center’s front page', () => {
  test('shows nothing of a chat, until a Jira admin has chosen whose; then that one, by its own rules (C6, C7)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const cara = await openFront({ site, visitors }, 'cara');
    const { rev: _rev, ...settings } = await site.ask('joe', 'getGlobalSettings', {});
    await site.ask('joe', 'saveGlobalSettings', {
      settings: { ...settings, defaultChat: site.projectId('SUP') },
    });
    expect(await portalChat(cara).getByRole('button').count()).toBe(0);

    await cara.reload();
    await portalChat(cara).getByRole('button', { name: 'We’re online' }).click();
    const panel = chatPanel(portalChat(cara));
    await panel.getByLabel('Your message').fill('Hello from the front page');
    await panel.getByRole('button', { name: 'Send' }).click();
    await expectShown(panel.getByRole('listitem').getByText('Delivered'));

    await site.changeSettings({ chatEnabled: false });
    const milo = await openFront({ site, visitors }, 'milo');
    await expectGone(portalChat(milo).getByRole('button'));
  });
});
