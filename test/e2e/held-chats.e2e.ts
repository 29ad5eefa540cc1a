import { randomUUID } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { storeChats, storedChats } from '../support/stored-chats';
import { startChat } from './support/chat';
import { expectAccessible } from './support/expect-accessible';
import { expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses, dialog, modulePage } from './support/places';

const HOUR = 3_600_000;

/** So many chats that were held back within the last two hours. */
function holdBack({ site }: JourneySite, count: number): void {
  const waiting = { n: 1, text: 'Hello', attempt: null };
  const half = Math.ceil(count / 2);
  const back = (at: number) => ({ held: { since: at }, issue: null, pending: [waiting] });
  const [now, before] = [site.clock.now() - 60_000, site.clock.now() - 1.5 * HOUR];
  storeChats({ site }, [
    ...storedChats(half, (index) => `held-now-${index}`, back, now),
    ...storedChats(count - half, (index) => `held-before-${index}`, back, before),
  ]);
  site.kvs.catchUp();
}

async function showHeld(inbox: FrameLocator, count: number): Promise<void> {
  await inbox.getByRole('button', { name: 'More filters' }).click();
  await inbox.getByRole('menuitem', { name: `Held back ${String(count)}` }).click();
}

async function openHeld(ann: Page): Promise<FrameLocator> {
  const inbox = modulePage(ann);
  await showHeld(inbox, 6);
  await expectSoon(() => inbox.locator('.inbox-row').count()).toBe(6);
  return inbox;
}

describe('chats held back (T6)', () => {
  test('are released and rejected in bulk, by the keyboard too, with ten seconds to undo it (R11)', async ({
    site,
    visitors,
  }) => {
    holdBack(site, 6);
    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = await openHeld(ann);
    await expectAccessible(ann);

    await inbox.getByLabel('Select all').focus();
    await ann.keyboard.press('Space');
    const release = inbox.getByRole('button', { name: 'Release 6 to Jira' });
    await expectShown(release);
    await expectAccessible(ann);
    await release.focus();
    await ann.keyboard.press('Enter');
    await expectShown(inbox.getByText('Releasing 6 chats to Jira.'));
    await expectSoon(() => inbox.locator(':focus').innerText()).toContain('Undo');
    await ann.keyboard.press('Enter');
    await expectSoon(() => inbox.locator('.inbox-row').count()).toBe(6);

    await inbox
      .getByRole('checkbox', { name: /^All from .*\(3\)$/ })
      .first()
      .check();
    await inbox.getByRole('button', { name: 'Reject 3' }).click();
    await expectShown(inbox.getByText('Rejecting 3 chats.'));
    await expectSoon(() => inbox.locator('.inbox-row').count()).toBe(3);
    await expectAccessible(ann);
    await site.advance(1);
    await showHeld(inbox, 3);
    await expectSoon(() => inbox.locator('.inbox-row').count()).toBe(3);
  });

  test('stand on the card Protection, with who is blocked, and lead agents to the list (R11)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    await startChat(site, 'Buy cheap tents now');
    // Lists lag behind what was written.
    site.site.kvs.catchUp();
    const [{ conversationId } = { conversationId: '' }] = (
      await site.ask('ann', 'listConversations', { projectId: site.projectId('SUP'), filter: 'all' })
    ).rows;
    await site.ask('ann', 'blockVisitor', { conversationId, operationId: randomUUID() });
    holdBack(site, 6);
    const pia = await visitors.open('pia', addresses.projectSettings('pia'));
    const settings = modulePage(pia);
    await expectShown(settings.getByRole('heading', { name: 'Protection' }));
    await expectShown(settings.getByRole('button', { name: /^Unblock/ }));
    await expectAccessible(pia);
    // Pia is no agent.
    await expectShown(settings.getByText('Agents in this space decide what happens to them'));

    site.site.jira.grantAgent(site.site.jira.person('pia')?.accountId ?? '', site.projectId('SUP'));
    await pia.reload();
    await settings.getByRole('button', { name: 'Review 6' }).click();
    await expectSoon(() => dialog(pia).locator('.inbox-row').count()).toBe(6);
    await expectAccessible(pia);
  });
});
