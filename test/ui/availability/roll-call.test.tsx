import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
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
