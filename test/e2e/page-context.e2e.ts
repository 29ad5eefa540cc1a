import { describe, expect } from 'vitest';
import { inboxRow, said, unfoldCustomer } from './support/chat';
import { expectAccessible } from './support/expect-accessible';
import { expectShown } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, chatPanel, modulePage } from './support/places';

describe('a web page that knows what its visitor looks at', () => {
  test('declares it for the agents and suggests the first words: nothing of it leaves the page before the visitor sends (C9, T1)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const browser = await visitors.browserOf('shopper');
    const sent: string[] = [];
    browser.on('request', (request) => void sent.push(`${request.url()} ${request.postData() ?? ''}`));
    const shop = await visitors.open('shopper', site.example);
    await expectShown(shop.getByRole('button', { name: 'We’re online' }));
    const told = shop.waitForEvent('console', (line) => line.text().startsWith('frontdesk.context'));
    await shop.evaluate(() => {
      const values = { tent: 'Crane 4', plan: 'Pro', cart: '2 items', since: '2019', items: 2 };
      window.frontdesk?.context(values as unknown as Record<string, string>);
      window.frontdesk?.open({ text: 'I have a question about the Crane 4: ' });
    });

    const chat = chatPanel(shop);
    const field = chat.getByLabel('Your message');
    await expectShown(field);
    expect(await field.inputValue()).toBe('I have a question about the Crane 4: ');
    await field.press('End');
    await field.pressSequentially('is it heavy?');
    await shop.evaluate(() => window.frontdesk?.open({ text: 'Something else' }));
    expect(await field.inputValue()).toBe('I have a question about the Crane 4: is it heavy?');
    expect(sent.filter((request) => /Crane|Pro|2019/.test(request))).toEqual([]);

    await field.press('Enter');
    await expectShown(said(chat, 'is it heavy?').getByText('Delivered'));
    expect((await told).text()).toContain('ignored "items".');

    const desk = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(desk);
    await inboxRow(inbox, 'is it heavy?').click();
    await unfoldCustomer(inbox);
    await inbox.getByText('Said by the page, not confirmed (4)').click();
    await expectShown(
      inbox.getByText('Crane 4', { exact: true }),
      inbox.getByText('2 items', { exact: true }),
    );
    await expectAccessible(desk);
  });
});
