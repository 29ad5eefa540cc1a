import { describe } from 'vitest';
import { inboxMessages, inboxRow, openChat, reply, said, startChat, writeMessage } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { nobodyWaitsUnseen, type DeskWindows } from './support/nobody-waits-unseen';
import { addresses, dialog, flag, indicator, modulePage } from './support/places';

const ZIP = 'A zip is stuck';
const RENT = 'Do you rent them out?';
const TENT = 'Which tent for four?';
const SOAP = 'Soap did not help';
const AGAIN = 'It is stuck again';

describe('a day of a desk', () => {
  test('nobody waits unseen: two agents, a lead, three customers, a hidden tab and F5 in between (D1, I7, D5, D6, D8, D11)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    await site.goOnline('cy');
    const ann = await visitors.open('ann', addresses.inbox('ann'));
    // Elsewhere in Jira, behind that one: its pages are told that nobody sees them.
    const behind = await (await visitors.browserOf('ann')).newPage();
    await behind.addInitScript(() => {
      let state = 'hidden';
      Object.defineProperty(Document.prototype, 'visibilityState', { get: () => state });
      addEventListener('come-back', () => {
        state = 'visible';
        document.dispatchEvent(new Event('visibilitychange'));
      });
    });
    await behind.goto(new URL(addresses.project('ann'), site.url).href);
    await ann.bringToFront();
    const cy = await visitors.open('cy', addresses.project('cy'));
    const pia = await visitors.open('pia', addresses.team('pia'));
    const chats = modulePage(ann);
    const windows: DeskWindows = {
      agents: {
        ann: { jira: [ann], hidden: [behind], chats: [chats] },
        cy: { jira: [cy], chats: [dialog(cy)] },
      },
      inbox: ann,
      team: pia,
    };
    const everything = [ZIP, RENT, TENT, SOAP, AGAIN];
    const expectWaiting = (...waiting: string[]): Promise<void> =>
      nobodyWaitsUnseen(
        windows,
        waiting,
        everything.filter((words) => !waiting.includes(words)),
      );
    for (const page of [ann, cy]) {
      await expectSoon(() => indicator(page).getAttribute('title')).toContain('online.');
    }
    await expectWaiting();

    // Three customers write.
    const shop = await visitors.open('shopper', site.example);
    const chat = await openChat(shop, 'We’re online');
    await writeMessage(chat, ZIP);
    await expectWaiting(ZIP);
    await startChat(site, RENT, { name: 'Rob Reed', email: 'rob@example.org' });
    await startChat(site, TENT);
    await expectWaiting(ZIP, RENT, TENT);
    await cy.reload();
    await behind.reload();
    await expectWaiting(ZIP, RENT, TENT);

    // Ann's flags are in one of her windows each, whichever was first.
    for (const words of [ZIP, RENT, TENT]) {
      await expectSoon(
        async () => (await flag(ann, words).count()) + (await flag(behind, words).count()),
      ).toBe(1);
    }

    // Ann hands one over; a note is no reply, for no one.
    await inboxRow(chats, ZIP).click();
    await chats.getByRole('button', { name: 'Hand over' }).click();
    await chats.getByRole('combobox', { name: 'Hand over to' }).fill('cy');
    await expectShown(chats.getByRole('option', { name: /Cy Chen/, selected: true }));
    await chats.getByLabel(/^Note for Cy Chen/).fill('She leaves on Friday.');
    await ann.keyboard.press('Control+Enter');
    await expectShown(chats.getByText('Handed over to Cy Chen'));
    await inboxRow(chats, RENT).click();
    await expectWaiting(ZIP, RENT, TENT);

    // Cy takes it up from the flag and writes another note.
    await flag(cy, ZIP).getByRole('button', { name: 'Open' }).click();
    const cys = dialog(cy);
    await expectShown(inboxMessages(cys).getByText('She leaves on Friday.'));
    await cys.getByRole('tab', { name: 'Internal note' }).click();
    await cys.getByRole('textbox', { name: 'Internal note' }).fill('It is a Heron.');
    await cy.keyboard.press('Control+Enter');
    await expectShown(inboxMessages(cys).getByText('It is a Heron.'));
    await expectWaiting(ZIP, RENT, TENT);

    // She replies; the customer writes again.
    await cys.getByRole('tab', { name: /^Reply/ }).click();
    await reply(cys, 'Try soap.');
    await expectShown(said(chat, 'Try soap.'));
    await expectWaiting(RENT, TENT);
    await writeMessage(chat, SOAP);
    await expectWaiting(SOAP, RENT, TENT);

    // Resolved, taken back, resolved; and the customer writes to it once more.
    // Slowly: what takes it back goes by itself after ten seconds.
    site.setSpeed(0.2);
    await cys.getByRole('button', { name: 'Resolve' }).click();
    await expectShown(cys.getByText(/^SUP-\d+ resolved$/));
    await cys.getByRole('button', { name: /^Undo/ }).click();
    await expectGone(cys.getByText(/^SUP-\d+ resolved$/));
    site.setSpeed(8);
    await expectWaiting(SOAP, RENT, TENT);
    await cys.getByRole('button', { name: 'Resolve' }).click();
    await expectWaiting(RENT, TENT);
    await writeMessage(chat, AGAIN);
    await expectWaiting(AGAIN, RENT, TENT);
    await cy.reload();
    await expectWaiting(AGAIN, RENT, TENT);

    // Ann comes back to the tab behind: it shows at once who waits.
    for (const frame of behind.frames()) await frame.evaluate(() => dispatchEvent(new Event('come-back')));
    windows.agents.ann = { jira: [ann, behind], chats: [chats] };
    await expectWaiting(AGAIN, RENT, TENT);

    // The others are replied to.
    await reply(chats, 'By the week.');
    await expectWaiting(AGAIN, TENT);
    await inboxRow(chats, TENT).click();
    await reply(chats, 'The Crane.');
    await expectWaiting(AGAIN);
    await flag(cy, AGAIN).getByRole('button', { name: 'Open' }).click();
    await reply(cys, 'Send it to us.');
    await expectWaiting();
  });
});
