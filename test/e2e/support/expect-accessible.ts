import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations } from './axe-violations';
import { expectSoon } from './expect-soon';
import { framesInSight } from './frames-in-sight';

/** Everywhere in that theme, and nothing is still moving: half-faded texts have half the contrast. */
async function expectDrawn(page: Page, theme: string): Promise<void> {
  const drawn = (frame: Frame) =>
    frame.evaluate(
      (color) => ({
        theme: document.documentElement.dataset.colorMode ?? color,
        moving: document.getAnimations().filter(({ playState }) => playState === 'running').length,
      }),
      theme,
    );
  await expectSoon(async () => {
    const frames = await Promise.all((await framesInSight(page)).map(drawn));
    return frames.filter((frame) => frame.theme !== theme || frame.moving > 0);
  }).toEqual([]);
}

/** No violation of WCAG 2.2 AA (R11), neither light nor dark; ends as it began, light. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    // The same page follows the system's setting, as it does for people.
    await page.emulateMedia({ colorScheme });
    await expectDrawn(page, colorScheme);
    expect(await axeViolations(page), colorScheme).toEqual([]);
  }
}

/** The same where the system's own few colours take the place of all others; ends without them. */
export async function expectAccessibleInForcedColors(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  await expectDrawn(page, 'light');
  expect(await axeViolations(page), 'forced colours').toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
}
