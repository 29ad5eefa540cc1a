import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { expectShown } from './support/expect-soon';
import { test } from './support/journey';

/** A site owner puts a page in, and reads what is found. */
async function check(page: Page, sample: string): Promise<void> {
  await page.getByLabel('Start with').selectOption(sample);
  await page.getByRole('button', { name: 'Check page' }).click();
}

describe('what a page does to the widget, on the local site (C13)', () => {
  test('is said point by point: all is well, what covers the icon, what a policy refuses', async ({
    site,
    visitors,
  }) => {
    visitors.expectProblem(/Content.Security.Policy|violates/i);
    await site.goOnline('ann');
    const start = await visitors.open('owner', '/');
    await start.getByRole('link', { name: 'Check its HTML' }).click();
    await check(start, 'A plain page');
    await expectShown(
      start.getByText('The widget works on this page.'),
      start.getByText('✓ The page is laid out as without the widget.'),
      start.getByText('✓ The server says: online.'),
    );
    await check(start, 'A theme with rules for every div');
    await expectShown(start.getByText('The widget works on this page.'));
    await check(start, 'A cookie bar over the corner');
    await expectShown(start.getByText('✗ The icon is covered by <aside>'));
    await check(start, 'A policy without connect-src');
    await expectShown(
      start.getByText('✗ No icon is drawn.'),
      start.getByText(/✗ Refused, or said on the console: .*Refused by connect-src: http/),
    );
  });

  test('is read from a page of one’s own', async ({ site, visitors }) => {
    visitors.expectProblem(/broken/);
    const page = await visitors.open('owner', site.example.replace('/example', '/embed-check'));
    await page
      .getByLabel('The page’s HTML')
      .fill(
        '<body><script>window.fetch = function (...asked) { return Promise.reject(new Error("broken")) }</script>',
      );
    await page.getByRole('button', { name: 'Check page' }).click();
    await expectShown(
      page.getByText('✗ The page has replaced fetch.'),
      page.getByText('✗ No icon is drawn.'),
    );
  });
});
