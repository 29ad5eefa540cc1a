import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, dialog, indicator, modulePage } from './support/places';

type Color = [red: number, green: number, blue: number];

/** A computed colour of what is drawn. */
async function colorOf(place: Locator, property: 'color' | 'backgroundColor'): Promise<Color> {
  const text = await place.evaluate((element, name) => getComputedStyle(element)[name], property);
  const [red = NaN, green = NaN, blue = NaN] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

const WHITE: Color = [255, 255, 255];
const BLACK: Color = [0, 0, 0];
const spread = (color: Color): number => Math.max(...color) - Math.min(...color);
const isDark = ([red, green, blue]: Color): boolean => 0.299 * red + 0.587 * green + 0.114 * blue < 80;

const barOf = (page: Page): Locator => page.locator('[data-bar]');
const counterOf = (page: Page): Locator => indicator(page).locator('#count');

const BARS = [
  { theme: 'light', darkBar: false },
  { theme: 'dark', darkBar: true },
  // A dark bar over a light page.
  { theme: 'dark-bar', darkBar: true },
];

describe('the indicator', () => {
  test('tells by colour, shape and words who is online, on light bars and on dark ones (I1–I3)', async ({
    site,
    visitors,
  }) => {
    const windows = [];
    for (const { theme, darkBar } of BARS) {
      const page = await visitors.open('ann', `${addresses.project('ann')}?theme=${theme}`);
      const name = (): Promise<string | null> => indicator(page).getAttribute('aria-label');
      await expectSoon(name).toBe('You’re offline. 0 agents online in Support.');
      expect(isDark(await colorOf(barOf(page), 'backgroundColor')), theme).toBe(darkBar);
      const gray = await colorOf(indicator(page), 'color');
      expect(spread(gray), theme).toBeLessThan(25);
      expect([WHITE, BLACK], theme).not.toContainEqual(gray);
      const [red, green] = await colorOf(counterOf(page), 'backgroundColor');
      expect(red, theme).toBeGreaterThan(green + 40);
      const offlineShape = await indicator(page).locator('svg:visible').innerHTML();
      windows.push({ page, name, theme, darkBar, gray, offlineShape });
    }

    await site.goOnline('cy');
    for (const { page, name, theme, gray } of windows) {
      await page.bringToFront();
      await expectSoon(name).toBe('You’re offline. 1 agent online in Support.');
      expect(await counterOf(page).textContent(), theme).toBe('1');
      const [red, green] = await colorOf(counterOf(page), 'backgroundColor');
      expect(green, theme).toBeGreaterThan(red + 30);
      expect(await colorOf(indicator(page), 'color'), theme).toEqual(gray);
    }

    await site.goOnline('ann');
    for (const { page, name, theme, darkBar, offlineShape } of windows) {
      await page.bringToFront();
      await expectSoon(name).toBe('You’re online. 2 agents online in Support.');
      expect(await indicator(page).getAttribute('title'), theme).toBe(await name());
      expect(await colorOf(indicator(page), 'color'), theme).toEqual(darkBar ? WHITE : BLACK);
      expect(await indicator(page).locator('svg:visible').innerHTML(), theme).not.toBe(offlineShape);
    }
  });

  test('is everywhere, or only in projects with chat, as the Jira admin sets it (I5)', async ({
    visitors,
  }) => {
    const dev = await visitors.open('ann', addresses.project('ann', 'DEV'));
    await expectShown(indicator(dev));

    const admin = await visitors.open('joe', addresses.globalSettings('joe'));
    const settings = modulePage(admin);
    await settings.getByLabel('Only in spaces with chat turned on').check();
    await settings.getByRole('button', { name: 'Save' }).click();
    await expectShown(settings.getByText('All changes saved'));

    await dev.reload();
    const sup = await visitors.open('ann', addresses.project('ann', 'SUP'));
    await expectShown(indicator(sup));
    await dev
      .locator('.bar-frame')
      .frameLocator('iframe')
      .locator('#indicator[aria-label]')
      .waitFor({ state: 'attached' });
    await expectGone(indicator(dev));
  });
});

describe('by keyboard alone', () => {
  test('Tab reaches the indicator, Enter opens the dialog and goes online, Escape leads back (I4)', async ({
    visitors,
  }) => {
    const page = await visitors.open('ann', addresses.project('ann'));
    await expectShown(indicator(page));
    const isFocused = (): Promise<boolean> =>
      indicator(page).evaluate((button) => document.hasFocus() && document.activeElement === button);
    for (let press = 0; press < 15 && !(await isFocused()); press++) await page.keyboard.press('Tab');
    expect(await isFocused(), 'Tab must reach the indicator').toBe(true);

    await page.keyboard.press('Enter');
    const goOnline = dialog(page).getByRole('button', { name: 'Go online' });
    await expectSoon(() => goOnline.evaluate((button) => document.activeElement === button)).toBe(true);
    await page.keyboard.press('Enter');
    await expectShown(dialog(page).getByText('You’re online in Support'));

    await page.keyboard.press('Escape');
    await expectGone(page.locator('dialog[open]'));
    await expectSoon(isFocused).toBe(true);
  });

  test('the command palette opens the dialog: “Frontdesk: go online” (I4, R11)', async ({ visitors }) => {
    const page = await visitors.open('ann', addresses.project('ann'));
    await expectShown(indicator(page));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('go online');
    await expectShown(page.getByRole('option', { name: 'Frontdesk: go online', selected: true }));
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    const goOnline = dialog(page).getByRole('button', { name: 'Go online' });
    await expectSoon(() => goOnline.evaluate((button) => document.activeElement === button)).toBe(true);
    await page.keyboard.press('Enter');
    await expectShown(dialog(page).getByText('You’re online in'));
    await page.keyboard.press('Escape');
    await expectGone(page.locator('dialog[open]'));
    // Keys go to the dialog's frame until the focus has left it.
    await expectSoon(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');

    // Once more changes nothing, and one Enter too many does not either.
    await page.keyboard.press('Control+k');
    await expectShown(page.getByRole('combobox'));
    await page.keyboard.type('go online');
    await expectShown(page.getByRole('option', { name: 'Frontdesk: go online', selected: true }));
    await page.keyboard.press('Enter');
    await expectShown(dialog(page).getByText('You’re already online in'));
    const until = dialog(page).getByRole('button', { name: /^Until/ });
    await expectSoon(() => until.evaluate((button) => document.activeElement === button)).toBe(true);
    await page.keyboard.press('Enter');
    await expectShown(dialog(page).getByRole('menu'), dialog(page).getByText('You’re online in'));
    await expectAccessible(page);
  });

  test('the command palette opens the page: “Frontdesk: who’s online” (I4)', async ({ site, visitors }) => {
    await site.goOnline('cy');
    const page = await visitors.open('ann', addresses.project('ann'));
    await expectShown(indicator(page));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('who');
    await expectShown(page.getByRole('option', { name: 'Frontdesk: who’s online', selected: true }));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${addresses.chatPage('ann')}`);
    await modulePage(page).getByLabel('Space', { exact: true }).selectOption({ label: 'Support' });
    await expectShown(modulePage(page).getByText('Cy Chen'));
  });
});
