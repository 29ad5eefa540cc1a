import { describe } from 'vitest';
import { inboxMessages, inboxRow, openShopChat, reply, said, transcript } from './support/chat';
import { expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, modulePage } from './support/places';

describe('a message is as long as the server says', () => {
  test('4,000 emoji go from the customer to the agent, and 4,000 back', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We are online');
    const [question, answer] = ['👋'.repeat(4_000), '👍'.repeat(4_000)];
    await chat.getByLabel('Your message').fill(question);
    await expectShown(chat.getByText('Characters left: 0'));
    await chat.getByRole('button', { name: 'Send' }).click();
    await expectSoon(() => transcript(chat)).toEqual([question]);
    await expectShown(said(chat, '👋').getByText('Delivered'));

    const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
    await inboxRow(inbox, '👋').click();
    await reply(inbox, answer);
    await expectShown(inboxMessages(inbox).getByText(answer));
    await expectSoon(() => transcript(chat)).toEqual([question, answer]);
  });
});
