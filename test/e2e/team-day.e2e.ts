import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Schedule } from '../../src/domain/clock/schedule';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { openPanel } from './support/open-panel';
import { addresses, chatPanel, dialog, flag } from './support/places';
import { advanceTo, turnsByItself } from './support/turns-by-itself';

const MINUTE = 60_000;

/** Plain text, whatever it looks like. */
const STOCKTAKING = 'We’re <b>stocktaking</b>. Orders leave us at four.';

const tuesday = (time: string): number => Date.parse(`2026-03-03T${time}Z`);
const wednesday = (time: string): number => Date.parse(`2026-03-04T${time}Z`);

type Slot = Schedule['slots'][number];

const onBothDays = (from: string, to: string): Slot[] => ([2, 3] as const).map((day) => ({ day, from, to }));

/** Ann says that she is there; Cy's schedule brings him online by itself, after lunch. */
async function theyWork(site: JourneySite): Promise<void> {
  const schedule = { zone: 'UTC', daysOff: [], leftOut: [] };
  const anns: Schedule = { ...schedule, slots: onBothDays('09:00', '12:00'), rollCall: 'confirm' };
  const cys: Schedule = { ...schedule, slots: onBothDays('13:00', '17:00'), rollCall: 'automatic' };
  await site.ask('ann', 'saveMySchedule', { schedule: anns, rev: 0 });
  await site.ask('cy', 'saveMySchedule', { schedule: cys, rev: 0 });
}

/** What the customer's open chat says of the state. */
const says = (shop: Page, words: string): Promise<void> =>
  expectShown(chatPanel(shop).getByText(words, { exact: true }));

/** The open chat does, at its own second. */
const turns = (
  site: JourneySite,
  shop: Page,
  { at, from, to }: { at: number; from: string; to: string },
): Promise<void> =>
  turnsByItself(site, shop, at, { before: () => says(shop, from), after: () => says(shop, to) });

/** After its next question the page knows all that Why says of the same moment; and Why says what made it so. */
async function isBecause(
  site: JourneySite,
  shop: Page,
  decides: string,
  agents: Record<string, string[]>,
): Promise<void> {
  await site.passPoll();
  const why = await site.ask('pia', 'getWhy', { projectId: site.projectId('SUP') });
  const { state, expected, until, nextOnlineAt } = why;
  await expectSoon(() =>
    shop.evaluate(async () => {
      const shown = await window.frontdesk?.getAvailability();
      return { ...shown, expected: shown?.expected ?? false };
    }),
  ).toMatchObject({ state, expected, until, nextOnlineAt });
  expect(why.rules.filter((rule) => rule.decides).map(({ kind }) => kind)).toEqual([decides]);
  expect(
    Object.fromEntries(why.agents.map(({ name, rules }) => [name, rules.map(({ kind }) => kind)])),
  ).toEqual(agents);
}

