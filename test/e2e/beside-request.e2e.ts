import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { inboxMessages, inboxRow, keyOf, openShopChat, said, startChat, writeMessage } from './support/chat';
import { expectAccessible, expectAccessibleInForcedColors } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried, test } from './support/journey';
import { addresses, besideRequest, dialog, foldBesideRequest, modulePage } from './support/places';

/** My status as the section says it: what it says to screen readers comes beside. */
const status = (section: FrameLocator, text: string) =>
  section.getByRole('region', { name: 'My status' }).locator('strong').filter({ hasText: text });

/** What a page asks the app from that section, from now on. */
function askedBeside(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/__forge__/invoke')) return;
    const { moduleKey, functionKey } = request.postDataJSON() as { moduleKey: string; functionKey: string };
    if (moduleKey === 'beside-request') asked.push(functionKey);
  });
  return asked;
}

describe('an agent who never opens Apps → Frontdesk', () => {
  hurried(
    'goes online beside a request, sees its customer wait, replies in Jira, and goes offline (D12, I7, S11)',
    async ({ site, visitors }) => {
      await site.goOnline('bo', { minutes: 30 });
      await startChat(site, 'An older question');
      const older = await keyOf(site, 'An older question');
      const ann = await visitors.open('ann', addresses.issue('ann', older));
      await foldBesideRequest(ann);
      const section = besideRequest(ann);
      await expectShown(status(section, 'You’re offline in Support'));
      await section.getByRole('button', { name: 'Go online' }).click();
      await expectShown(status(section, 'You’re online in Support'));

      const { shop, chat } = await openShopChat({ site, visitors }, 'We’re online');
      await writeMessage(chat, 'A zip of my Heron is stuck');
      await expectShown(section.getByRole('button', { name: /2 customers are waiting/ }));
      const key = await keyOf(site, 'A zip of my Heron is stuck');

      // Opened once, the section is open beside the next request as well.
      await ann.goto(new URL(addresses.issue('ann', key), site.url).href);
      await expectShown(
        section.getByRole('heading', { name: /^Visitor is waiting for a reply/ }),
        section.getByText('active now'),
        section.getByText(/^Online: You until .* and Bo Becker until/),
      );
      await ann.getByLabel('Add a comment').fill('Soap helps. Does it move?');
      await ann.getByRole('button', { name: 'Reply to customer' }).click();
      await expectShown(section.getByRole('heading', { name: /^You replied/ }));
      await expectShown(said(chat, 'Soap helps. Does it move?'));

      await writeMessage(chat, 'It does, thanks');
      await expectShown(section.getByRole('heading', { name: /^Visitor is waiting for a reply/ }));
      await ann.getByRole('button', { name: 'Resolve' }).first().click();
      await expectShown(section.getByRole('heading', { name: 'Chat ended' }));
      await shop.close();

      await site.goOffline('bo');
      await expectShown(section.getByText(/^Online: You until (?!.*Bo Becker)[^,]*\.$/));
      await section.getByRole('button', { name: 'Go offline' }).click();
      const question = section.getByRole('alertdialog');
      await expectShown(question.getByText(/^You’re the last agent online in Support/));
      await expectAccessible(ann);
      await question.getByRole('button', { name: 'Go offline' }).click();
      await expectShown(status(section, 'You’re offline in Support'), section.getByText('No one is online'));
    },
  );

  test('reaches the chat and the dialog from there, and comes back to the request (D10, I4)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('bo');
    await startChat(site, 'A zip is stuck', { name: 'Mia Miller', email: 'mia@example.org' });
    const ann = await visitors.open('ann', addresses.issue('ann', await keyOf(site, 'A zip is stuck')));
    await foldBesideRequest(ann);
    const section = besideRequest(ann);
    await expectShown(section.getByText('email not confirmed'));
    await expectAccessible(ann);
    await expectAccessibleInForcedColors(ann);

    await section.getByRole('button', { name: 'Reply in chat' }).click();
    await expectShown(inboxMessages(dialog(ann)).getByText('A zip is stuck'));
    await dialog(ann).getByRole('button', { name: 'Close', exact: true }).click();
    await expectGone(ann.locator('dialog[open]'));

    await section.getByRole('button', { name: /^You’re offline\. 1 agent online in Support\./ }).click();
    await dialog(ann).getByRole('button', { name: 'Go online', exact: true }).click();
    await expectShown(status(section, 'You’re online in Support'));
  });
});

