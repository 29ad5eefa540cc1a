import { cleanup, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../fake-resolver';
import { button, expectNoWords, expectWords, press, settle } from '../render-page';
import { mine, openSchedule, schedule, type, week } from './open-schedule';

const monday = (): string => screen.getByLabelText<HTMLInputElement>('Monday, slot 1, from').value;
const TITLE = 'You have changes that aren’t saved';
const kept = (): string[] => Object.keys(sessionStorage);

/** Of the buttons that say so: the one beside the sentence. */
async function pressFirst(name: string): Promise<void> {
  fireEvent.click(screen.getAllByRole('button', { name })[0] ?? document.body);
  await settle();
}

/** A click beside the dialog closes it, and asks nobody. */
const closeUnasked = (): void => cleanup();

describe('what was typed in my schedule when the dialog was closed', () => {
  it('is there again, says so, and is saved as if nothing had been (H1)', async () => {
    await openSchedule({ getMySchedule: [ok(mine())] });
    type('Monday, slot 1, from', '10');
    closeUnasked();
    const { payloads } = await openSchedule({
      getMySchedule: [ok(mine())],
      saveMySchedule: [ok(mine({ rev: 4 }))],
    });
    expectWords(TITLE, 'You have unsaved changes.');
    expect(monday()).toBe('10:00 AM');
    await press('Save');
    expect(payloads('saveMySchedule')).toMatchObject([
      { rev: 3, schedule: { slots: [{ from: '10:00' }, {}, {}, {}, {}] } },
    ]);
    expectNoWords(TITLE);
    expect(kept()).toEqual([]);
  });

  it('is said at the way to it, and goes when it is discarded (H1)', async () => {
    await openSchedule({ getMySchedule: [ok(mine())] });
    type('Monday, slot 1, from', '10');
    closeUnasked();
    await openSchedule({ getMySchedule: [ok(mine())] });
    await press('Back to availability');
    await press('Keep editing');
    await pressFirst('Discard');
    expect(monday()).toBe('9:00 AM');
    expectNoWords(TITLE);
    expect(kept()).toEqual([]);
    await press('Back to availability');
    expect(button('Set up my schedule')).toBeTruthy();
  });

  it('goes, too, when it is discarded on leaving (H1)', async () => {
    await openSchedule({ getMySchedule: [ok(mine())] });
    type('Monday, slot 1, from', '10');
    expect(kept()).toEqual(['frontdesk.schedule.ann']);
    await press('Back to availability');
    await pressFirst('Discard');
    expect(kept()).toEqual([]);
    expect(button('Set up my schedule')).toBeTruthy();
  });

  it('is set against what was saved elsewhere meanwhile, until one is chosen (H1)', async () => {
    const newer = mine({ rev: 4, schedule: schedule({ slots: week('07:00', '12:00') }) });
    await openSchedule({ getMySchedule: [ok(mine())] });
    type('Monday, slot 1, from', '10');
    closeUnasked();
    for (const _again of [1, 2]) {
      await openSchedule({ getMySchedule: [ok(newer)] });
      expectWords('You saved another version of your schedule in the meantime', /^Monday 7:00 AM–12:00 PM/);
      expect(button('Save').disabled).toBe(true);
      closeUnasked();
    }
    await openSchedule({ getMySchedule: [ok(newer)] });
    await press('Use saved version');
    expect([monday(), kept()]).toEqual(['7:00 AM', []]);
  });

  it('is nothing where it was saved after all, and its answer was lost (H1)', async () => {
    await openSchedule({ getMySchedule: [ok(mine())] });
    type('Monday, slot 1, from', '10');
    closeUnasked();
    const [first, ...others] = week('09:00', '17:00');
    if (!first) throw new Error('no slots');
    const saved = schedule({ slots: [{ ...first, from: '10:00' }, ...others] });
    await openSchedule({ getMySchedule: [ok(mine({ rev: 4, schedule: saved }))] });
    expectWords('All changes saved');
    expectNoWords(TITLE);
    expect(kept()).toEqual([]);
  });

  it('is nobody else’s who logs in here, and stays with nobody (T3)', async () => {
    sessionStorage.setItem(
      'frontdesk.schedule.bo',
      JSON.stringify({
        base: { schedule: null, rev: 0 },
        draft: schedule({ slots: week('03:00', '04:00') }),
      }),
    );
    await openSchedule({ getMySchedule: [ok(mine())] });
    expect([monday(), kept()]).toEqual(['9:00 AM', []]);
  });

  it.each(['no json', '{"base":{"rev":3},"draft":{"slots":"all"}}', '{}', '7'])(
    'is nothing where it can’t be read: %s',
    async (stored) => {
      sessionStorage.setItem('frontdesk.schedule.ann', stored);
      await openSchedule({ getMySchedule: [ok(mine())] });
      expect([monday(), screen.queryByText(TITLE)]).toEqual(['9:00 AM', null]);
    },
  );

  it('that was a mere suggestion is not kept (H1)', async () => {
    await openSchedule({ getMySchedule: [ok(mine({ schedule: null, rev: 0, transitions: [] }))] });
    expect(kept()).toEqual([]);
    type('Monday, slot 1, from', '10');
    closeUnasked();
    await openSchedule({ getMySchedule: [ok(mine({ schedule: null, rev: 0, transitions: [] }))] });
    expect(monday()).toBe('10:00 AM');
  });
});
