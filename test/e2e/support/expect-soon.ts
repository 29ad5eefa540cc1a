import type { FrameLocator, Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Small machines run several things at once: long enough for any of them, and nobody waits when it works. */
const PATIENCE_MS = 20_000;

/** `expect` for what a page is about to show: reads again until it holds. */
export const expectSoon = <T>(read: () => T | Promise<T>, timeout = PATIENCE_MS) =>
  // oxlint-disable-next-line vitest/require-awaited-expect-poll -- whoever calls this awaits what they expect
  expect.poll(read, { timeout, interval: 50 });

export async function expectShown(...locators: Locator[]): Promise<void> {
  for (const locator of locators) await locator.first().waitFor({ state: 'visible', timeout: PATIENCE_MS });
}

export async function expectGone(...locators: Locator[]): Promise<void> {
  for (const locator of locators) {
    await expectSoon(() => locator.filter({ visible: true }).count()).toBe(0);
  }
}

/** What somebody is about to do there; where it was refused and "Try again" is offered, they do, as people would. */
export async function expectInTheEnd(place: FrameLocator, shown: Locator): Promise<void> {
  const again = place.getByRole('button', { name: 'Try again' }).first();
  await expectSoon(async () => {
    // Gone by itself meanwhile: so much the better.
    if (await again.isVisible()) await again.click({ timeout: 1_000 }).catch(() => undefined);
    return shown.first().isVisible();
  }).toBe(true);
}
