import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AvailabilityBody } from '../../../src/contract/availability';
import type { JourneySite } from './journey-site';

const SECOND = 1_000;

/** So much before an edge the page has asked for the last time: long enough on a busy machine, too. */
const LEAD = 10 * SECOND;

const HURRIED = 8;

export const advanceTo = (site: JourneySite, moment: number): Promise<void> =>
  site.advance((moment - site.site.clock.now()) / (60 * SECOND));

/** A web page's widget turns at its edge's own second: it has asked a little before, and doesn't ask again. */
export async function turnsByItself(
  site: JourneySite,
  page: Page,
  at: number,
  shows: { before(): Promise<void>; after(): Promise<void> },
): Promise<void> {
  site.setSpeed(1);
  const answered = page.waitForResponse(async (response) => {
    if (!response.url().includes('/v1/availability/')) return false;
    const { now } = (await response.json()) as AvailabilityBody;
    return Date.parse(now) >= at - LEAD;
  });
  await advanceTo(site, at - LEAD);
  await answered;
  await shows.before();
  const asked: string[] = [];
  const trigger = site.site.webTriggerUrl('public');
  page.on('request', (request) => {
    if (request.url().startsWith(trigger)) asked.push(request.url());
  });
  const turned = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.frontdesk?.on('change', () => resolve(Date.now()));
      }),
  );
  site.setSpeed(HURRIED);
  await shows.after();
  // Answers count in whole seconds, and round them down.
  expect(await turned).toBeGreaterThan(at - SECOND);
  expect(asked).toEqual([]);
}
