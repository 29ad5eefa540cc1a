import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expectShown } from './expect-soon';
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
