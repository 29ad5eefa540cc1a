import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/contract/functions';
import type { AskedOfMe, Panel } from '../../../src/contract/panel';
import { agentRow, at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused } from '../fake-resolver';
import { button, expectAlert, expectNoWords, expectWords, press, settle } from '../render-page';
import { openDesk } from './open-desk';

const support = { id: '1', key: 'SUP', name: 'Support', chatEnabled: true } as const;

const asked: AskedOfMe = { why: 'roll-call', since: at(0), until: at(10), end: at(480), projectIds: ['1'] };

const askedPanel = (more: Partial<AskedOfMe> = {}): Panel =>
  panel({
    me: { reason: 'expected', until: at(10), asked: { ...asked, ...more }, hasSchedule: true },
    agents: [{ ...agentRow('ann', at(10)), why: 'expected' }],
    project: {
      ...support,
      state: 'offline',
      told: { until: at(10), nextOnlineAt: at(0), expected: true },
    },
  });

const onBreak = panel({
  me: { reason: 'break', until: at(30) },
  project: { ...support, state: 'offline', told: { until: at(30), nextOnlineAt: at(30), expected: true } },
});

describe('an agent whose slot has begun', () => {
  it('is asked in the dialog, says “I’m here” with one press, and is online to the end of the slot (H2)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(askedPanel()), ok(onlinePanel(at(480)))],
      confirmPresence: [ok(onlinePanel(at(480)))],
    });
    const question = within(screen.getByRole('group', { name: 'Are you here?' }));
    question.getByText(
      'You’re expected in Support since 1:00 PM. Reply by 1:10 PM, or customers no longer expect you. “I’m here” sets you to online until 9:00 PM.',
    );
    expectWords('Customers see “Expected any moment”.');
    expect(document.activeElement).toBe(button('I’m here'));
    expect(screen.queryByRole('button', { name: 'Go online' })).toBeNull();
    expect(await axeViolations()).toEqual([]);
    fireEvent.click(button('I’m here'));
    fireEvent.click(button('Go offline'));
    await settle();
    expect(payloads('confirmPresence')).toMatchObject([{ answer: 'here' }]);
    expect(payloads('goOffline')).toEqual([]);
    expectWords('You’re online in Support');
  });

  it('is listed as expected, not counted as online, and without the door (H2, S5, S6)', async () => {
    const bo = { ...agentRow('bo', at(10)), name: 'Bo Brown', why: 'expected' as const };
    const cy = { ...agentRow('cy', at(240)), name: 'Cy Chen', why: 'by-schedule' as const };
    await openDesk({
      getPanel: [
        ok(
          panel({
            me: { mayPutOffline: true },
            agents: [cy, bo],
            onlineCount: 1,
            projects: [myProject({ onlineCount: 1 })],
          }),
        ),
      ],
    });
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'Cy ChenScheduled, until 5:00 PM (4 hr left)',
      'Bo BrownExpected, asked until 1:10 PM',
    ]);
    expect(screen.getByRole('heading', { name: /^Online in Support/ }).textContent).toBe(
      'Online in Support 1',
    );
    expect(screen.getAllByRole('button', { name: /^Set / }).map(({ title }) => title)).toEqual([
      'Set Cy Chen to offline',
    ]);
    expectNoWords(/^and \d+ more$/);
  });

  it('reads what was refused, and what to do then: nothing to try again (H2, R10)', async () => {
    await openDesk({ getPanel: [ok(askedPanel()), ok(panel())], confirmPresence: [refused('conflict')] });
    await press('In 15 min');
    await settle();
    // Nobody asks any more, and that is all there was to say.
    expectNoWords(/You’re no longer asked/);
    expectWords('You’re offline in Support');
  });

  it('is still asked after a refusal that changes nothing, and told so (R10)', async () => {
    await openDesk({ getPanel: [ok(askedPanel())], confirmPresence: [refused('conflict')] });
    await press('Not today');
    await settle();
    expectAlert(
      'You’re still offline.',
      'You’re no longer asked whether you’re here. To go online, select “Go online”.',
    );
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(button('I’m here')).toBeTruthy();
  });

  it('is asked above what they have here when the slot is another space’s (H1, H2)', async () => {
    const hr = myProject({ id: '2', key: 'HR', name: 'HR' });
    await openDesk({
      getPanel: [ok(panel({ me: { asked: { ...asked, projectIds: ['2'] } }, projects: [myProject(), hr] }))],
    });
    expectWords(/^You’re expected in HR since 1:00 PM\./);
    expect(button('Go online')).toBeTruthy();
    expect(button('I’m here')).toBeTruthy();
  });
});

