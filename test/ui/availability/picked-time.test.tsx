import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { at, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok } from '../fake-resolver';
import { button, expectNoWords, expectWords, fill, press } from '../render-page';
import { choose, pick } from './choose-end';
import { openDesk } from './open-desk';

const onlineUntil = (minutes: number): Panel => onlinePanel(at(minutes));

describe('a time that is picked', () => {
  it('is said before it is done; what was remembered stays (S3)', async () => {
    const preferences = { minutes: 60, scope: 'project' } as const;
    const { payloads } = await openDesk({
      getPanel: [ok(panel({ preferences }))],
      goOnline: [ok(onlineUntil(270))],
    });
    await pick('17:30');
    await press('Use this time');
    button('Until 5:30 PM in 4 hr 30 min');
    expectWords('Customers will be promised someone until 5:30 PM.');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: at(270), remember: { minutes: 60 } }]);
  });

  it('and has passed today is asked about before it means tomorrow (S3, S13)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel())], goOnline: [ok(onlineUntil(20 * 60))] });
    await pick('09:00');
    await press('Use this time');
    expect(screen.getByRole('alert').textContent).toBe(
      'This time has passed today. Stay online until tomorrow 9:00 AM?',
    );
    button('Until I go offline no end set');
    await press('Until tomorrow');
    button('Until tomorrow 9:00 AM in 20 hr');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: at(20 * 60) }]);
  });

  it('is asked about likewise by “Go online”, which does nothing before (S13)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel())], goOnline: [ok(onlineUntil(90))] });
    await pick('12:59');
    await press('Go online');
    expectWords('This time has passed today. Stay online until tomorrow 12:59 PM?');
    expect(payloads('goOnline')).toEqual([]);
    await fill('Stay online until', '14:30');
    expect(screen.getByRole('alert').textContent).toBe('');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: at(90) }]);
  });

  it('is needed: nothing is sent before it is there', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel())] });
    await choose('Choose a time…');
    expectNoWords('Choose a time first.');
    await press('Go online');
    expect(screen.getByRole('alert').textContent).toBe('Choose a time first.');
    expect(document.activeElement).toBe(screen.getByLabelText('Stay online until'));
    expect(payloads('goOnline')).toEqual([]);
  });

  it('and is past the longest, or past for today, is refused on the spot, with the latest (S12)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel({ longestMinutes: 120 }))] });
    await pick('17:00');
    await press('Use this time');
    expect(screen.getByRole('alert').textContent).toBe('That’s too long. Choose 3:00 PM or earlier.');
    await fill('Stay online until', '09:00');
    await press('Go online');
    expect(screen.getByRole('alert').textContent).toBe(
      'This time has passed today. Choose a later one, 3:00 PM at the latest.',
    );
    expect(payloads('goOnline')).toEqual([]);
  });

  it('is left by Escape, which leaves the dialog open and the end as it was', async () => {
    await openDesk({ getPanel: [ok(panel())] });
    await pick('17:30');
    let heard = 0;
    const hear = (): void => void (heard += 1);
    document.addEventListener('keydown', hear);
    fireEvent.keyDown(screen.getByLabelText('Stay online until'), { key: 'Escape' });
    document.removeEventListener('keydown', hear);
    expect(screen.queryByLabelText('Stay online until')).toBeNull();
    button('Until I go offline no end set');
    expect(heard).toBe(0);
  });
});

describe('a time that comes twice, in the night in which clocks go back', () => {
  const offlineAt = (now: string): Panel => ({ ...panel(), now });
  const onlineAt = (now: string, until: string): Panel => ({ ...onlinePanel(until), now });

  it('is asked about, and each of the two can be taken (S3, S13)', async () => {
    const now = '2026-10-25T00:10:00Z';
    const second = '2026-10-25T01:30:00.000Z';
    const { payloads } = await openDesk(
      { getPanel: [ok(offlineAt(now))], goOnline: [ok(onlineAt(now, second))] },
      now,
    );
    await pick('01:30');
    await press('Go online');
    expect(screen.getByRole('alert').textContent).toBe(
      'Clocks go back, so this time comes twice. Choose one.',
    );
    expect(payloads('goOnline')).toEqual([]);
    button('1:30 AM GMT+1, in 20 min');
    await press('1:30 AM GMT, in 1 hr 20 min');
    button('Until 1:30 AM GMT in 1 hr 20 min');
    expectWords('Customers will be promised someone until 1:30 AM GMT.');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: second }]);
    button('Until 1:30 AM GMT 1 hr 20 min left');
  });

  it('is the second where the first has passed, without asking (S3)', async () => {
    const now = '2026-10-25T00:40:00Z';
    const { payloads } = await openDesk(
      { getPanel: [ok(offlineAt(now))], goOnline: [ok(onlineAt(now, '2026-10-25T01:30:00.000Z'))] },
      now,
    );
    await pick('01:30');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: '2026-10-25T01:30:00.000Z' }]);
    button('Until 1:30 AM GMT 50 min left');
  });

  it('on the evening before says in the same question that it is tomorrow (S13)', async () => {
    const evening = '2026-10-24T20:00:00Z';
    const first = '2026-10-25T00:30:00.000Z';
    const { answers, payloads } = await openDesk({ getPanel: [ok(offlineAt(evening))] }, evening);
    await pick('01:30');
    const used = button('Use this time');
    await press('Use this time');
    // The focus stays.
    expect(button('tomorrow 1:30 AM GMT+1, in 4 hr 30 min')).toBe(used);
    button('tomorrow 1:30 AM GMT, in 5 hr 30 min');
    answers.goOnline = [ok(onlineAt(evening, first))];
    await press('tomorrow 1:30 AM GMT+1, in 4 hr 30 min');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: first }]);
  });
});
