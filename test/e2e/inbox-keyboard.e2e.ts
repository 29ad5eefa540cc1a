import { describe } from 'vitest';
import { inboxMessages, inboxRow, startChat } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, modulePage } from './support/places';

const ZIP = 'A zip is stuck';
const RENT = 'Do you rent them out?';

describe('an agent without a mouse', () => {
  test('does everything in the inbox by keys, and is always somewhere (D2, D3, D5, D6, D8, R11)', async ({
    site,
    visitors,
  }) => {
    await startChat(site, ZIP, { name: 'Mia Miller', email: 'mia@example.org' });
    await site.advance(2);
    await startChat(site, RENT, { name: 'Rob Reed', email: 'rob@example.org' });
    site.site.kvs.catchUp();
    const page = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(page);
    await expectShown(inboxRow(inbox, ZIP));
    const focused = () =>
      inbox.locator('html').evaluate(() => {
        const { activeElement: at } = document;
        return at === document.body ? 'nowhere' : `${at?.tagName} ${at?.className} ${at?.textContent}`;
      });
    const press = async (key: string): Promise<void> => {
      await page.keyboard.press(key);
      await expectSoon(focused).not.toBe('nowhere');
    };
    const expectAt = (words: string | RegExp) => expectSoon(focused).toMatch(words);

    // Out of the field, where keys are text, to what was said.
    const leaveField = async (): Promise<void> => {
      await expectAt(/^TEXTAREA/);
      await press('Escape');
      await expectAt(/^DIV inbox-messages/);
    };

    // Into the page, as Tab leads there.
    await inbox.getByRole('button', { name: 'Keyboard shortcuts' }).focus();
    await press('?');
    await expectShown(inbox.getByRole('dialog', { name: 'Keyboard shortcuts' }));
    await press('Escape');
    await press('j');
    await expectShown(inbox.getByRole('heading', { name: 'Mia Miller' }));
    await expectAt(/^BUTTON inbox-row/);
    await press('j');
    await expectShown(inbox.getByRole('heading', { name: 'Rob Reed' }));
    await expectAt(/^BUTTON inbox-row/);
    await press('k');
    await expectShown(inbox.getByRole('heading', { name: 'Mia Miller' }));
    await expectAt(/^BUTTON inbox-row/);

    await press('r');
    await expectAt(/^TEXTAREA/);
    await page.keyboard.type('Try soap.');
    await press('Enter');
    await expectShown(inboxMessages(inbox).getByText('Try soap.'));
    await leaveField();
    await press('n');
    await expectAt(/^TEXTAREA/);
    await page.keyboard.type('It is a Heron.');
    await press('Control+Enter');
    await expectShown(inboxMessages(inbox).getByText('It is a Heron.'));
    await leaveField();

    await press('a');
    await expectShown(inbox.locator('.inbox-head').getByText('Assigned to you'));
    await leaveField();
    await press('h');
    await expectAt(/^INPUT/);
    await page.keyboard.type('cy');
    await expectShown(inbox.getByRole('option', { name: /Cy Chen/, selected: true }));
    await press('Enter');
    await expectShown(inbox.locator('.inbox-head').getByText('Assigned to Cy Chen'));
    // Slowly: what takes it back goes by itself after ten seconds.
    site.setSpeed(0.2);
    await press('e');
    await expectShown(inbox.getByText(/^SUP-\d+ resolved$/));
    await leaveField();
    await press('z');
    await expectGone(inbox.getByText(/^SUP-\d+ resolved$/));
    site.setSpeed(1);
    await expectShown(inbox.locator('.inbox-head').getByText('Waiting for'));

    await press('g');
    await press('o');
    await expectAt(/Go online$/);
    await press('/');
    await expectAt(/^INPUT/);
    await page.keyboard.type('zip');
    await press('Enter');
    await expectShown(inbox.getByText('1 chat found for “zip”'));
    await press('Escape');
    // On through the page to the filters, of which the chosen one takes the focus.
    for (let tabs = 0; tabs < 8 && !(await focused()).startsWith('INPUT fd-hidden'); tabs++)
      await press('Tab');
    await expectAt(/^INPUT fd-hidden/);
    await press('ArrowRight');
    await expectSoon(() => inbox.locator('.inbox-tabs label:has(:checked)').innerText()).toMatch(/^Mine/);
  });
});
