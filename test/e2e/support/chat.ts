import { randomUUID } from 'node:crypto';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { StartBody } from '../../../src/contract/webtrigger-api';
import { expectShown } from './expect-soon';
import type { JourneySite } from './journey-site';
import { chatPanel } from './places';

/** What customers and agents do in a chat, whichever page it is on. */

type Place = Page | FrameLocator;

/** The customer's icon, by what it says, leads to the panel. */
export async function openChat(place: Place, state: 'We are online' | 'We are offline'): Promise<Locator> {
  await place.getByRole('button', { name: state }).click();
  const panel = chatPanel(place);
  await expectShown(panel.getByText(state));
  return panel;
}

export async function writeMessage(panel: Locator, text: string): Promise<void> {
  await panel.getByLabel('Your message').fill(text);
  await panel.getByRole('button', { name: 'Send' }).click();
}

/** A message in the customer's panel, with who said it and what became of it. */
export const said = (panel: Locator, text: string): Locator =>
  panel.getByRole('log').getByRole('listitem').filter({ hasText: text });

/** All messages in the customer's panel, top to bottom: the words alone. */
export const transcript = (panel: Locator): Promise<string[]> =>
  panel.getByRole('log').locator('.text').allTextContents();

/** A conversation in the agents' list, by what was said in it. */
export const inboxRow = (inbox: FrameLocator, text: string): Locator =>
  inbox.locator('.inbox-row').filter({ hasText: text });

/** The messages of the conversation that an agent has open. */
export const inboxMessages = (inbox: FrameLocator): Locator =>
  inbox.getByRole('region', { name: 'Messages' });

export async function reply(inbox: FrameLocator, text: string): Promise<void> {
  await inbox.getByLabel('Reply to the customer').fill(text);
  await inbox.getByRole('button', { name: 'Send' }).click();
}

/** The conversation's request in Jira, once there is one. */
export async function issueKeyOf(inbox: FrameLocator, text: string): Promise<string> {
  const row = inboxRow(inbox, text);
  await expectShown(row.getByText(/^SUP-\d+$/));
  return row.getByText(/^SUP-\d+$/).innerText();
}

/** A chat that somebody else starts meanwhile, from a web page; ready when it is a request in Jira. */
export async function startChat(
  site: JourneySite,
  message: string,
  visitor: Pick<StartBody, 'name' | 'email'> = {},
): Promise<void> {
  const opening: StartBody = {
    widgetId: await site.widgetId('SUP'),
    message,
    clientMessageId: randomUUID(),
    page: 'https://www.example.com/tents',
    locale: 'en-GB',
    ...visitor,
  };
  const { status, body } = await site.site.webTrigger({
    method: 'POST',
    path: '/v1/conversations',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(opening),
  });
  if (status !== 201) throw new Error(`The chat was not started: ${String(status)} ${body}`);
  await site.site.idle();
}

/** What an agent answers meanwhile in the chat that was written in last. */
export async function answerNewest(site: JourneySite, message: string, account = 'ann'): Promise<void> {
  const projectId = site.projectId('SUP');
  const { rows } = await site.ask(account, 'listConversations', { projectId, filter: 'all' });
  const [newest] = rows;
  if (!newest) throw new Error('There is no chat to answer.');
  await site.ask(account, 'reply', { conversationId: newest.conversationId, message, operationId: randomUUID() });
  await site.site.idle();
}
