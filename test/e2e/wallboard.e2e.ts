import type { FrameLocator, Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { startChat } from './support/chat';
import { expectAccessible, expectAccessibleInForcedColors } from './support/expect-accessible';
import { expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses } from './support/places';

const MINUTE = 60_000;
/** From the journeys' Monday at ten. */
const AT = { quarterPast: 15, noon: 120, halfPastNoon: 150, one: 180 };

const gadget = (page: Page): FrameLocator => page.locator('.gadget-frame').frameLocator('iframe');

/** One of the two numbers of a space, with the words below it. */
const figure = (wall: FrameLocator, name: string): Locator =>
  wall.locator('.wall-figures > div').filter({ has: wall.getByText(name, { exact: true }) });

const next = (wall: FrameLocator): Locator => wall.locator('.wall-foot');

/** When the wall asked, by the site's clock. */
function watchCalls(page: Page, site: JourneySite): number[] {
  const calls: number[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/__forge__/invoke') && request.postData()?.includes('"getWall"'))
      calls.push(site.site.clock.now());
  });
  return calls;
}

/** Its frames can be told that nobody sees them. */
const mayBeHidden = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    let state: DocumentVisibilityState = 'visible';
    Object.defineProperty(Document.prototype, 'visibilityState', { get: () => state });
    for (const each of ['hidden', 'visible'] as const)
      addEventListener(`now-${each}`, () => {
        state = each;
        document.dispatchEvent(new Event('visibilitychange'));
      });
  });

const setSeen = (wall: FrameLocator, state: DocumentVisibilityState): Promise<unknown> =>
  wall.locator('html').evaluate((_, next) => dispatchEvent(new Event(`now-${next}`)), state);

async function works(site: JourneySite, who: string, from: string, to: string, asks: boolean): Promise<void> {
  const slots = [{ day: 1 as const, from, to }];
  const rollCall = asks ? ('confirm' as const) : ('automatic' as const);
  await site.ask(who, 'saveMySchedule', {
    schedule: { zone: 'UTC', slots, daysOff: [], rollCall, leftOut: [] },
    rev: 0,
  });
}

describe('a screen on the wall', () => {
  test('shows a day of the desk, asking once a minute at most and never unseen (D12, S8, C8)', async ({
    site,
    visitors,
  }) => {
    const pia = await (await visitors.browserOf('pia')).newPage();
    await mayBeHidden(pia);
    await pia.goto(new URL(addresses.dashboard('pia'), site.url).href);
    const calls = watchCalls(pia, site);
    await pia.getByRole('button', { name: 'Add' }).click();
    const wall = gadget(pia);
    await expectShown(wall.getByText('Spaces to show'));
    await expectAccessible(pia);
    await wall.getByLabel('Support').check();
    await wall.getByRole('button', { name: 'Save' }).click();
    await expectShown(
      figure(wall, 'Online').getByText('0', { exact: true }),
      wall.getByText('No change known'),
    );

    await works(site, 'ann', '10:15', '12:00', false);
    await works(site, 'cy', '12:30', '17:00', true);
    await site.advance(AT.quarterPast);
    await expectShown(
      figure(wall, 'Online').getByText('Ann Agent until 12:00 PM'),
      next(wall).getByText('No one from 12:00 PM. Someone’s expected from 12:30 PM.'),
    );

    await startChat(site, 'A zip is stuck');
    await site.advance(6);
    await expectShown(
      figure(wall, 'Waiting').getByText('1', { exact: true }),
      figure(wall, 'Waiting').getByText('6 min'),
    );
    await expectAccessible(pia);
    await expectAccessibleInForcedColors(pia);

    // At noon to the second: what was told a moment before is enough.
    await site.advance(AT.noon - AT.quarterPast - 6);
    await expectShown(
      figure(wall, 'Online').getByText('Customers see “Expected at 12:30 PM”.'),
      next(wall).getByText('Next: Cy Chen expected from 12:30 PM'),
    );
    await site.advance(AT.halfPastNoon - AT.noon);
    await expectShown(figure(wall, 'Online').getByText('Expected: Cy Chen'));
    await site.ask('cy', 'confirmPresence', { answer: 'here', operationId: 'here' });
    await site.advance(1.5);
    await expectShown(figure(wall, 'Online').getByText('Cy Chen until 5:00 PM'));

    site.site.faults.set({ storage: { down: 1 } });
    await site.advance(3);
    await expectShown(next(wall).getByText(/^Not updated since .*Trying again…$/));
    await expectShown(figure(wall, 'Online').getByText('–'));
    site.site.faults.set({});
    await site.advance(AT.one - AT.halfPastNoon - 4.5);
    await expectShown(figure(wall, 'Online').getByText('Cy Chen until 5:00 PM'));

    await setSeen(wall, 'hidden');
    const seen = calls.length;
    await site.goOffline('cy');
    await site.advance(60);
    await setSeen(wall, 'visible');
    await expectShown(figure(wall, 'Online').getByText('0', { exact: true }));
    expect(calls.length).toBe(seen + 1);

    const gaps = calls.slice(1).map((at, index) => at - (calls[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MINUTE - 1_000);
    expect(calls.length).toBeLessThanOrEqual(13);
  });

  test('shows each viewer what is theirs, whoever set it up (D11, D12)', async ({ site, visitors }) => {
    await site.goOnline('ann', { minutes: 60 });
    const joe = await visitors.open('joe', addresses.dashboard('joe'));
    await joe.getByRole('button', { name: 'Add' }).click();
    await gadget(joe).getByLabel('Support').check();
    await gadget(joe).getByLabel('IT Operations').check();
    await gadget(joe).getByRole('button', { name: 'Save' }).click();
    await expectShown(gadget(joe).getByText('Ann Agent until 11:00 AM'));
    await expectSoon(() => gadget(joe).locator('.wall-figures').count()).toBe(2);

    const cy = await visitors.open('cy', addresses.dashboard('cy'));
    const lee = await visitors.open('lee', addresses.dashboard('lee'));
    await expectShown(
      gadget(cy).getByText('Ann Agent until 11:00 AM'),
      gadget(cy).getByText(/^You can’t see its team/),
    );
    await expectSoon(() =>
      gadget(lee)
        .getByText(/^You can’t see its team/)
        .count(),
    ).toBe(2);
    expect(await gadget(lee).getByText('Ann', { exact: false }).count()).toBe(0);
  });
});
