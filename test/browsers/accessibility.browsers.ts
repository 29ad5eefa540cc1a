import { describe } from 'vitest';
import { addresses } from '../e2e/support/places';
import { journeyIn } from './support/browser-journey';
import { expectAccessibleIn } from './support/engine-axe';

/** What somebody chose for their system: 0 dark, 1 light. */
const preferring = (scheme: 0 | 1) =>
  journeyIn('Firefox', { preferences: { 'layout.css.prefers-color-scheme.content-override': scheme } });

describe.each([
  ['light', preferring(1)],
  ['dark', preferring(0)],
] as const)('in Firefox and %s, nothing violates WCAG 2.2 AA', (theme, test) => {
  test('on the pages of agents and admins (R11, R17)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const jira = await open(addresses.project('ann'));
    await jira.within('bar').click('You’re online');
    const dialog = jira.within('dialog');
    await dialog.see('You’re online in Support');
    await expectAccessibleIn(theme, jira, jira.within('bar'), dialog);

    const agents = (await open(addresses.chatPage('pia'))).within('modulePage');
    await agents.click('Set Ann Agent to offline');
    await agents.see('Reason (optional)', 'textbox');
    await expectAccessibleIn(theme, agents);

    const settings = (await open(addresses.projectSettings('pia'))).within('modulePage');
    await settings.see('Welcome message', 'textbox');
    await expectAccessibleIn(theme, settings);
  });

  test('in a chat, on both of its sides (R11, R17)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const page = await open(addresses.portal('cara'));
    const portal = page.within('portalChat');
    await portal.click('We’re online');
    await portal.type('Your message', 'My printer is on fire');
    await portal.click('Send');
    await portal.see('Delivered');
    await expectAccessibleIn(theme, page, portal);

    const shop = await open(site.example);
    await shop.click('We’re online');
    await shop.see('Your message', 'textbox');
    await expectAccessibleIn(theme, shop);

    const inbox = (await open(addresses.inbox('ann'))).within('modulePage');
    await inbox.click('My printer is on fire');
    await inbox.see('Reply to customer', 'textbox');
    await expectAccessibleIn(theme, inbox);
  });
});
