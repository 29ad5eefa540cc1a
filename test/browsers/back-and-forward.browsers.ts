import { describe } from 'vitest';
import { expectSoon } from '../e2e/support/expect-soon';
import { journeyIn } from './support/browser-journey';
import { openShop } from './support/host-page';

// Playwright's Chromium and WebKitGTK's driver have no such cache.
const test = journeyIn('Firefox');

/** Follows the link, and notes on the page that is left that it is the same one. */
const FOLLOW = `function () {
  window.sameAsBefore = true;
  document.querySelector('a').click();
}`;

/** Where the window is, and whether that page was kept. */
const WHERE = `function () {
  return [location.pathname, window.sameAsBefore === true];
}`;

describe('a page of a customer’s site in Firefox', () => {
  test('is as they left it when they come back to it (R17, C13)', async ({ journey }) => {
    const { site } = journey;
    await site.goOnline('ann');
    const shop = await openShop(journey);
    await shop.see('We’re online', 'button');

    await shop.engine.run(null, FOLLOW, []);
    await expectSoon(() => shop.engine.run(null, WHERE, []).catch(() => null)).toEqual(['/tents', false]);
    await shop.see('We’re online', 'button');
    await shop.engine.back();
    await expectSoon(() => shop.engine.run(null, WHERE, []).catch(() => null)).toEqual(['/', true]);

    // The widget goes on.
    await site.goOffline('ann');
    await shop.click('We’re online');
    await shop.see('We’re offline');
  });
});
