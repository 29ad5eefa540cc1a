import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { inboxRow, transcript, writeMessage } from './support/chat';
import { expectAccessible } from './support/expect-accessible';
import { expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, chatPanel, modulePage, portalChat } from './support/places';

const beside = (page: Page): FrameLocator => page.locator('.portal-side-frame').frameLocator('iframe');
const panelIn = (page: Page) => beside(page).getByRole('group');

/** Jira's own page of the request, where an agent comments. */
async function commentInJira(page: Page, text: string, kind: 'Reply to customer' | 'Add internal note') {
  await page.getByLabel(/^(Comment|Add a comment)/).fill(text);
  await page.getByRole('button', { name: kind }).click();
}

describe('a customer on the page of their own request', () => {
  test('goes on with it as a chat, while an agent answers from the request in Jira (T2, T4, D2)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const cara = await visitors.open('cara', addresses.request('cara', 'SUP-1'));
    const panel = panelIn(cara);
    await expectShown(panel.getByText('We’re online'));
    await writeMessage(panel, 'Is it the same address as in May?');
    await expectShown(panel.getByRole('listitem').getByText('Delivered'));
    await expectShown(cara.getByRole('main').getByText('Is it the same address as in May?'));

    const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
    await expectShown(inboxRow(inbox, 'Cara Customer').getByText('SUP-1'));
    const ann = await visitors.open('ann', addresses.issue('ann', 'SUP-1'));
    await expectShown(ann.getByText('Is it the same address as in May?'));
    await commentInJira(ann, 'She always asks.', 'Add internal note');
    await expectShown(ann.getByText('She always asks.'));
    await commentInJira(ann, 'No, a new one.', 'Reply to customer');
    await expectSoon(() => transcript(panel)).toEqual([
      'Is it the same address as in May?',
      'No, a new one.',
    ]);
    await expectAccessible(cara);

    await cara.reload();
    await expectSoon(() => transcript(panel)).toEqual([
      'Is it the same address as in May?',
      'No, a new one.',
    ]);
  });

  test('opens a resolved one again by a message, in two tabs the same', async ({ site, visitors }) => {
    const cara = await visitors.open('cara', addresses.request('cara', 'SUP-1'));
    const actor = { kind: 'user' as const, accountId: site.site.jira.person('ann')?.accountId ?? '' };
    const body = JSON.stringify({ transition: { id: '21' } });
    await site.site.jira.handle({ method: 'POST', path: '/rest/api/3/issue/SUP-1/transitions', body, actor });
    await site.passEvents();
    await cara.reload();
    const panel = panelIn(cara);
    await expectShown(panel.getByText('This request is resolved. Your message reopens it.'));
    const tab = await visitors.open('cara', addresses.request('cara', 'SUP-1'));
    await writeMessage(panelIn(tab), 'It’s wrong again.');
    await expectSoon(() => transcript(panelIn(tab))).toEqual(['It’s wrong again.']);
    await expectShown(tab.getByRole('main').getByText('Waiting for support'));
    await cara.bringToFront();
    await cara.reload();
    await expectSoon(() => transcript(panel)).toEqual(['It’s wrong again.']);
    expect(await panel.getByText('Your message reopens it.').count()).toBe(0);
  });

  test('is led to the chat at the foot where nothing opens the request again', async ({ site, visitors }) => {
    const page = await site.ask('joe', 'getProjectSettings', { projectId: site.projectId('HR') });
    const settings = { ...page.settings, chatEnabled: true };
    await site.ask('joe', 'saveProjectSettings', {
      projectId: site.projectId('HR'),
      settings,
      rev: page.rev,
    });
    const issue = site.site.jira.desk.issues.all().find(({ key }) => key === 'HR-1');
    expect(issue).toBeDefined();
    const joe = { kind: 'user' as const, accountId: site.site.jira.person('joe')?.accountId ?? '' };
    site.site.jira.grantAgent(joe.accountId, site.projectId('HR'));
    const body = JSON.stringify({ transition: { id: '21' } });
    await site.site.jira.handle({
      method: 'POST',
      path: '/rest/api/3/issue/HR-1/transitions',
      body,
      actor: joe,
    });
    const lee = await visitors.open('lee', addresses.request('lee', 'HR-1', 3));
    const panel = panelIn(lee);
    await expectShown(panel.getByText('This request is closed for good.'));
    expect(await panel.getByLabel('Your message').isVisible()).toBe(false);
    await expectAccessible(lee);
    await panel.getByRole('button', { name: 'Start new chat' }).click();
    await expectShown(chatPanel(portalChat(lee)).getByLabel('Your message'));
  });
});
