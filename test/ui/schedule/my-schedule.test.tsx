import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { at, myProject, onlinePanel } from '../../static/availability/panel-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused, type FakeResolver } from '../fake-resolver';
import { button, expectNoWords, expectWords, press, settle } from '../render-page';
import { mine, openSchedule, schedule, type, week } from './open-schedule';

const drafts = ({ payloads }: FakeResolver) =>
  payloads('getMySchedule').filter(({ draft }) => draft !== undefined);

describe('My schedule (H1)', () => {
  it('that nobody has yet is proposed, with what the space suggests, and counts only when it is saved', async () => {
    const projects = [{ id: '1', key: 'SUP', name: 'Support', rollCall: 'automatic' as const }];
    const { payloads } = await openSchedule({
      getMySchedule: [ok(mine({ schedule: null, rev: 0, transitions: [], projects }))],
      saveMySchedule: [ok(mine({ rev: 1 }))],
    });
    expectWords('This is a suggestion. It counts once you save it.');
    expect(payloads('saveMySchedule')).toEqual([]);
    await press('Save');
    expect(payloads('saveMySchedule')).toEqual([{ schedule: schedule({ rollCall: 'automatic' }), rev: 0 }]);
    expectWords('Saved. Next, you’re asked whether you’re here (tomorrow 9:00 AM).');
  });

  it('says the next changes in the own time, in that of a space’s hours and in UTC', async () => {
    await openSchedule({
      getMySchedule: [
        ok(
          mine({
            schedule: schedule({ zone: 'Asia/Tokyo' }),
            transitions: [{ at: '2026-11-24T00:00:00.000Z', to: 'online' }],
            projects: [
              { id: '1', key: 'SUP', name: 'Support', rollCall: 'confirm', zone: 'America/New_York' },
              { id: '2', key: 'OPS', name: 'Operations', rollCall: 'confirm', zone: 'America/New_York' },
            ],
          }),
        ),
      ],
    });
    expectWords(
      'Times in Asia/Tokyo',
      'tomorrow 9:00 AM',
      'You go online',
      'Support and Operations (America/New_York): Mon 7:00 PM',
      'UTC 12:00 AM',
    );
  });

  it('says what a change would do before it is saved, asking once for what is typed in one go', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const resolver = await openSchedule({
      getMySchedule: ({ draft }) =>
        ok(mine(draft ? { transitions: [{ at: '2026-11-24T08:00:00.000Z', to: 'expected' }] } : {})),
    });
    type('Tuesday, slot 1, from', '0');
    type('Tuesday, slot 1, from', '08');
    type('Tuesday, slot 1, from', '0800');
    expect(drafts(resolver)).toEqual([]);
    act(() => void vi.advanceTimersByTime(600));
    await settle();
    expect(drafts(resolver)).toHaveLength(1);
    expectWords('tomorrow 8:00 AM');
    // What is wrong is not asked about.
    type('Wednesday, slot 1, from', '25');
    act(() => void vi.advanceTimersByTime(600));
    await settle();
    expect(drafts(resolver)).toHaveLength(1);
    expectWords('Fix the errors to see what changes.', 'Fix the errors above, then save.');
    expect(button('Save').disabled).toBe(true);
  });

  it('leaves spaces out, and says how one comes online (H2)', async () => {
    const projects = [
      { id: '1', key: 'SUP', name: 'Support', rollCall: 'confirm' as const },
      { id: '2', key: 'OPS', name: 'Operations', rollCall: 'confirm' as const },
    ];
    const { payloads } = await openSchedule({
      getMySchedule: [ok(mine({ projects }))],
      saveMySchedule: [
        ok(mine({ projects, rev: 4, schedule: schedule({ leftOut: ['2'], rollCall: 'automatic' }) })),
      ],
    });
    fireEvent.click(screen.getByLabelText('Operations'));
    fireEvent.click(screen.getByLabelText('Go online by itself'));
    await press('Save');
    expect(payloads('saveMySchedule')).toMatchObject([
      { schedule: { leftOut: ['2'], rollCall: 'automatic' }, rev: 3 },
    ]);
    expectWords('All changes saved');
  });

  it('is removed by saving it without hours, after saying so', async () => {
    const { payloads } = await openSchedule({
      getMySchedule: [ok(mine())],
      saveMySchedule: [ok(mine({ rev: 4, schedule: schedule({ slots: [] }), transitions: [] }))],
    });
    await press('Remove all hours from my schedule');
    expectWords('Save to remove your schedule. You’ll then only be online when you go online yourself.');
    await press('Save');
    expect(payloads('saveMySchedule')).toMatchObject([{ schedule: { slots: [] }, rev: 3 }]);
    expectWords('Saved. You’ll only be online when you go online yourself.');
  });
});