describe('a break', () => {
  const withBo = (ann: Panel): Panel => ({
    ...ann,
    onlineCount: 2,
    agents: [...ann.agents, agentRow('bo')],
    projects: ann.projects.map((each) => ({ ...each, onlineCount: 2 })),
  });

  it('is taken from beside “Go offline”, and back is one press (H8)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(withBo(onlinePanel())), ok(onBreak)],
      takeBreak: [ok(onBreak)],
      confirmPresence: [ok(onlinePanel())],
    });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    expect(payloads('takeBreak')).toMatchObject([{ minutes: 30 }]);
    expectWords(
      'You’re on a break until 1:30 PM',
      'You’re offline. When it ends, you’re asked if you’re here. You never go online by yourself.',
      'Customers see “Expected at 1:30 PM”.',
    );
    await press('I’m back');
    expect(payloads('confirmPresence')).toMatchObject([{ answer: 'here' }]);
    await settle();
    expectWords('You’re online in Support');
  });

  it('of the last agent is asked about first, with what customers see meanwhile (H8, S11)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(onlinePanel())], takeBreak: [ok(onBreak)] });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 15 min/ }));
    await settle();
    const question = within(screen.getByRole('alertdialog', { name: 'Take a break' }));
    question.getByText(
      'You’re the last agent online in Support. Customers won’t see anyone online during your break.',
    );
    question.getByText('They’re told you’re expected again (1:15 PM), if the space is open then.');
    expect(payloads('takeBreak')).toEqual([]);
    fireEvent.click(question.getByRole('button', { name: 'Take a break' }));
    await settle();
    expect(payloads('takeBreak')).toMatchObject([{ minutes: 15 }]);
  });

  it('says the very words that customers will read, once the server told them (H8, S13)', async () => {
    let tell: (answer: Answer<'previewBreak'>) => void = () => undefined;
    const late = new Promise<Answer<'previewBreak'>>((resolve) => {
      tell = resolve;
    });
    const { payloads } = await openDesk({
      getPanel: [ok(onlinePanel())],
      takeBreak: [new Promise(() => undefined)],
      previewBreak: [late],
    });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    const question = within(screen.getByRole('alertdialog', { name: 'Take a break' }));
    question.getByText('They’re told you’re expected again (1:30 PM), if the space is open then.');
    expectWords('Customers won’t see anyone online.');
    expectNoWords(/Expected at/);
    expect(payloads('previewBreak')[0]).toEqual({ minutes: 30 });
    // Hours are over before the break is.
    const told = { until: at(20), nextOnlineAt: at(24 * 60) };
    tell(ok({ now: at(0), projects: [{ projectId: '1', state: 'offline', told }] }));
    await settle();
    question.getByText('Customers will see “Back tomorrow at 1:00 PM”.');
    expectNoWords(/if the space is open then|Expected at/);
    fireEvent.click(question.getByRole('button', { name: 'Take a break' }));
    await settle();
    expectNoWords(/Expected at/);
  });

  it('says only what is known of a break that gets another end, until the server told the rest (H8, S13)', async () => {
    const told = { until: at(20), nextOnlineAt: at(20) };
    const followed = { ...onBreak, project: { ...support, state: 'offline' as const, told } };
    let tell: (answer: Answer<'takeBreak'>) => void = () => undefined;
    const late = new Promise<Answer<'takeBreak'>>((resolve) => {
      tell = resolve;
    });
    await openDesk({ getPanel: [ok(followed)], takeBreak: [late] });
    expectWords('Customers see “Back at 1:20 PM”.');
    await press('Change break');
    fireEvent.click(screen.getByRole('menuitem', { name: /1 hr/ }));
    await settle();
    expectWords('Customers won’t see anyone online.');
    expectNoWords(/Expected at|Back at/);
    tell(ok({ ...followed, me: { ...followed.me, until: at(60) } }));
    await settle();
    expectWords('Customers see “Back at 1:20 PM”.');
  });

  it('says what is known: whoever is asked at that moment is expected any moment (H2, H8)', async () => {
    const bo = { ...agentRow('bo', at(10)), why: 'expected' as const, since: at(-1) };
    const here = onlinePanel();
    await openDesk({ getPanel: [ok({ ...here, agents: [...here.agents, bo] })] });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    expectWords('Customers will see “Expected any moment”.');
  });

  it('says of each space what its customers will read, those that read the same together (H8, S13)', async () => {
    const here = onlinePanel();
    const names = ['Support', 'HR', 'IT', 'Ops'];
    const projects = names.map((name, index) =>
      myProject({ id: String(index + 1), name, online: true, onlineCount: 1 }),
    );
    const told = { until: at(30), nextOnlineAt: at(30), expected: true as const };
    await openDesk({
      getPanel: [ok({ ...here, projects })],
      previewBreak: [
        ok({
          now: at(0),
          projects: [
            { projectId: '1', state: 'offline', told },
            { projectId: '2', state: 'hidden' },
            { projectId: '3', state: 'offline', told: { until: at(90), nextOnlineAt: null } },
            { projectId: '4', state: 'offline', told },
          ],
        }),
      ],
    });
    await press('More offline options');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    const question = screen.getByRole('alertdialog', { name: 'Take a break' });
    expect([...question.querySelectorAll('p')].slice(1).map(({ textContent }) => textContent)).toEqual([
      'In Support and Ops, customers will see “Expected at 1:30 PM”.',
      'In HR, customers will see no chat icon, unless they’ve already started a chat.',
      'In IT, customers will see “We’re offline”.',
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it('that was refused leaves me online, and says so (H8, R10)', async () => {
    await openDesk({ getPanel: [ok(withBo(onlinePanel()))], takeBreak: [refused('unavailable')] });
    await press('Take a break');
    fireEvent.click(screen.getByRole('menuitem', { name: /^Take a break, 30 min/ }));
    await settle();
    expectAlert('You’re still online, not on a break.');
    expectWords('You’re online in Support');
  });

  it('can be given another end, or ended without coming back (H8)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(onBreak), ok(panel())],
      goOffline: [ok(panel())],
    });
    await press('Change break');
    fireEvent.click(screen.getByRole('menuitem', { name: 'End break, stay offline' }));
    await settle();
    expect(payloads('goOffline')).toMatchObject([{ scope: 'all' }]);
    expectWords('You’re offline in Support');
  });

  it('asks at its end (H8)', async () => {
    await openDesk({ getPanel: [ok(askedPanel({ why: 'break' }))] });
    expectWords(
      'Your break is over',
      /^You’re offline in Support until you reply\. From 1:10 PM on, customers no longer expect you\./,
    );
  });
});

describe('a desk that is closed for a time', () => {
  it('says so above my status, which stays as it is (H4)', async () => {
    const closed = { until: at(120), message: 'Team day' };
    const online = onlinePanel();
    await openDesk({
      getPanel: [
        ok({
          ...online,
          me: { ...online.me, mayPutOffline: true },
          project: { ...support, state: 'offline', told: { until: at(120), nextOnlineAt: at(120), closed } },
          projects: [myProject({ online: true, onlineCount: 1, closed })],
        }),
      ],
    });
    expectWords(
      'Closed for customers until 3:00 PM',
      'Customers read: “Team day”',
      'Your own status stays, and you can still reply.',
      'You’re online in Support',
      'Customers see “Closed until 3:00 PM”.',
    );
    expect(screen.getAllByRole('button', { name: 'Space settings' })).toHaveLength(2);
    expect(await axeViolations()).toEqual([]);
  });
});
