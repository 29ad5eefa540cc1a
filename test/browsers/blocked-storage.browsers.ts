import { describe } from 'vitest';
import { addresses } from '../e2e/support/places';
import { journeyIn } from './support/browser-journey';

/** A browser that lets no site store anything, in whichever way (`network.cookie.cookieBehavior`: 2). */
const BLOCKS_ALL = { preferences: { 'network.cookie.cookieBehavior': 2 } };
/** One that lets no site store anything in the pages of others. */
const BLOCKS_OTHERS = { preferences: { 'network.cookie.cookieBehavior': 1 } };

describe.each([
  ['all cookies', journeyIn('Firefox', BLOCKS_ALL)],
  ['cross-site cookies', journeyIn('Firefox', BLOCKS_OTHERS)],
] as const)('a Firefox that blocks %s', (_what, test) => {
  test('lets visitors chat as long as the page is open (R17, C13)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const shop = await open(site.example);
    await shop.click('We are online');
    await shop.type('Your message', 'Which tent for four?');
    await shop.click('Send');
    await shop.see('Delivered');
  });

  test('has the icon, its dialog and flags for agents (R17, I1, I4)', async ({ journey }) => {
    const { open } = journey;
    const jira = await open(addresses.project('ann'));
    await jira.within('bar').click('You are offline. 0 agents online in Support.');
    await jira.within('dialog').click('Go online');
    await jira.within('dialog').see('You are online in Support');
    await jira.within('bar').see('You are online', 'button');
  });
});
