import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { at, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok } from '../fake-resolver';
import { expectNoWords, expectWords, fill, press } from '../render-page';
import { openDesk } from './open-desk';

const choices = (): string[] => screen.getAllByRole('option').map(({ textContent }) => textContent ?? '');
const chosen = (): string =>
  screen.getByLabelText<HTMLSelectElement>('Stay online').selectedOptions[0]?.textContent ?? '';

const onlineUntil = (minutes: number): Panel => onlinePanel(at(minutes));

describe('staying online', () => {
  it('for half an hour: the agent sees until when and why (S3, S5)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel())], goOnline: [ok(onlineUntil(30))] });
    expect(choices()).toEqual([
      'Until I go offline',
      '30 min',
      '1 hr',
      '2 hr',
      '4 hr',
      'Until a time I pick',
    ]);
    await fill('Stay online', '30 min');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([
      { until: at(30), remember: { minutes: 30, scope: 'project' } },
    ]);
    expect(screen.getByRole('region', { name: 'My status' }).textContent).toContain(
      'by hand, until 1:30 PM (30 min left)',
    );
    expectWords('ann (you)', 'Agents online in Support · 1');
  });

  it('for longer than the site allows is not offered (S12)', async () => {
    await openDesk({
      getPanel: [ok(panel({ longestMinutes: 120, preferences: { minutes: 60, scope: 'project' } }))],
    });
    expect(choices()).toEqual(['30 min', '1 hr', '2 hr (the longest)', 'Until a time I pick']);
    expect(chosen()).toBe('1 hr');
  });

  it('until a time that is picked, said before it is done; what was remembered stays (S3)', async () => {
    const preferences = { minutes: 60, scope: 'project' } as const;
    const { payloads } = await openDesk({
      getPanel: [ok(panel({ preferences }))],
      goOnline: [ok(onlineUntil(270))],
    });
    await fill('Stay online', 'Until a time I pick');
    await fill('Time until which I stay online', '17:30');
    expectWords('until 5:30 PM');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: at(270), remember: { minutes: 60 } }]);
  });

  it('until a time that is over for today is until tomorrow, and says so (S3)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel())], goOnline: [ok(onlineUntil(20 * 60))] });
    await fill('Stay online', 'Until a time I pick');
    await fill('Time until which I stay online', '09:00');
    expectWords('until tomorrow 9:00 AM');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: at(20 * 60) }]);
  });

  it('until a time needs one: nothing is sent before it is picked', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel())] });
    await fill('Stay online', 'Until a time I pick');
    expectNoWords('Pick a time first.');
    await press('Go online');
    expect(screen.getByRole('alert').textContent).toBe('Pick a time first.');
    expect(document.activeElement).toBe(screen.getByLabelText('Time until which I stay online'));
    expect(payloads('goOnline')).toEqual([]);
  });

  it('until a time past the longest is refused on the spot, with the latest (S12)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel({ longestMinutes: 120 }))] });
    await fill('Stay online', 'Until a time I pick');
    await fill('Time until which I stay online', '17:00');
    expect(screen.getByRole('alert').textContent).toBe('That is too long: 3:00 PM is the latest.');
    await press('Go online');
    expect(payloads('goOnline')).toEqual([]);
  });

  it('an hour longer is one press, for who is online with an end', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(onlineUntil(30))], goOnline: [ok(onlineUntil(90))] });
    await press('+ 1 hour');
    expect(payloads('goOnline')).toMatchObject([{ until: at(90), scope: 'project' }]);
    expectWords('by hand, until 2:30 PM (1 hr 30 min left)');
  });

  it('without an end, or at the longest, cannot be an hour longer', async () => {
    await openDesk({ getPanel: [ok({ ...onlineUntil(30), longestMinutes: 60 })] });
    expect(screen.queryByRole('button', { name: '+ 1 hour' })).toBeNull();
  });

  it('is given another end by “Apply” while online', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(onlinePanel())], goOnline: [ok(onlineUntil(120))] });
    expectWords('by hand, until you go offline');
    await fill('Stay online', '2 hr');
    await press('Apply');
    expect(payloads('goOnline')).toMatchObject([{ until: at(120) }]);
    expectWords('by hand, until 3:00 PM (2 hr left)');
  });
});
