import { describe, expect } from 'vitest';
import type { Slot, Weekday } from '../../src/domain/clock/schedule';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { openPanel } from './support/open-panel';
import { addresses, chatPanel, modulePage, widgetState } from './support/places';

const MONDAY: Weekday = 1;
const on = (from: string, to: string): Slot => ({ day: MONDAY, from, to });
/** From the journeys' Monday at ten to five past twelve. */
const TO_LUNCH = 125;

/** Mondays from nine to five. At lunch Bo is there for Ann, but not on this one. */
async function lunchWithoutBo(site: JourneySite): Promise<void> {
  const plain = { zone: 'UTC', daysOff: [], rollCall: 'automatic' as const, leftOut: [] };
  await site.ask('ann', 'saveMySchedule', {
    schedule: { ...plain, slots: [on('09:00', '12:00'), on('13:00', '17:00')] },
    rev: 0,
  });
  await site.ask('bo', 'saveMySchedule', {
    schedule: {
      ...plain,
      slots: [on('12:00', '13:00')],
      daysOff: [{ from: '2026-03-02', to: '2026-03-02' }],
    },
    rev: 0,
  });
  // Saving starts nobody: it is until the end of her slot.
  await site.goOnline('ann');
  await site.changeSettings({
    hours: { mode: 'project', zone: 'UTC', slots: [on('09:00', '17:00')], holidays: [] },
  });
}

describe('a gap in the next two weeks', () => {
  test('is closed from where it is named, and customers read that it is closed and why (H6, H4)', async ({
    site,
    visitors,
  }) => {
    await lunchWithoutBo(site);
    const settings = modulePage(await visitors.open('pia', addresses.projectSettings('pia')));
    const coverage = settings.getByRole('region', { name: 'Coverage' });
    await expectShown(
      coverage.getByText('1 gap', { exact: true }),
      coverage.getByText('Mon, Mar 2, 12:00 PM–1:00 PM: visible, no one scheduled'),
    );

    await coverage.getByRole('button', { name: /^Plan closure: / }).click();
    const form = settings.getByRole('form', { name: 'Close chat' });
    await expectSoon(() => form.getByLabel('From').inputValue()).toBe('2026-03-02T12:00');
    expect(await form.getByLabel('Until').inputValue()).toBe('2026-03-02T13:00');
    await expectSoon(() =>
      form.getByLabel('Until').evaluate((field) => field === field.ownerDocument.activeElement),
    ).toBe(true);
    await expectShown(coverage.getByText('No gaps'), coverage.getByText(/with your unsaved changes/));
    await form.getByLabel('Message for customers (optional)').fill('Out for lunch');
    await form.getByRole('button', { name: 'Plan closure' }).click();
    await expectShown(settings.getByText('Out for lunch'));
    await expectGone(form, coverage.getByText(/with your unsaved changes/));
    await expectShown(coverage.getByText('No gaps'));

    await site.advance(TO_LUNCH);
    const shop = await visitors.open('shopper', site.example);
    await shop.getByRole('button', { name: /Closed until 13:00/ }).click();
    await expectShown(
      chatPanel(shop).getByText(/^Closed until 13:00/),
      chatPanel(shop).getByText('Out for lunch'),
    );
  });

  test('is taken out of business hours, and customers see no chat then (H6, H3)', async ({
    site,
    visitors,
  }) => {
    await lunchWithoutBo(site);
    const settings = modulePage(await visitors.open('pia', addresses.projectSettings('pia')));
    const coverage = settings.getByRole('region', { name: 'Coverage' });
    await coverage.getByRole('button', { name: /^Narrow hours: / }).click();
    await expectShown(coverage.getByText('No gaps'), settings.getByText('You have unsaved changes.'));
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await expectShown(settings.getByText('All changes saved'));
    await expectGone(coverage.getByText(/with your unsaved changes/));
    await expectShown(coverage.getByText('No gaps'));

    await site.advance(TO_LUNCH);
    const shop = await visitors.open('shopper', site.example);
    await expectSoon(() => widgetState(shop)).toBe('hidden');
  });
});

describe('my schedule in the dialog', () => {
  test('names the gap that saving opens, and loses nothing by a click beside the dialog (H6, H1)', async ({
    site,
    visitors,
  }) => {
    await lunchWithoutBo(site);
    const page = await visitors.open('ann', addresses.project('ann'));
    const panel = await openPanel(page);
    await panel.getByRole('button', { name: 'Edit my schedule' }).click();
    await panel.getByLabel('Monday, slot 2, from').fill('14:00');
    await panel.getByLabel('Monday, slot 2, from').blur();
    await expectShown(panel.getByText(/^This opens a gap in .*Mon, Mar 2, 1:00 PM–2:00 PM/));
    await page.mouse.click(5, 5);
    await expectGone(page.locator('dialog[open]'));

    const again = await openPanel(page);
    await again.getByRole('button', { name: 'Edit my schedule (unsaved changes)' }).click();
    await expectShown(
      again.getByText('You have changes that aren’t saved'),
      again.getByText(/^This opens a gap in .*Mon, Mar 2, 1:00 PM–2:00 PM/),
    );
    await again.getByRole('button', { name: 'Save anyway' }).click();
    await expectShown(again.getByText('All changes saved'));
    const { schedule } = await site.ask('ann', 'getMySchedule', {});
    expect(schedule?.slots).toContainEqual(on('14:00', '17:00'));
    await again.getByRole('button', { name: 'Back to availability' }).click();
    await expectShown(again.getByRole('button', { name: 'Edit my schedule', exact: true }));
  });
});
