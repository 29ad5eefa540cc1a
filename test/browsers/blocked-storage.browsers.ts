import { describe } from 'vitest';
import { addresses } from '../e2e/support/places';
import { journeyIn } from './support/browser-journey';
import { openShop } from './support/host-page';
import { startChat } from './support/start-chat';

/** Lets no site store anything, in whichever way. */
const blockingAll = journeyIn('Firefox', { preferences: { 'network.cookie.cookieBehavior': 2 } });
/** Lets no site store anything in the pages of others. */
const blockingOthers = journeyIn('Firefox', { preferences: { 'network.cookie.cookieBehavior': 1 } });

describe.each([
  ['all cookies', blockingAll],
  ['cross-site cookies', blockingOthers],
] as const)('a Firefox that blocks %s', (_what, test) => {
  test('lets visitors chat as long as the page is open (R17, C13)', async ({ journey }) => {
    await journey.site.goOnline('ann');
    const shop = await openShop(journey);
    await startChat(shop, 'Which tent for four?');
  });
});

// Without any cookies nobody is logged in to Jira.
describe('a Firefox that blocks cross-site cookies', () => {
  blockingOthers('has the icon and its dialog for agents (R17, I1, I4)', async ({ journey }) => {
    const { open } = journey;
    const jira = await open(addresses.project('ann'));
    await jira.within('bar').click('You’re offline. 0 agents online in Support.');
    await jira.within('dialog').click('Go online');
    await jira.within('dialog').see('You’re online in Support');
    await jira.within('bar').see('You’re online', 'button');
  });

  blockingOthers('has flags of new chats for agents, one after the other (R17, D1)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const jira = await open(addresses.project('ann', 'HR'));
    await jira.within('bar').see('You’re online', 'button');
    for (const message of ['Which tent for four?', 'Which tent for five?']) {
      const shop = await openShop(journey);
      await startChat(shop, message);
      await jira.see(message);
    }
  });

  blockingOthers('lets customers chat on the portal (R17, C1)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const portal = (await open(addresses.portal('cara'))).within('portalChat');
    await startChat(portal, 'My printer is on fire');
  });
});
