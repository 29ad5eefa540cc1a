import { describe } from 'vitest';
import { expectSoon } from '../e2e/support/expect-soon';
import { addresses } from '../e2e/support/places';
import { inEveryEngine, type Journey } from './support/browser-journey';
import { startChat } from './support/start-chat';
import type { Tab } from './support/tab';

const FRAME = '.portal-footer-frame iframe';

/** Keeps the frame as low as the icon, or no longer. */
const HOLD = `function (frame, height) { document.querySelector(frame).style.maxBlockSize = height; }`;

/** Notes when the page in the frame has taken the focus away from where they write and given it back. */
const NOTE_THE_BEST_MADE = `function () {
  new MutationObserver((changes) => {
    if (changes.some(({ removedNodes }) => [...removedNodes].some(({ ariaHidden }) => ariaHidden)))
      document.body.dataset.madeTheBest = 'true';
  }).observe(document.body, { childList: true });
}`;

const MADE_THE_BEST = `function () { return document.body.dataset.madeTheBest ?? 'not yet'; }`;

/** Light or dark, as the icon is drawn, wherever it is in the page. */
const SCHEME_OF_ICON = `function () {
  const host = [...document.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot?.querySelector('.icon'));
  return host && getComputedStyle(host).colorScheme;
}`;

/** A window that is lower than the panel below the portal's icon; somebody is online. */
async function onSmallPortal({ site, open }: Journey): Promise<{ page: Tab; portal: Tab }> {
  await site.goOnline('ann');
  const page = await open(addresses.portal('anonymous'));
  await page.engine.resize(600, 620);
  return { page, portal: page.within('portalChat') };
}

describe.each(inEveryEngine())('customers in %s', (_engine, test) => {
  test('chat on a web page, read the reply there, and after a reload too (R17, C3)', async ({ journey }) => {
    const { site, open } = journey;
    site.setSpeed(4);
    await site.goOnline('ann');
    const shop = await open(site.example);
    await shop.click('We’re online');
    await shop.type('Your message', 'Which tent for four?');
    await shop.press('Enter');
    await shop.see('Delivered');

    const inbox = (await open(addresses.inbox('ann'))).within('modulePage');
    await inbox.click('Which tent for four?');
    await inbox.type('Reply to customer', 'The Crane.');
    await inbox.click('Send');
    await shop.see('The Crane.');
    await shop.engine.reload();
    await shop.see('The Crane.');
  });

  test('are told when the last agent leaves, and who they are is asked first (R17, C2, C4)', async ({
    journey,
  }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const shop = await open(site.example);
    await shop.see('We’re online', 'button');
    await site.goOffline('ann');
    await site.passPoll();
    await shop.click('We’re offline');
    await shop.type('Your name', 'Mia Miller');
    await shop.type('Your email', 'mia@example.org');
    await shop.type('Your message', 'Do you mend zips?');
    await shop.click('Send');
    await shop.see('Delivered');
  });

  test('chat on the portal, where they are logged in (R17, C1)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const portal = (await open(addresses.portal('cara'))).within('portalChat');
    await startChat(portal, 'My printer is on fire');
  });

  test.for(['light', 'dark'])(
    'see the chat as %s as the portal around it (R17)',
    async (theme, { journey }) => {
      const { open } = journey;
      const portal = (await open(`${addresses.portal('cara')}?theme=${theme}`)).within('portalChat');
      await portal.see('We’re offline', 'button');
      await expectSoon(() => portal.engine.run(portal.place, SCHEME_OF_ICON, [])).toBe(theme);
    },
  );

  test('have the whole panel in the window on a small portal (R17, C1)', async ({ journey }) => {
    const { page, portal } = await onSmallPortal(journey);
    await portal.click('We’re online');
    await portal.see('Your message', 'textbox');
    await page.seesWhole('portalChat', 'Chat', 'dialog');
    // Wherever the focus was meanwhile, they write at once.
    await portal.press(...'My printer');
    await expectSoon(async () => (await portal.look({ role: 'textbox', name: 'Your message' }))?.says).toBe(
      'My printer',
    );
  });

  test('have the whole panel in the window where the frame grows late (R17, C1)', async ({ journey }) => {
    const { page, portal } = await onSmallPortal(journey);
    await portal.see('We’re online', 'button');
    await page.engine.run(null, HOLD, [FRAME, '60px']);
    await portal.engine.run(portal.place, NOTE_THE_BEST_MADE, []);
    await portal.click('We’re online');
    await expectSoon(() => portal.engine.run(portal.place, MADE_THE_BEST, [])).toBe('true');
    await page.engine.run(null, HOLD, [FRAME, '']);
    await page.seesWhole('portalChat', 'Chat', 'dialog');
  });
});
