import type { Tab } from './tab';

/** A customer opens the chat, where somebody is online, and writes; ready when the message is in Jira. */
export async function startChat(place: Pick<Tab, 'click' | 'type' | 'see'>, message: string): Promise<void> {
  await place.click('We’re online');
  await place.type('Your message', message);
  await place.click('Send');
  await place.see('Delivered');
}