describe('saving a schedule', () => {
  it('starts nobody, and offers to go online until the running slot ends (S1)', async () => {
    const { payloads, answers } = await openSchedule({
      getMySchedule: [ok(mine())],
      saveMySchedule: [ok(mine({ rev: 4, schedule: schedule({ slots: week('09:00', '18:00') }) }))],
      goOnline: [refused('limit'), ok(onlinePanel(at(300)))],
    });
    expectNoWords(/^Go online now/);
    type('Monday, slot 1, until', '18');
    await press('Save');
    expect(payloads('goOnline')).toEqual([]);
    await press('Go online now until 6:00 PM');
    expectWords('Your status didn’t change.');
    answers.getPanel = [ok(onlinePanel(at(300)))];
    await press('Go online now until 6:00 PM');
    expect(payloads('goOnline')).toMatchObject([
      { scope: 'all', until: at(300) },
      { scope: 'all', until: at(300) },
    ]);
    expect(screen.queryByRole('button', { name: /^Go online now/ })).toBeNull();
  });

  it('offers nothing to who is online everywhere', async () => {
    const online = onlinePanel(at(60));
    await openSchedule({
      getPanel: [ok({ ...online, projects: [myProject({ online: true })] })],
      getMySchedule: [ok(mine())],
      saveMySchedule: [ok(mine({ rev: 4, schedule: schedule({ slots: week('09:00', '18:00') }) }))],
    });
    type('Monday, slot 1, until', '18');
    await press('Save');
    expectWords(/^Saved\./);
    expect(screen.queryByRole('button', { name: /^Go online now/ })).toBeNull();
  });

  it('that is refused says so, and keeps what was typed', async () => {
    const { answers } = await openSchedule({
      getMySchedule: [ok(mine())],
      saveMySchedule: [refused('unavailable')],
    });
    type('Monday, slot 1, from', '10');
    await press('Save');
    expectWords('Your schedule wasn’t saved. What you entered is still here.');
    expect(screen.getByLabelText<HTMLInputElement>('Monday, slot 1, from').value).toBe('10:00 AM');
    answers.saveMySchedule = [ok(mine({ rev: 4 }))];
    await press('Save');
    expectWords(/^Saved\./);
  });

  it('after another window did shows both versions, and keeps the one that is chosen', async () => {
    const other = mine({ rev: 4, schedule: schedule({ slots: week('07:00', '12:00') }) });
    const { payloads } = await openSchedule({
      getMySchedule: [ok(mine()), ok(other)],
      saveMySchedule: [refused('conflict'), ok(mine({ rev: 5 }))],
    });
    type('Monday, slot 1, from', '10');
    await press('Save');
    expectWords(
      'You saved another version of your schedule in the meantime',
      /^Monday 7:00 AM–12:00 PM/,
      /^Monday 10:00 AM–5:00 PM/,
    );
    expect(button('Save').disabled).toBe(true);
    await press('Save this one');
    expect(payloads('saveMySchedule')).toMatchObject([
      { rev: 3 },
      { rev: 4, schedule: { slots: [{ day: 1, from: '10:00' }, {}, {}, {}, {}] } },
    ]);
  });
});

describe('leaving the schedule', () => {
  it('asks first where something would be lost; else it leads back to where it was opened', async () => {
    await openSchedule({ getMySchedule: [ok(mine())] });
    expect(document.activeElement?.textContent).toBe('My schedule');
    type('Monday, slot 1, from', '10');
    await press('Back to availability');
    expectWords('Leave without saving?');
    await press('Keep editing');
    expect(screen.getByLabelText<HTMLInputElement>('Monday, slot 1, from').value).toBe('10:00 AM');
    fireEvent.keyDown(document, { key: 'Escape' });
    expectWords('Leave without saving?');
    fireEvent.click(screen.getAllByRole('button', { name: 'Discard' })[0] ?? document.body);
    await settle();
    expect(screen.queryByLabelText('Time zone')).not.toBeNull();
  });

  it('asks nothing where nothing was changed, nor about a mere suggestion', async () => {
    await openSchedule({ getMySchedule: [ok(mine({ schedule: null, rev: 0, transitions: [] }))] });
    await press('Back to availability');
    expect(screen.queryByLabelText('Time zone')).toBeNull();
    expect(document.activeElement).toBe(button('Set up my schedule'));
  });
});

describe('a schedule that can’t be shown', () => {
  it('says so, and is tried again', async () => {
    const { answers } = await openSchedule({ getMySchedule: [refused('unavailable')] });
    answers.getMySchedule = [ok(mine())];
    await press('Try again');
    expect(screen.getByLabelText<HTMLInputElement>('Time zone').value).toBe('Europe/London');
  });

  it('is for agents, and says who can be one', async () => {
    await openSchedule({ getMySchedule: [refused('not-allowed')] });
    expectWords('A schedule is for agents');
  });
});

describe('the editor of my schedule', () => {
  it('is named in all its parts', async () => {
    await openSchedule({ getMySchedule: [ok(mine())] });
    expect(await axeViolations()).toEqual([]);
  });
});
