import { describe, expect, it } from 'vitest';
import type { AskedOfMe, Panel } from '../../../src/contract/panel';
import { agentRow, at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { aWindow, endingIn } from './flags-window';

const rollCall: AskedOfMe = {
  why: 'roll-call',
  since: at(0),
  until: at(10),
  end: at(480),
  projectIds: ['1'],
};

const askedOf = (asked: AskedOfMe): Panel =>
  panel({
    me: { reason: 'expected', until: asked.until, asked },
    agents: [{ ...agentRow('ann', asked.until), why: 'expected' }],
  });

describe('“Are you here?” as a flag in Jira', () => {
  it('comes when a slot begins, with three ways to reply, and is kept until then (H2)', async () => {
    const window = aWindow({ confirmPresence: [ok(onlinePanel(at(480)))] });
    await window.tell(askedOf(rollCall));
    await window.tell(askedOf(rollCall));
    expect(window.shown()).toEqual([
      {
        title: 'You’re expected since 1:00 PM. Are you here?',
        description:
          'Customers in Support read that someone’s expected. Reply by 1:10 PM, or they no longer do.',
        actions: ['I’m here', 'In 15 min', 'Not today'],
      },
    ]);
    expect(window.bridge.flags[0]?.isAutoDismiss).toBe(false);
    await window.press('I’m here');
    expect(window.payloads('confirmPresence')).toMatchObject([{ answer: 'here' }]);
    expect(window.titles()).toEqual(['You’re online in Support']);
    expect(window.onChanged).toHaveBeenCalledTimes(1);
  });

  it('asks in every window, also in one that shows no other flags, and goes where another has the reply (H2)', async () => {
    const window = aWindow();
    window.turn.isHere = false;
    await window.tell(askedOf(rollCall));
    expect(window.titles()).toHaveLength(1);
    await window.tell(onlinePanel(at(480)));
    expect(window.titles()).toEqual([]);
  });

  it('comes again when it is asked again (H2)', async () => {
    const window = aWindow({ confirmPresence: [ok(panel())] });
    await window.tell(askedOf(rollCall));
    await window.press('In 15 min');
    expect(window.payloads('confirmPresence')).toMatchObject([{ answer: 'later' }]);
    expect(window.titles()).toEqual(['You’ll be asked again in 15 minutes']);
    await window.tell(panel());
    await window.tell(askedOf({ ...rollCall, since: at(15), until: at(25) }));
    expect(window.titles()).toContain('You’re expected since 1:15 PM. Are you here?');
  });

  it('asks at the end of a break, and leaves it for the day (H8)', async () => {
    const window = aWindow({ confirmPresence: [ok(panel())] });
    await window.tell(askedOf({ ...rollCall, why: 'break' }));
    expect(window.titles()).toEqual(['Your break is over. Are you here?']);
    await window.press('Not today');
    expect(window.payloads('confirmPresence')).toMatchObject([{ answer: 'notToday' }]);
    expect(window.titles()).toEqual(['You’re offline today in Support']);
  });

  it('says what was refused, and sends again only what may pass, as it was (R10)', async () => {
    const window = aWindow({ confirmPresence: [refused('unavailable'), refused('conflict')] });
    await window.tell(askedOf(rollCall));
    await window.press('I’m here');
    expect(window.shown()).toMatchObject([
      { title: 'Your status in Support wasn’t changed', actions: ['Try again'] },
    ]);
    await window.press('Try again');
    const [first, second] = window.payloads('confirmPresence');
    expect(second).toEqual(first);
    expect(window.shown()).toEqual([
      {
        title: 'Your status in Support wasn’t changed',
        description: 'You’re no longer asked. To go online, open the status icon.',
        actions: [],
      },
    ]);
  });
});

describe('an online time that ends by itself', () => {
  const waiting: Panel = {
    ...endingIn(5, 1),
    me: {
      ...endingIn(5, 1).me,
      waitingChats: [
        {
          projectId: '1',
          count: 1,
          anonymousName: '',
          chats: [
            {
              conversationId: 'a',
              projectId: '1',
              issueKey: 'SUP-15',
              customer: 'Mia Miller',
              waitingSince: at(-4),
            },
          ],
        },
      ],
    },
  };

  it('by schedule is told as well, with what is left behind, and an hour more goes past the slot (H8, S11)', async () => {
    const bySchedule: Panel = {
      ...endingIn(5, 1),
      me: { ...endingIn(5, 1).me, reason: 'by-schedule' },
      agents: [{ ...agentRow('ann', at(5)), why: 'by-schedule' }],
      projects: [myProject({ online: true, until: at(5), onlineCount: 1 })],
    };
    const window = aWindow({ getPanel: [ok(bySchedule)], goOnline: [ok(endingIn(65))] }, new Set(), waiting);
    await window.tell(bySchedule);
    expect(window.shown()).toEqual([
      {
        title: 'Your online time in Support ends in 5 minutes',
        description:
          'You’ll be offline from 1:05 PM. You’re the last agent online in Support. If you go offline, customers won’t see anyone online. ' +
          '1 of your chats is waiting for a reply: SUP-15 Mia Miller. They stay yours, and you can still reply.',
        actions: ['Add 1 hour', 'Go offline', 'Open chats'],
      },
    ]);
    await window.press('Add 1 hour');
    expect(window.payloads('goOnline')).toMatchObject([{ projectId: '1', until: at(65) }]);
  });

  it('is told although nobody says what waits', async () => {
    const window = aWindow();
    window.answers.getPanel = [refused('unavailable')];
    await window.tell(endingIn(5));
    expect(window.shown()).toMatchObject([{ description: 'You’ll be offline from 1:05 PM.' }]);
  });
});