describe('two agents, one beside the request, one in the inbox', () => {
  hurried('know of each other before they write (D4)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    await site.goOnline('cy');
    await startChat(site, 'A zip is stuck');
    const ann = await visitors.open('ann', addresses.issue('ann', await keyOf(site, 'A zip is stuck')));
    await foldBesideRequest(ann);
    const section = besideRequest(ann);
    await expectShown(section.getByRole('heading', { name: /is waiting/ }));
    const inbox = modulePage(await visitors.open('cy', addresses.inbox('cy')));
    await inboxRow(inbox, 'A zip is stuck').click();
    await expectShown(section.getByText('Cy Chen is looking at this'));
    await expectShown(inbox.getByText('Ann Agent is looking at this'));
    await inbox.getByLabel('Reply to customer').pressSequentially('Soap');
    await expectShown(section.getByText('Cy Chen is writing.'));
    await foldBesideRequest(ann);
    await expectGone(inbox.getByText('Ann Agent is looking at this'));
  });
});

describe('the section beside a request', () => {
  test('loads when it is opened, and asks nothing while it is closed (D12)', async ({ site, visitors }) => {
    await site.goOnline('bo');
    await startChat(site, 'A zip is stuck');
    const ann = await visitors.open('ann', addresses.issue('ann', await keyOf(site, 'A zip is stuck')));
    const asked = askedBeside(ann);
    await expectShown(ann.getByText('Chat and status'));
    expect(await ann.locator('[data-section] iframe').count()).toBe(0);

    await foldBesideRequest(ann);
    const section = besideRequest(ann);
    await expectShown(section.getByRole('heading', { name: /is waiting/ }));
    await expectSoon(() => asked).toContain('getLiveToken');
    await site.goOnline('cy');
    await expectShown(section.getByText(/Cy Chen/));

    await foldBesideRequest(ann);
    await expectGone(ann.locator('[data-section] iframe'));
    await site.passPoll();
    asked.length = 0;
    await site.goOffline('cy');
    // The icon in the header has heard of it.
    await expectSoon(() =>
      ann.locator('.bar-frame').frameLocator('iframe').locator('#count').innerText(),
    ).toBe('1');
    await site.passPoll();
    expect(asked).toEqual([]);

    await foldBesideRequest(ann);
    await expectSoon(() => asked).toContain('getPanel');
    // A section that is still loading says nothing of anybody.
    await expectShown(section.getByText(/Bo Becker/));
    await expectGone(section.getByText(/Cy Chen/));
  });

  test('is not there in software spaces, and says so where chat is off', async ({ site, visitors }) => {
    const issue = (project: 'DEV' | 'HR') =>
      site.site.jira.desk.issues.all().find(({ projectId }) => projectId === site.projectId(project))?.key ??
      '';
    const dev = await visitors.open('ann', addresses.issue('ann', issue('DEV')));
    await expectShown(dev.getByText('Add a comment'));
    expect(await dev.locator('[data-section]').count()).toBe(0);
    const hr = await visitors.open('joe', addresses.issue('joe', issue('HR')));
    await foldBesideRequest(hr);
    await expectShown(besideRequest(hr).getByText(/^Chat isn’t turned on in People\./));
  });

  test('while storage is down it says since when it knows nothing new, and nobody is online in it (C8)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('bo');
    await startChat(site, 'A zip is stuck');
    const ann = await visitors.open('ann', addresses.issue('ann', await keyOf(site, 'A zip is stuck')));
    await foldBesideRequest(ann);
    const section = besideRequest(ann);
    await expectShown(section.getByText(/^Online: Bo Becker/));
    visitors.expectProblem(/./);
    site.site.faults.set({ storage: { down: true } });
    for (let minute = 0; minute < 4; minute++) await site.advance(1);
    await expectShown(
      section.getByText(/^Not up to date since/),
      section.getByText(/^Last known: Visitor is waiting/),
    );
    await expectGone(section.getByText(/^Online:/));
    site.site.faults.set({});
    await site.passPoll();
    await expectGone(section.getByText(/^Not up to date since/));
    await expectShown(section.getByText(/^Online: Bo Becker/));
  });
});
