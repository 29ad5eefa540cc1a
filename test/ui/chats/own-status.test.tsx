import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { at, NOW, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { button, expectAlert, expectNoWords, expectWords, press, settle } from '../render-page';
import { messages, openInbox, pass, row, said } from './open-inbox';

const withBo = (ann: Panel): Panel => ({
  ...ann,
  onlineCount: 2,
  projects: ann.projects.map((each) => ({ ...each, onlineCount: 2 })),
});

const waiting = [
  {
    projectId: '1',
    count: 1,
    anonymousName: '',
    chats: [
      { conversationId: 'one', projectId: '1', issueKey: 'SUP-15', customer: 'Mia', waitingSince: at(-4) },
    ],
  },
];

const withWaiting = (given: Panel): Panel => ({ ...given, me: { ...given.me, waitingChats: waiting } });

describe('an agent beside their chats', () => {
  it('reads whether and until when they are online, and goes offline and online by one button (D10)', async () => {
    const { payloads, answers } = await openInbox({
      getPanel: [ok(withBo(onlinePanel(at(60))))],
      goOffline: [ok(panel({ onlineCount: 1 }))],
      goOnline: [ok(withBo(onlinePanel()))],
    });
    expectWords('You’re online in Support until 2:00 PM');
    answers.getPanel = [ok(panel({ onlineCount: 1 }))];
    await press('Go offline');
    expectWords('You’re offline in Support');
    expect(said()).toContain('You’re offline in Support');
    expect(payloads('goOffline')).toMatchObject([{ scope: 'project', projectId: '1' }]);
    await press('Go online');
    expectWords('You’re online in Support');
    expect(said()).toContain('You’re online in Support');
    expect(payloads('goOnline')).toMatchObject([{ scope: 'project', projectId: '1', until: null }]);
    // The list has stayed as it was.
    row('Hello');
  });

  it('is online for as long as they chose last, and what is remembered stays as it is (S3, D10)', async () => {
    const { payloads } = await openInbox({
      getPanel: [ok(panel({ preferences: { minutes: 60, scope: 'all' } }))],
      goOnline: [ok(onlinePanel(at(60)))],
    });
    await press('Go online');
    const [wish] = payloads('goOnline');
    expect(wish).toMatchObject({ scope: 'project', until: new Date(NOW + 60 * 60_000).toISOString() });
    expect(wish).not.toHaveProperty('remember');
  });

  it('is asked as the last one online, and may stay (S11)', async () => {
    const { payloads } = await openInbox({
      getPanel: [ok(onlinePanel()), ok(withWaiting(onlinePanel()))],
      goOffline: [ok(panel())],
    });
    await press('Go offline');
    await settle();
    const question = within(screen.getByRole('alertdialog'));
    expect(document.activeElement).toBe(question.getByRole('button', { name: 'Go offline' }));
    expectWords('1 of your chats is waiting for a reply', 'SUP-15 Mia');
    fireEvent.click(question.getByRole('button', { name: 'Stay online' }));
    expect(payloads('goOffline')).toEqual([]);
    expect(document.activeElement).toBe(button('Go offline'));
    await press('Go offline');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Go offline' }));
    await settle();
    expect(payloads('goOffline')).toHaveLength(1);
    expectWords('You’re offline in Support', /^Customers see “offline”/);
  });

  it('who went offline reads which of their chats wait, and opens one here (S11)', async () => {
    await openInbox({
      getPanel: [ok(withBo(onlinePanel()))],
      goOffline: [ok(withWaiting(panel({ onlineCount: 1 })))],
    });
    await press('Go offline');
    await press(/SUP-15 Mia/);
    within(messages()).getByText('Which tent for four?');
    await press('Dismiss');
    expectNoWords('SUP-15 Mia');
  });

  it('whose wish is refused reads so, is what they were, and tries again under the same operation (R7)', async () => {
    const { payloads, answers } = await openInbox({
      getPanel: [ok(withBo(onlinePanel()))],
      goOffline: [refused('unavailable')],
    });
    await press('Go offline');
    await settle();
    expectAlert('You’re still online in Support.');
    expectWords('You’re online in Support');
    answers.goOffline = [ok(panel({ onlineCount: 1 }))];
    await press('Try again');
    await settle();
    expectWords('You’re offline in Support');
    expect(screen.queryByRole('alert')).toBeNull();
    const [first, second] = payloads('goOffline');
    expect(second).toEqual(first);
  });

  it('who is an agent no longer is told so when they press it, and sees no chats any more', async () => {
    const { answers } = await openInbox({ getPanel: [ok(panel())], goOnline: [refused('not-allowed')] });
    answers.getPanel = [ok(panel({ me: { isAgent: false } }))];
    await press('Go online');
    await settle();
    expectWords('You’re not an agent here');
    expectNoWords('Hello');
  });

  it('whose page is refused altogether keeps nothing before their eyes, and no other space is shown instead', async () => {
    const { answers, bridge, payloads } = await openInbox();
    await pass(1_000);
    answers.getPanel = [refused('not-allowed')];
    bridge.ping({ projects: ['1'], status: true });
    await pass(2_000);
    expect(screen.queryByRole('button', { name: 'Go offline' })).toBeNull();
    expectNoWords('Hello');
    for (const payload of payloads('getPanel')) expect(payload).toEqual({ projectId: '1' });
  });

  it('by a double click changes it once', async () => {
    const { payloads } = await openInbox({ getPanel: [ok(panel())], goOnline: [ok(onlinePanel())] });
    fireEvent.click(button('Go online'), { detail: 1 });
    fireEvent.click(button('Go offline'), { detail: 2 });
    await settle();
    expect(payloads('goOnline')).toHaveLength(1);
    expect(payloads('goOffline')).toEqual([]);
  });
});

describe('an agent whose slot has begun, or who is on a break', () => {
  const asked = {
    why: 'roll-call' as const,
    since: at(0),
    until: at(10),
    end: at(480),
    projectIds: ['1'],
  };

  it('is asked above their chats as well, and says there that they are here (H2, D10)', async () => {
    const { payloads, answers } = await openInbox({
      getPanel: [ok(panel({ me: { reason: 'expected', until: at(10), asked } }))],
      confirmPresence: [ok(onlinePanel(at(480)))],
    });
    expectWords('You’re expected in Support');
    answers.getPanel = [ok(onlinePanel(at(480)))];
    await press('I’m here');
    expect(payloads('confirmPresence')).toMatchObject([{ answer: 'here' }]);
    expectWords('You’re online in Support until 9:00 PM');
  });

  it('reads until when, and comes back by one press; what was refused changes nothing (H8, R10)', async () => {
    await openInbox({
      getPanel: [ok(panel({ me: { reason: 'break', until: at(30) } }))],
      confirmPresence: [refused('unavailable')],
    });
    await press('I’m back');
    await settle();
    expectAlert('You’re still offline.');
    expectWords('You’re on a break until 1:30 PM');
  });

  it('reads that the space is closed for customers (H4)', async () => {
    const closed = { until: at(120), message: '' };
    const open = onlinePanel();
    await openInbox({
      getPanel: [
        ok({
          ...open,
          ...(open.project && {
            project: {
              ...open.project,
              state: 'offline' as const,
              told: { until: at(120), nextOnlineAt: null, closed },
            },
          }),
        }),
      ],
    });
    expectWords('Customers see “Closed until 3:00 PM”.');
  });
});

describe('a page whose status changes by itself', () => {
  it('asks at that moment, once, and not again by itself when nobody says anything (H2, F7)', async () => {
    const { payloads, answers } = await openInbox({
      getPanel: [ok(panel({ changesAt: at(0.5) }))],
    });
    await pass(1_000);
    await pass(29_000);
    const before = payloads('getPanel').length;
    answers.getPanel = [refused('unavailable')];
    await pass(2_000);
    expect(payloads('getPanel').length - before).toBe(1);
    await pass(10_000);
    expect(payloads('getPanel').length - before).toBe(1);
  });
});
