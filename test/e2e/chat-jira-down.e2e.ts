import { describe, expect } from 'vitest';
import { textOfAdf } from '../../local/jira/records/adf';
import { openChat, said, transcript, writeMessage } from './support/chat';
import { expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import type { JourneySite } from './support/journey-site';

/** Every chat's request in Jira: its first message and its comments, in Jira's order. */
const inJira = ({ site }: JourneySite): string[][] =>
  site.jira.desk.issues
    .all()
    .filter(({ requestTypeId, description }) => requestTypeId !== null && description !== null)
    .map(({ description, comments }) => [
      description ? textOfAdf(description) : '',
      ...comments.map(({ body }) => textOfAdf(body)),
    ]);

describe('while Jira is down for ten minutes', () => {
  test('what visitors write is kept, and arrives once and in order (R7, R10)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const shop = await visitors.open('shopper', site.example);
    const chat = await openChat(shop, 'We’re online');
    await writeMessage(chat, 'Hello before.');
    await expectShown(said(chat, 'Hello before.').getByText('Delivered'));
    const camper = await visitors.open('camper', site.example);
    await expectShown(camper.getByRole('button', { name: 'We’re online' }));
    const before = inJira(site).length;

    site.site.faults.set({ jira: { down: true } });
    const texts = ['First, the poles.', 'Second, the pegs.', 'Third, the rain fly.'];
    for (const text of texts) {
      await writeMessage(chat, text);
      await expectShown(said(chat, text).getByText('Sent', { exact: false }));
      await site.advance(3);
    }
    // A chat that begins meanwhile waits in the same way for its request.
    const second = await openChat(camper, 'We’re online');
    await writeMessage(second, 'Is anybody there?');
    await expectShown(said(second, 'Is anybody there?').getByText('Sent', { exact: false }));
    await site.advance(1);
    expect(inJira(site)).toHaveLength(before);

    site.site.faults.set({});
    await site.advance(15);
    for (const text of texts) await expectShown(said(chat, text).getByText('Delivered'));
    // Jira may have raised its request all the same: it is looked for before it is raised a second time.
    await site.advance(10);
    await expectShown(said(second, 'Is anybody there?').getByText('Delivered'));
    expect(await transcript(chat)).toEqual(['Hello before.', ...texts]);
    await expectSoon(() => inJira(site).length).toBe(before + 1);
    const comments = inJira(site).find(([first]) => first?.includes('Hello before.')) ?? [];
    expect(comments).toHaveLength(1 + texts.length);
    for (const [index, text] of texts.entries()) expect(comments[index + 1]).toContain(text);
  });
});
