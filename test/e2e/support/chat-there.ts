import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { said } from './chat';
import { expectShown } from './expect-soon';
import { chatPanel } from './places';

/** The icon on somebody else's page, while an agent is online. */
export const icon = (page: Page) => page.getByRole('button', { name: 'We’re online' });

/** As a customer does it: the icon in the window's corner, a message key by key, and it arrives. */
export async function chatThere(page: Page): Promise<void> {
  await expectShown(icon(page));
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const box = await icon(page).boundingBox();
  expect(box).toMatchObject({ y: height - 76, width: 56, height: 56 });
  expect([20, width - 76]).toContain(box?.x);
  await icon(page).click();
  const text = 'Tents/slippers? A dozen, soon';
  await chatPanel(page).getByLabel('Your message').click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expectShown(said(chatPanel(page), text).getByText(/Sent|Delivered/));
}
