import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { at, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { button, expectNoWords, expectWords, press, settle } from '../render-page';
import { openDesk } from './open-desk';

const withBo = (ann: Panel): Panel => ({
  ...ann,
  onlineCount: 2,
  projects: ann.projects.map((each) => ({ ...each, onlineCount: 2 })),
});

describe('the last agent online', () => {
  it('is told before going offline what customers will see, and may stay (S11)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(onlinePanel())], goOffline: [ok(panel())] });
    await press('Go offline');
    const question = within(screen.getByRole('alertdialog'));
    question.getByText(
      'You’re the last agent online in Support. If you go offline, customers won’t see anyone online.',
    );
    expectWords('Customers will see “We’re offline” and can leave a message.');
    expect(document.activeElement).toBe(question.getByRole('button', { name: 'Go offline' }));
    fireEvent.click(question.getByRole('button', { name: 'Stay online' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expectWords('You’re online in Support');
    expect(payloads('goOffline')).toEqual([]);
    expect(document.activeElement).toBe(button('Go offline'));

    await press('Go offline');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Go offline' }));
    await settle();
    expectWords('You’re offline in Support', 'No one is online in Support right now.');
    expect(payloads('goOffline')).toMatchObject([{ scope: 'project', projectId: '1' }]);
  });

  it('leaves the question by Escape, and the page with it open (S11)', async () => {
    await openDesk({ getPanel: [ok(onlinePanel())] });
    await press('Go offline');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    let heard = 0;
    const hear = (): void => void (heard += 1);
    document.addEventListener('keydown', hear);
    fireEvent(screen.getByRole('alertdialog'), escape);
    document.removeEventListener('keydown', hear);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(heard).toBe(0);
  });

  it('is asked no longer when a colleague comes, nor again when they leave (S11)', async () => {
    const { answers } = await openDesk({ getPanel: [ok(onlinePanel()), ok(withBo(onlinePanel()))] });
    await press('Go offline');
    await settle();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement).toBe(button('Go offline'));
    answers.getPanel = [ok(onlinePanel())];
    answers.goOffline = [refused('unavailable')];
    await press('Go offline');
    await settle();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expectWords('You’re online in Support', 'You’re still online in Support.');
  });

  it('is the only one who is asked (S11)', async () => {
    await openDesk({ getPanel: [ok(withBo(onlinePanel()))], goOffline: [ok(panel({ onlineCount: 1 }))] });
    await press('Go offline');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expectWords('You’re offline in Support');
  });
});

describe('whoever goes offline', () => {
  const waiting = (count: number) => [
    {
      projectId: '1',
      count,
      anonymousName: '',
      chats: [
        {
          conversationId: 'a',
          projectId: '1',
          issueKey: 'SUP-15',
          customer: 'Mia Miller',
          waitingSince: at(-4),
        },
        { conversationId: 'b', projectId: '1', issueKey: null, customer: null, waitingSince: at(-1) },
      ],
    },
  ];
  const withWaiting = (told: Panel, count: number): Panel => ({
    ...told,
    me: { ...told.me, waitingChats: waiting(count) },
  });

  it('as the last one reads before which of their chats wait, as it is at that moment (S11)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(withWaiting(onlinePanel(), 2)), ok(withWaiting(onlinePanel(), 7))],
    });
    await press('Go offline');
    expectWords(
      '7 of your chats are waiting for a reply',
      'SUP-15 Mia Miller',
      '4 min',
      'Visitor',
      'and 5 more',
      'They stay yours, and you can still reply.',
    );
    expect(payloads('getPanel').at(-1)).toEqual({ projectId: '1', opened: true });
    expect(payloads('goOffline')).toEqual([]);
  });

  it('is told of them also where colleagues stay, and without being asked (S11)', async () => {
    await openDesk({
      getPanel: [ok(withBo(onlinePanel()))],
      goOffline: [ok(withWaiting(panel({ onlineCount: 1 }), 2))],
    });
    await press('Go offline');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expectWords('You’re offline in Support', '2 of your chats are waiting for a reply', 'SUP-15 Mia Miller');
    await press('Dismiss');
    expectNoWords('SUP-15 Mia Miller');
    expect(document.activeElement).toBe(button('Go online'));
  });

  it('reads nothing of the kind where none waits', async () => {
    await openDesk({ getPanel: [ok(withBo(onlinePanel()))], goOffline: [ok(panel())] });
    await press('Go offline');
    expectNoWords(/waiting for a reply/);
  });
});
