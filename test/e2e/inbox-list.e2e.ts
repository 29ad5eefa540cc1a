import { describe, expect } from 'vitest';
import { spoke, storeChats, storedChats } from '../support/stored-chats';
import { inboxMessages, inboxRow, startChat, unfoldCustomer } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses, modulePage } from './support/places';

const MINUTE = 60_000;

/** So many chats of this morning, which wait. */
function storeMorning({ site }: JourneySite, count: number): void {
  const newest = site.clock.now() - MINUTE;
  storeChats(
    { site },
    storedChats(
      count,
      (index) => `waiting-${index}`,
      (at) => ({ last: spoke('visitor', at) }),
      newest,
    ),
  );
  site.kvs.catchUp();
}

describe('an agent with a long morning behind them', () => {
  test('goes through older chats with the keyboard, from where the list went on', async ({
    site,
    visitors,
  }) => {
    storeMorning(site, 30);
    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(ann);
    const rows = inbox.locator('.inbox-row');
    await expectSoon(() => rows.count()).toBe(25);
    await rows.first().focus();
    await ann.keyboard.press('End');
    await ann.keyboard.press('Tab');
    await ann.keyboard.press('Enter');
    await expectSoon(() => rows.count()).toBe(30);
    await expectSoon(() => inbox.locator('.inbox-row:focus').innerText()).toContain('waiting-4');
    await expectGone(inbox.getByRole('button', { name: 'Show older' }));
    await ann.keyboard.press('ArrowUp');
    await ann.keyboard.press('Enter');
    await expectShown(inbox.getByRole('heading', { name: 'waiting-5', exact: true }));
  });
});

describe('an agent', () => {
  test('may click twice: what was asked for is done once, and nothing else is under the pointer then', async ({
    site,
    visitors,
  }) => {
    await startChat(site, 'Which tent for four?', { name: 'Mia Miller', email: 'mia@example.org' });
    await site.advance(5);
    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(ann);
    await inboxRow(inbox, 'Which tent for four?').click();
    const head = inbox.locator('.inbox-head');
    const places = () =>
      head
        .getByRole('button')
        .evaluateAll((buttons) => buttons.map((button) => JSON.stringify(button.getBoundingClientRect())));
    await expectShown(head.getByRole('button', { name: 'Assign to me', exact: true }));
    const before = await places();
    expect(before).toHaveLength(4);
    await head.getByRole('button', { name: 'Assign to me', exact: true }).dblclick();
    await expectShown(head.getByRole('button', { name: 'Assigned to you', exact: true, disabled: true }));
    await expectShown(head.getByRole('button', { name: 'Resolve', exact: true, disabled: false }));
    expect(await places()).toEqual(before);
    await head.getByRole('button', { name: 'Resolve', exact: true }).dblclick();
    await expectShown(head.getByRole('button', { name: 'Resolved', exact: true, disabled: true }));
    expect(await places()).toEqual(before);
    expect(ann.url()).toContain(addresses.inbox('ann'));
  });

  test('reads names and addresses of any length in one line each, in full on pointing at them', async ({
    site,
    visitors,
  }) => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).trim().slice(0, 100);
    const email = `${'a'.repeat(60)}@${'b'.repeat(60)}.example`;
    await startChat(site, 'Which tent for four?', { name, email });
    await site.advance(5);
    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(ann);
    await inboxRow(inbox, 'Which tent for four?').click();
    await unfoldCustomer(inbox);
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 375, height: 700 },
    ]) {
      await ann.setViewportSize(viewport);
      await expectShown(inbox.getByRole('heading', { name }));
      const long = inbox.locator('.inbox-cut').filter({ hasText: /Wolfe|bbb/, visible: true });
      // Heading, row and address, each as soon as the page has drawn itself anew for this window.
      await expectSoon(() => long.count()).toBeGreaterThanOrEqual(3);
      const cut = await long.evaluateAll((elements) =>
        elements.map((element) => ({
          lines: Math.round(element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight)),
          title: element.getAttribute('title'),
        })),
      );
      expect(cut.length).toBeGreaterThanOrEqual(3);
      for (const each of cut) {
        expect(each.lines).toBe(1);
        expect([name, `Reply to ${name}`, email]).toContain(each.title);
      }
      for (const part of [inbox.locator('.inbox-page'), inboxMessages(inbox)]) {
        expect(await part.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      }
    }
  });

  test('follows a web address in a message beside the inbox, and nothing else is a link', async ({
    site,
    visitors,
  }) => {
    const text = `It is on ${site.example}?tent=4, not on javascript:alert(1) or <a href="/">here</a>.`;
    await startChat(site, text, { name: 'Mia Miller', email: 'mia@example.org' });
    await site.advance(5);
    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(ann);
    await inboxRow(inbox, 'It is on').click();
    const links = inboxMessages(inbox).getByRole('link');
    await expectShown(links);
    expect(await links.count()).toBe(1);
    expect(await links.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    await expectShown(inboxMessages(inbox).getByRole('link', { name: `${site.example}?tent=4 (new tab)` }));
    expect(await inboxMessages(inbox).locator('.inbox-bubble').textContent()).toBe(text);
    await links.click();
    // Jira asks whoever leaves it for somewhere else.
    const question = ann.getByRole('dialog', { name: 'Leave this site for' });
    const [opened] = await Promise.all([
      ann.waitForEvent('popup'),
      question.getByRole('button', { name: 'Leave' }).click(),
    ]);
    await expectSoon(() => opened.url()).toBe(`${site.example}?tent=4`);
    await expectShown(inbox.getByRole('heading', { name: 'Mia Miller' }));
  });
});
