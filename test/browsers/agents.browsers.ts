import { describe, expect } from 'vitest';
import { addresses } from '../e2e/support/places';
import { inEveryEngine } from './support/browser-journey';
import { startChat } from './support/start-chat';

describe.each(inEveryEngine())('agents in %s', (_engine, test) => {
  test('go online by the icon, and a page that was open says so (R17, I1, I4, I6)', async ({ journey }) => {
    const { open } = journey;
    const other = await open(addresses.chatPage('ann'));
    await other.within('bar').see('You’re offline', 'button');
    const jira = await open(addresses.project('ann'));
    await jira.within('bar').click('You’re offline. 0 agents online in Support.');
    await jira.within('dialog').click('Go online');
    await jira.within('dialog').see('You’re online in Support');
    await other.within('bar').see('You’re online', 'button');
  });

  test('get a flag of a new chat on any page, and answer from there (R17, D1)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const jira = await open(addresses.project('ann', 'HR'));
    await jira.within('bar').see('You’re online', 'button');
    const shop = await open(site.example);
    await startChat(shop, 'Which tent for four?');

    await jira.click('Open');
    const chat = jira.within('dialog');
    await chat.see('Which tent for four?');
    await chat.type('Reply to customer', 'The Crane.');
    await chat.click('Send');
    await shop.see('The Crane.');
  });

  test('are told by whom they were put offline (R17, S6)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('cy');
    const cy = await open(addresses.project('cy'));
    await cy.within('bar').see('You’re online', 'button');
    const pia = await open(addresses.chatPage('pia'));
    await pia.within('modulePage').click('Set Cy Chen to offline');
    await pia.within('modulePage').click('Set to offline');
    await cy.within('bar').see('You’re offline', 'button');
    await cy.see('Pia Park set you to offline');
  });

  test('change what customers read, as admins of the project (R17)', async ({ journey }) => {
    const { site, open } = journey;
    await site.goOnline('ann');
    const settings = (await open(addresses.projectSettings('pia'))).within('modulePage');
    await settings.type('Welcome message', 'Ahoy!');
    await settings.click('Save');
    await settings.see('All changes saved');
    const shop = await open(site.example);
    await shop.click('We’re online');
    await shop.see('Ahoy!');
  });

  test('resolve a chat in the inbox, and the customer may start another (R17)', async ({ journey }) => {
    const { site, open } = journey;
    site.setSpeed(4);
    await site.goOnline('ann');
    const shop = await open(site.example);
    await startChat(shop, 'Which tent for four?');
    const inbox = (await open(addresses.inbox('ann'))).within('modulePage');
    await inbox.click('Which tent for four?');
    await inbox.click('Resolve');
    await shop.click('Start new chat');
    await shop.see('We’re online');
  });

  test('change what counts for all projects, as admins of Jira (R17)', async ({ journey }) => {
    const { site, open } = journey;
    const jira = await open(addresses.globalSettings('joe'));
    const settings = jira.within('modulePage');
    // What is to be done first comes above the form, and moves it.
    await settings.see('Hide list', 'button');
    await settings.type('Keep activity log for', ['Control+a', '3', '0']);
    await settings.click('Save');
    await jira.see('Chat settings saved');
    await settings.see('All changes saved');
    expect(await site.ask('joe', 'getGlobalSettings', {})).toMatchObject({ logDays: 30 });
  });
});
