import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { at, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { button, expectAlert, expectWords, fill, press, settle } from '../render-page';
import { choices, choose, pick, untilButton } from './choose-end';
import { openDesk } from './open-desk';

const onlineUntil = (minutes: number): Panel => onlinePanel(at(minutes));

describe('“Until”, while offline', () => {
  it('offers lengths, each with its clock time, and is what “Go online” takes (S3, S13)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel())], goOnline: [ok(onlineUntil(30))] });
    button('Until I go offline no end set');
    fireEvent.click(untilButton());
    expect(choices()).toEqual([
      '30 min 1:30 PM',
      '1 hr 2:00 PM',
      '2 hr 3:00 PM',
      '4 hr 5:00 PM',
      'Until I go offline no end set',
      'Choose a time…',
    ]);
    expect(document.activeElement?.textContent).toBe('Until I go offline no end set');
    fireEvent.click(screen.getByRole('menuitemradio', { name: /^30 min/ }));
    button('Until 1:30 PM in 30 min');
    expect(payloads('goOnline')).toEqual([]);
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([
      { until: at(30), remember: { minutes: 30, scope: 'project' } },
    ]);
    expectWords('ann (you)', 'Set by you, until 1:30 PM (30 min left)');
  });

  it('says what customers will be promised before it is so (S13)', async () => {
    await openDesk({ getPanel: [ok(panel())] });
    expectWords('Customers see “We’re offline” and can leave a message.');
    await choose(/^1 hr/);
    expectWords('Customers will be promised someone until 2:00 PM.', 'No one after that.');
    expect(screen.getByRole('status').textContent).toBe(
      'Customers will be promised someone until 2:00 PM. No one after that.',
    );
  });

  it('offers nothing longer than the site allows, and says when “until I go offline” ends (S12)', async () => {
    await openDesk({
      getPanel: [ok(panel({ longestMinutes: 120, preferences: { minutes: 60, scope: 'project' } }))],
    });
    fireEvent.click(untilButton());
    expect(choices()).toEqual([
      '30 min 1:30 PM',
      '1 hr 2:00 PM',
      'Until I go offline 3:00 PM at the latest',
      'Choose a time…',
    ]);
    expect(document.activeElement?.textContent).toBe('1 hr 2:00 PM');
  });
});

describe('“Until the end of my working hours” (S3)', () => {
  const WORK_ENDS = { workEnds: at(240) };

  it('is offered to who has some, with its clock time, and sends that very moment', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(panel({ me: WORK_ENDS }))],
      goOnline: [ok(onlineUntil(240))],
    });
    fireEvent.click(untilButton());
    expect(choices().slice(-2)).toEqual(['Until the end of my working hours 5:00 PM', 'Choose a time…']);
    fireEvent.click(screen.getByRole('menuitemradio', { name: /working hours/ }));
    button('Until 5:00 PM in 4 hr');
    fireEvent.click(untilButton());
    expect(
      screen.getAllByRole('menuitemradio', { checked: true }).map(({ textContent }) => textContent),
    ).toEqual(['Until the end of my working hours 5:00 PM']);
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: at(240) }]);
  });

  it.each([
    ['whose hours are over', { me: { workEnds: at(0) } }],
    ['where the site allows less', { me: WORK_ENDS, longestMinutes: 120 }],
    ['without any', {}],
  ])('is not offered to who could not have it: %s', async (_case, differs) => {
    await openDesk({ getPanel: [ok(panel(differs))] });
    fireEvent.click(untilButton());
    expect(choices().some((each) => each.includes('working hours'))).toBe(false);
  });
});

describe('a choice', () => {
  it('is forgotten once it is stored, and kept when it was refused (S13)', async () => {
    const { answers } = await openDesk({
      getPanel: [ok(panel())],
      goOnline: [refused('unavailable'), ok(onlineUntil(60))],
      goOffline: [ok(panel())],
    });
    await choose(/^1 hr/);
    await press('Go online');
    button('Until 2:00 PM in 1 hr');
    await press('Try again');
    answers.getPanel = [ok({ ...onlineUntil(60), onlineCount: 2 })];
    await press('Go offline');
    fireEvent.click(screen.getAllByRole('button', { name: 'Go offline' }).at(-1) as HTMLElement);
    await settle();
    expectWords('Customers see “We’re offline” and can leave a message.');
    button('Until I go offline no end set');
  });
});

describe('“Until”, while online', () => {
  it('shows the end that is stored, and a choice changes it at once: there is no “Apply” (S13)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(onlineUntil(40))],
      goOnline: [ok(onlineUntil(120))],
    });
    button('Until 1:40 PM 40 min left');
    expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
    await choose(/^2 hr/);
    expect(payloads('goOnline')).toMatchObject([
      { until: at(120), scope: 'project', remember: { minutes: 120 } },
    ]);
    button('Until 3:00 PM 2 hr left');
    expectWords('Customers are promised someone until 3:00 PM.');
    expect(screen.getByRole('status').textContent).toBe(
      'You’re online in Support until 3:00 PM. Customers are promised someone until 3:00 PM. No one after that.',
    );
  });

  it('takes a time, asking about tomorrow first (S13)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(onlineUntil(40))], goOnline: [ok(onlineUntil(90))] });
    await pick('12:59');
    await press('Use this time');
    expect(payloads('goOnline')).toEqual([]);
    await fill('Stay online until', '14:30');
    await press('Use this time');
    expect(payloads('goOnline')).toMatchObject([{ until: at(90) }]);
    expect(screen.queryByLabelText('Stay online until')).toBeNull();
  });

  it('promises nothing that is not stored yet, and goes back to what is when it is refused (S13)', async () => {
    let refuse = (): void => undefined;
    const answer = new Promise<ReturnType<typeof refused>>((resolve) => {
      refuse = () => resolve(refused('unavailable'));
    });
    const { payloads } = await openDesk({ getPanel: [ok(onlineUntil(40))], goOnline: [answer] });
    await choose(/^2 hr/);
    expectWords('Customers will be promised someone until 3:00 PM.');
    refuse();
    await settle();
    expectAlert('Your online time in Support wasn’t changed.');
    button('Until 1:40 PM 40 min left');
    expectWords('Customers are promised someone until 1:40 PM.');
    expect(payloads('goOnline')).toHaveLength(1);
  });

  it('sends nothing where the choice is what is stored (S13)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(onlinePanel())] });
    fireEvent.click(untilButton());
    expect(document.activeElement?.getAttribute('aria-checked')).toBe('true');
    fireEvent.click(screen.getByRole('menuitemradio', { name: /^Until I go offline/ }));
    await settle();
    expect(payloads('goOnline')).toEqual([]);
  });

  it('is an hour later with one press (S3)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(onlineUntil(30))], goOnline: [ok(onlineUntil(90))] });
    await press('Add 1 hour');
    expect(payloads('goOnline')).toMatchObject([{ until: at(90), scope: 'project' }]);
    button('Until 2:30 PM 1 hr 30 min left');
  });

  it('without an end, or at the longest, cannot be an hour later (S12)', async () => {
    await openDesk({ getPanel: [ok({ ...onlineUntil(30), longestMinutes: 60 })] });
    expect(screen.queryByRole('button', { name: 'Add 1 hour' })).toBeNull();
  });
});
