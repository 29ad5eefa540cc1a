import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { openPanel } from './support/open-panel';
import { addresses, dialog, flag, indicator, modulePage } from './support/places';

const DAY_MINUTES = 24 * 60;
/** From the journeys' Monday at ten to when the slot begins. */
const TO_START = 15;

/** Monday and Tuesday from a quarter past ten to five: they say themselves that they are there. */
async function worksFromQuarterPast(site: JourneySite, ...people: string[]): Promise<void> {
  const slots = ([1, 2] as const).map((day) => ({ day, from: '10:15', to: '17:00' }));
  const schedule = { zone: 'UTC', slots, daysOff: [], rollCall: 'confirm' as const, leftOut: [] };
  for (const who of people) await site.ask(who, 'saveMySchedule', { schedule, rev: 0 });
}

const panelOf = (site: JourneySite, who: string) =>
  site.ask(who, 'getPanel', { projectId: site.projectId('SUP') });

const question = (page: Page) => flag(page, 'Are you here?');

describe('at the start of a slot', () => {
  test('whoever works then is asked in every window and in the dialog, and says so in one of them (H2, S1)', async ({
    site,
    visitors,
  }) => {
    await worksFromQuarterPast(site, 'ann', 'cy');
    const first = await visitors.open('ann', addresses.project('ann'));
    const second = await visitors.open('ann', addresses.issue('ann', 'SUP-1'));
    await expectShown(indicator(first), indicator(second));
    const panel = await openPanel(first);
    await expectShown(panel.getByRole('button', { name: 'Go online' }));
    await expectGone(question(first), question(second));

    await site.advance(TO_START);
    await expectShown(panel.getByText('Are you here?'));
    await expectShown(question(first), question(second));
    await expectSoon(() => indicator(second).getAttribute('title')).toBe(
      'You’re offline and expected. Are you here? 0 agents online in Support. 2 agents expected.',
    );
    await expectAccessible(first);
    expect((await panelOf(site, 'ann')).me.online).toBe(false);

    await second.bringToFront();
    await question(second).getByRole('button', { name: 'I’m here' }).click();
    await expectShown(flag(second, /You’re online in .*Support/));
    await expectGone(question(second));
    await first.bringToFront();
    await expectShown(panel.getByText('You’re online in Support'));
    await expectGone(question(first), panel.getByText('Are you here?'));
    // Cy is expected, and not counted.
    await expectShown(panel.getByText('Expected, asked until 10:25 AM'));
    await expectSoon(() => indicator(first).getAttribute('title')).toBe(
      'You’re online. 1 agent online in Support. 1 agent expected.',
    );
  });

  test('whoever lets ten minutes pass is expected no more, and nobody has to be told (H2, S8)', async ({
    site,
    visitors,
  }) => {
    await worksFromQuarterPast(site, 'cy');
    await site.advance(TO_START);
    const page = await visitors.open('cy', addresses.project('cy'));
    await expectShown(question(page));
    await page.route('**/__forge__/invoke', (route) => route.abort());
    visitors.expectProblem(/Failed to load resource: net::ERR_FAILED/);
    await site.advance(10);
    await expectGone(question(page));
    const { agents, me } = await panelOf(site, 'cy');
    expect(agents).toEqual([]);
    expect(me.asked).toBeUndefined();
  });

  test('whom an admin set to offline is asked again at the next start only, and is back only by their own word (S9, H2)', async ({
    site,
    visitors,
  }) => {
    await worksFromQuarterPast(site, 'ann');
    await site.advance(TO_START + 1);
    await site.ask('ann', 'confirmPresence', { answer: 'here', operationId: randomUUID() });
    const [row] = (await panelOf(site, 'pia')).agents;
    await site.ask('pia', 'putOffline', {
      projectId: site.projectId('SUP'),
      accountId: row?.accountId ?? '',
      session: row?.session ?? '',
      reason: 'End of shift',
      operationId: randomUUID(),
    });
    await site.advance(60);
    const { me } = await panelOf(site, 'ann');
    expect(me).toMatchObject({ online: false, reason: 'put-offline' });
    expect(me.asked).toBeUndefined();

    await site.advance(DAY_MINUTES - 60);
    const page = await visitors.open('ann', addresses.inbox('ann'));
    await expectShown(question(page));
    expect((await panelOf(site, 'ann')).me.online).toBe(false);
    // The line above the chats asks as well.
    await modulePage(page).getByRole('button', { name: 'I’m here' }).click();
    await expectShown(modulePage(page).getByText('You’re online in Support until 5:00 PM'));
    await expectGone(question(page));
  });
});

describe('a break', () => {
  test('is offline with a promise, asks at its end, and never ends online by itself (H8)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann', { minutes: 240 });
    const { me: before } = await panelOf(site, 'ann');
    const page = await visitors.open('ann', addresses.project('ann'));
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: 'Take a break' }).click();
    await panel.getByRole('menuitem', { name: /^Take a break, 30 min/ }).click();
    await expectShown(panel.getByText('You’re the last agent online in Support.'));
    await expectAccessible(page);
    await panel.getByRole('alertdialog').getByRole('button', { name: 'Take a break' }).click();
    await expectShown(panel.getByText('You’re on a break until 10:30 AM'));
    await expectShown(panel.getByText('Customers see “Expected at 10:30 AM”.'));
    await page.keyboard.press('Escape');
    await expectGone(page.locator('dialog[open]'));

    await site.advance(31);
    await expectShown(flag(page, 'Your break is over. Are you here?'));
    expect((await panelOf(site, 'ann')).me.online).toBe(false);
    await indicator(page).click();
    await expectShown(dialog(page).getByText('Your break is over'));
    await dialog(page).getByRole('button', { name: 'I’m here' }).click();
    await expectShown(dialog(page).getByText('You’re online in Support'));
    await expectGone(flag(page, 'Your break is over. Are you here?'));
    const { me } = await panelOf(site, 'ann');
    expect(me).toMatchObject({ online: true, until: before.until });
  });
});