describe('a team’s day', () => {
  test('a customer’s page, open from before nine to the next morning, is right at each step, and Why says the same and its cause (H1, H2, H4, H5, H7, C5, S6, S9)', async ({
    site,
    visitors,
  }) => {
    await theyWork(site);
    await site.site.leap(tuesday('08:55:00') - site.site.clock.now());
    const shop = await visitors.open('shopper', site.example, { locale: 'en-US' });
    await shop.getByRole('button', { name: 'Expected at 9:00 AM. Leave a message' }).click();
    await says(shop, 'We’re offline · Expected at 9:00 AM');
    const beforeWork = { 'Ann Agent': ['no-slot', 'next-asked'], 'Cy Chen': ['no-slot', 'next-online'] };
    await isBecause(site, shop, 'nobody', beforeWork);

    // Nobody is there before Ann has said so, in whichever window.
    await advanceTo(site, tuesday('09:01:00'));
    await says(shop, 'We’re offline · Expected any moment');
    await isBecause(site, shop, 'expected', { ...beforeWork, 'Ann Agent': ['asked'] });
    const ann = await visitors.open('ann', addresses.project('ann'));
    await flag(ann, 'Are you here?').getByRole('button', { name: 'I’m here' }).click();
    await expectShown(flag(ann, /You’re online in .*Support/));
    await ann.close();
    await isBecause(site, shop, 'someone', { ...beforeWork, 'Ann Agent': ['online-by-schedule'] });
    await says(shop, 'We’re online');

    // Lunch: she goes and Cy comes, each at their second.
    await turns(site, shop, { at: tuesday('12:00:00'), from: 'We’re online', to: 'We’re offline' });
    await isBecause(site, shop, 'nobody', beforeWork);
    const back = 'We’re offline · Back at 1:00 PM';
    await says(shop, back);
    await turns(site, shop, { at: tuesday('13:00:00'), from: back, to: 'We’re online' });

    // Ann is back by hand, and Pia has planned to close for an hour.
    await advanceTo(site, tuesday('13:20:00'));
    const projectId = site.projectId('SUP');
    const untilSix = (tuesday('18:00:00') - site.site.clock.now()) / MINUTE;
    await site.goOnline('ann', { minutes: untilSix });
    const [from, until] = [tuesday('14:00:00'), tuesday('15:00:00')].map((at) => new Date(at).toISOString());
    await site.ask('pia', 'saveClosure', {
      projectId,
      from: from ?? '',
      until: until ?? '',
      message: STOCKTAKING,
      operationId: randomUUID(),
    });
    const both = { 'Ann Agent': ['online-by-hand'], 'Cy Chen': ['online-by-schedule'] };
    await isBecause(site, shop, 'someone', both);
    await turns(site, shop, { at: tuesday('14:00:00'), from: 'We’re online', to: 'We’re offline' });
    await isBecause(site, shop, 'closed', both);
    const closed = 'Closed until 3:00 PM · Back at 3:00 PM';
    await says(shop, closed);
    await says(shop, STOCKTAKING);
    // In a low window, too.
    await shop.setViewportSize({ width: 640, height: 300 });
    await says(shop, closed);
    await says(shop, STOCKTAKING);
    await shop.setViewportSize({ width: 1280, height: 800 });
    await says(shop, STOCKTAKING);
    await turns(site, shop, { at: tuesday('15:00:00'), from: closed, to: 'We’re online' });
    await expectGone(shop.getByText(STOCKTAKING));

    // Ann stays on and forgets; Pia finds her, and reads why there is nobody.
    await advanceTo(site, tuesday('17:55:00'));
    await site.goOnline('ann');
    await advanceTo(site, tuesday('18:05:00'));
    await isBecause(site, shop, 'someone', { ...beforeWork, 'Ann Agent': ['online-by-hand'] });
    const pia = await visitors.open('pia', addresses.project('pia'));
    const panel = await openPanel(pia);
    await panel.getByRole('button', { name: 'Set Ann Agent to offline' }).click();
    await panel.getByLabel('Reason (optional)').fill('End of shift');
    await panel.getByRole('button', { name: 'Set to offline', exact: true }).click();
    await expectShown(panel.getByText('No one is online in Support'));
    await isBecause(site, shop, 'nobody', {
      ...beforeWork,
      'Ann Agent': ['put-offline', 'no-slot', 'next-asked'],
    });
    await says(shop, 'We’re offline · Expected tomorrow at 9:00 AM');
    await panel.getByRole('button', { name: 'Why?' }).click();
    await expectShown(
      dialog(pia).getByText('Customers see that no one is online'),
      dialog(pia).getByText('They’re told when someone is expected: tomorrow 9:00 AM.'),
      dialog(pia).getByText(/^Pia Park set this agent to offline, 6:0\d PM: End of shift/),
    );
    await pia.close();

    // In the morning she is asked again, and nothing but her word brings her back.
    await site.site.leap(wednesday('09:01:00') - site.site.clock.now());
    await says(shop, 'We’re offline · Expected any moment');
    await isBecause(site, shop, 'expected', { ...beforeWork, 'Ann Agent': ['asked'] });
    const again = await visitors.open('ann', addresses.project('ann'));
    await flag(again, 'Are you here?').getByRole('button', { name: 'I’m here' }).click();
    await expectShown(flag(again, /You’re online in .*Support/));
    await isBecause(site, shop, 'someone', { ...beforeWork, 'Ann Agent': ['online-by-schedule'] });
    await says(shop, 'We’re online');
  });
});
