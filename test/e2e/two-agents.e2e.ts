import { describe, expect } from 'vitest';
import { inboxRow, issueKeyOf, startChat } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, modulePage } from './support/places';

const ZIP = 'A zip is stuck';

describe('two agents at one chat', () => {
  test('know of each other, hand it over with a note, and take back what they resolved (D4, D5, D8)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('cy');
    await startChat(site, ZIP, { name: 'Mia Miller', email: 'mia@example.org' });
    const annPage = await visitors.open('ann', addresses.inbox('ann'));
    const ann = modulePage(annPage);
    const cy = modulePage(await visitors.open('cy', addresses.inbox('cy')));
    await inboxRow(ann, ZIP).click();
    await inboxRow(cy, ZIP).click();
    await expectShown(ann.getByText('Cy Chen is looking at this'));
    // Ann is not online: her name is on nothing that Bo's window knows.
    await expectShown(cy.getByText(/is looking at this$/));
    await cy.getByLabel('Reply to customer').fill('Try soap');
    await expectShown(ann.getByText('Cy Chen is writing.'));

    await ann.getByRole('button', { name: 'Hand over' }).click();
    await expectSoon(() =>
      ann
        .getByRole('combobox', { name: 'Hand over to' })
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await annPage.keyboard.type('cy');
    await expectShown(ann.getByRole('option', { name: /Cy Chen/, selected: true }));
    await ann.getByLabel(/^Note for Cy Chen/).fill('She leaves on Friday.');
    await annPage.keyboard.press('Control+Enter');
    await expectShown(ann.getByText('Handed over to Cy Chen'), ann.getByText('Assigned to Cy Chen').last());
    await expectShown(cy.locator('.inbox-head').getByText('Assigned to you').last());

    const jira = await visitors.open('ann', addresses.issue('ann', await issueKeyOf(ann, ZIP)));
    await expectShown(
      jira.getByText('Internal note', { exact: true }),
      jira.getByText(/Ann Agent handed this chat over to Cy Chen/),
      jira.getByText(/She leaves on Friday/),
    );

    // It can be undone for ten seconds only.
    site.setSpeed(0.2);
    await cy.getByRole('button', { name: 'Resolve' }).click();
    await expectShown(cy.getByText(/^SUP-\d+ resolved$/));
    await cy.getByRole('button', { name: /^Undo/ }).click();
    site.setSpeed(8);
    await expectGone(cy.getByText(/^SUP-\d+ resolved$/));
    await expectShown(cy.locator('.inbox-head').getByText('Waiting for support'));
    expect(await inboxRow(cy, ZIP).getByText('waiting').count()).toBe(1);
  });
});
