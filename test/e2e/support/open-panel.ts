import type { FrameLocator, Page } from 'playwright-core';
import { expectShown } from './expect-soon';
import { dialog, indicator } from './places';

/** The indicator opens the panel over a page of the project Support. */
export async function openPanel(page: Page): Promise<FrameLocator> {
  await indicator(page).click();
  await expectShown(dialog(page).getByText('Online in Support'));
  return dialog(page);
}
