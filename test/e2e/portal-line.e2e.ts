import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, chatPanel, portalChat, widgetState } from './support/places';

const head = (page: Page): FrameLocator => page.locator('.portal-head-frame').frameLocator('iframe');

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
