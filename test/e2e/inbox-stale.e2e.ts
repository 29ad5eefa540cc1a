import { describe, expect } from 'vitest';
import { inboxMessages, inboxRow, startChat } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, modulePage } from './support/places';

const NOTE = /^Not up to date since \d+:\d\d.*Trying again\.$/;

describe.each(['jira', 'storage'] as const)('while %s is down', (what) => {
  test('an agent reads since when list and conversation are not followed, until they are again (R7)', async ({
    site,
    visitors,
  }) => {
    await startChat(site, 'Which tent for four?', { name: 'Mia Miller', email: 'mia@example.org' });
    await site.advance(5);
    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(ann);
    await inboxRow(inbox, 'Which tent for four?').click();
    await expectShown(inboxMessages(inbox).getByText('Which tent for four?'));
    const notes = inbox.locator('.inbox-stale');
    expect(await notes.count()).toBe(0);

    site.site.faults.set({ [what]: { down: true } });
    await site.advance(2);
    await expectSoon(() => notes.allInnerTexts()).toEqual([
      expect.stringMatching(NOTE),
      expect.stringMatching(NOTE),
    ]);
    await expectSoon(() => inbox.locator('[role=status]').allInnerTexts()).toContainEqual(
      expect.stringMatching(NOTE),
    );
    // What is known stays.
    await expectShown(inboxMessages(inbox).getByText('Which tent for four?'));

    site.site.faults.set({});
    await site.advance(2);
    await expectGone(notes);
    await expectSoon(() => inbox.locator('[role=status]').allInnerTexts()).toContain('Up to date again.');
  });
});
