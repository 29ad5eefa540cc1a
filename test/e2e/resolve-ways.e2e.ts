import { describe, expect } from 'vitest';
import { inboxRow, startChat } from './support/chat';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, modulePage } from './support/places';

const nora = { name: 'Nora New', email: 'nora@example.org' };

describe('an agent whose workflow has many ends', () => {
  test('chooses how the request ends, with the keyboard, in a window of any width', async ({
    site,
    visitors,
  }) => {
    await startChat(site, 'The build server is slow', nora, 'OPS');
    const ann = await visitors.open('ann', addresses.inbox('ann', 'OPS'));
    const inbox = modulePage(ann);
    await inboxRow(inbox, 'The build server is slow').click();
    await inbox.getByRole('button', { name: 'Assign to me' }).click();
    await expectShown(inbox.locator('.inbox-head').getByText('Assigned to you').last());
    const resolve = inbox.getByRole('button', { name: 'Resolve' });
    const menu = inbox.getByRole('menu', { name: 'How does this request end?' });

    for (const width of [1280, 380]) {
      await ann.setViewportSize({ width, height: 800 });
      await resolve.click();
      await expectShown(menu.getByRole('menuitem', { name: /^Close Closed · Duplicate$/ }));
      const box = await menu.boundingBox();
      expect(box).not.toBeNull();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      if (width === 1280) await expectAccessible(ann);
      await ann.keyboard.press('Escape');
      await expectGone(menu);
    }
    await ann.setViewportSize({ width: 1280, height: 800 });

    await resolve.focus();
    await ann.keyboard.press('Enter');
    await menu.getByRole('menuitem', { name: /^Hand over to supplier/ }).click();
    await expectShown(inbox.getByRole('alert').getByText(/^Jira asks for Supplier’s reference before/));

    await resolve.focus();
    await ann.keyboard.press('Enter');
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await ann.keyboard.press(key);
    await expectShown(inbox.locator('.inbox-head').getByText('Closed', { exact: true }));
    await expectGone(inbox.getByRole('alert'));
    await expectSoon(() =>
      inbox.getByLabel('Reply to customer').evaluate((field) => field === document.activeElement),
    ).toBe(true);
  });
});
