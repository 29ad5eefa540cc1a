import { randomUUID } from 'node:crypto';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { InboxRow } from '../../../src/contract/inbox';
import type { PollBody, StartBody, StartedBody } from '../../../src/contract/conversation';
import { expectShown } from './expect-soon';
import type { JourneySite } from './journey-site';
import { chatPanel } from './places';
import type { Visitors } from './visitors';

/** What customers and agents do in a chat, whichever page it is on. */

type Place = Page | FrameLocator;

/** The customer's icon, by what it says, leads to the panel. */
export async function openChat(place: Place, state: 'We’re online' | 'We’re offline'): Promise<Locator> {
  await place.getByRole('button', { name: state }).click();
  const panel = chatPanel(place);
  await expectShown(panel.getByText(state));
  return panel;
}

/** Somebody who shops on the external web page opens the chat there. */
export async function openShopChat(
  { site, visitors }: { site: JourneySite; visitors: Visitors },
  state: 'We’re online' | 'We’re offline',
): Promise<{ shop: Page; chat: Locator }> {
  const shop = await visitors.open('shopper', site.example);
  return { shop, chat: await openChat(shop, state) };
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

/** What is known of the customer, in windows that have no room for it beside the conversation. */
export const unfoldCustomer = (inbox: FrameLocator): Promise<void> =>
  inbox.locator('.customer-fold > summary').click();

export async function reply(inbox: FrameLocator, text: string): Promise<void> {
  await inbox.getByLabel('Reply to customer').fill(text);
  await inbox.getByRole('button', { name: 'Send' }).click();
}

/** The conversation's request in Jira, once there is one. */
export async function issueKeyOf(inbox: FrameLocator, text: string): Promise<string> {
  const row = inboxRow(inbox, text);
  await expectShown(row.getByText(/^SUP-\d+$/));
  return row.getByText(/^SUP-\d+$/).innerText();
}

/**
 * A chat that somebody else starts meanwhile from a web page, where they wait for the answer; ready when it is a
 * request in Jira.
 */
export async function startChat(
  site: JourneySite,
  message: string,
  visitor: Pick<StartBody, 'name' | 'email'> = {},
  projectKey: Parameters<JourneySite['widgetId']>[0] = 'SUP',
): Promise<void> {
  const opening: StartBody = {
    widgetId: await site.widgetId(projectKey),
    message,
    clientMessageId: randomUUID(),
    page: 'https://www.example.com/tents',
    locale: 'en-GB',
    ...visitor,
  };
  const { conversationId, token } = (await post(site, '/v1/conversations', opening)) as StartedBody;
  const question: PollBody = { token, after: 1, here: true };
  await post(site, `/v1/conversations/${conversationId}/poll`, question);
  await site.site.idle();
}

async function post({ site }: JourneySite, path: string, content: StartBody | PollBody): Promise<unknown> {
  const headers = { 'content-type': 'text/plain' };
  const answer = await site.webTrigger({ method: 'POST', path, headers, body: JSON.stringify(content) });
  if (answer.status >= 400) throw new Error(`${path}: ${String(answer.status)} ${answer.body}`);
  return JSON.parse(answer.body);
}

async function chatsOf(site: JourneySite, account: string): Promise<InboxRow[]> {
  // Lists lag behind what was written.
  site.site.kvs.catchUp();
  const question = { projectId: site.projectId('SUP'), filter: 'all' } as const;
  return (await site.ask(account, 'listConversations', question)).rows;
}

async function chatOf(site: JourneySite, account: string, text: string): Promise<InboxRow> {
  const row = (await chatsOf(site, account)).find(({ firstLine }) => firstLine === text);
  if (!row) throw new Error(`No chat began with ${text}`);
  return row;
}

/** The request in Jira of the chat that began so. */
export async function keyOf(site: JourneySite, text: string): Promise<string> {
  const { issueKey } = await chatOf(site, 'ann', text);
  if (issueKey === null) throw new Error(`${text} is not in Jira yet`);
  return issueKey;
}

/** Somebody takes the chat that began so. */
export async function assignToMe(site: JourneySite, text: string, account: string): Promise<void> {
  const { conversationId } = await chatOf(site, account, text);
  await site.ask(account, 'assignToMe', { conversationId });
  await site.site.idle();
}

export async function resolveChat(site: JourneySite, text: string, account: string): Promise<void> {
  const { conversationId } = await chatOf(site, account, text);
  await site.ask(account, 'resolve', { conversationId });
  await site.site.idle();
}

/** What an agent answers meanwhile in the chat that was written in last. */
export async function answerNewest(site: JourneySite, message: string, account = 'ann'): Promise<void> {
  const [newest] = await chatsOf(site, account);
  if (!newest) throw new Error('There is no chat to answer.');
  await site.ask(account, 'reply', {
    conversationId: newest.conversationId,
    message,
    operationId: randomUUID(),
  });
  await site.site.idle();
}
