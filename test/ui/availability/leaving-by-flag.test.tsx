import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { OwnWaitingChats, Panel } from '../../../src/contract/panel';
import { at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { aWindow, endingIn } from './flags-window';

describe('going offline from the notice that an online time ends (S11)', () => {
  const chat = (name: string | null, minutes: number, projectId = '1') => ({
    conversationId: `chat of ${String(name)}`,
    projectId,
    issueKey: name === null ? null : `SUP-${minutes}`,
    customer: name,
    waitingSince: at(-minutes),
  });
  const withWaiting = (told: Panel, ...waitingChats: OwnWaitingChats[]): Panel => ({
    ...told,
    me: { ...told.me, waitingChats },
  });
  const twoChats: OwnWaitingChats = {
    projectId: '1',
    count: 2,
    anonymousName: 'Guest',
    chats: [chat('Mia Miller', 4), chat(null, 1)],
  };
  const QUESTION =
    'You’re the last agent online in Support. If you go offline, customers won’t see anyone online.';
  const WAITING =
    '2 of your chats are waiting for a reply: SUP-4 Mia Miller and Guest. They stay yours, and you can still reply.';

  it('asks the last one first, naming which of their chats wait', async () => {
    const window = aWindow({
      getPanel: [ok(withWaiting(endingIn(4, 1), twoChats))],
      goOffline: [ok(panel())],
    });
    await window.tell(endingIn(4, 1));
    await window.press('Go offline');
    expect(window.shown()).toEqual([
      {
        title: 'Go offline in Support?',
        description: `${QUESTION} ${WAITING}`,
        actions: ['Go offline', 'Add 1 hour', 'Open chats'],
      },
    ]);
    expect(window.payloads('getPanel')).toEqual([{ projectId: '1', opened: true }]);
    expect(window.payloads('goOffline')).toEqual([]);
    await window.press('Go offline');
    expect(window.payloads('goOffline')).toMatchObject([{ scope: 'project', projectId: '1' }]);
    expect(window.titles()).toEqual(['You’re offline in Support']);
  });

  it('leads to the chat that waits longest, and asks no more', async () => {
    const window = aWindow({ getPanel: [ok(withWaiting(endingIn(4, 1), twoChats))] });
    await window.tell(endingIn(4, 1));
    await window.press('Go offline');
    await window.press('Open chats');
    expect(window.openChats).toHaveBeenCalledExactlyOnceWith('1', 'chat of Mia Miller');
    expect(window.titles()).toEqual([]);
    expect(window.payloads('goOffline')).toEqual([]);
  });

  it('names no chat where none waits, and is no question where a colleague came meanwhile', async () => {
    const window = aWindow({
      getPanel: [ok(endingIn(4, 1)), ok(endingIn(4, 2))],
      goOffline: [ok(panel())],
    });
    await window.tell(endingIn(4, 1));
    await window.press('Go offline');
    expect(window.shown()).toEqual([
      { title: 'Go offline in Support?', description: QUESTION, actions: ['Go offline', 'Add 1 hour'] },
    ]);
    await window.tell(endingIn(65));
    expect(window.titles()).toEqual([]);
    await window.tell(endingIn(5, 1));
    await window.press('Go offline');
    expect(window.titles()).toEqual(['You’re offline in Support']);
  });

  it('whoever stays instead does so there and then: the time would end all the same (S13)', async () => {
    const window = aWindow({ getPanel: [ok(endingIn(4, 1))], goOnline: [ok(endingIn(64))] });
    await window.tell(endingIn(4, 1));
    await window.press('Go offline');
    await window.press('Add 1 hour');
    expect(window.payloads('goOffline')).toEqual([]);
    expect(window.payloads('goOnline')).toMatchObject([{ until: at(64) }]);
    expect(window.titles()).toEqual(['You’re online in Support until 2:04 PM']);
  });

  it('says that customers won’t see the icon where it hides, of several spaces each its own', async () => {
    const projects = [
      myProject({ online: true, until: at(4), onlineCount: 1 }),
      myProject({ id: '2', name: 'HR', online: true, until: at(4), onlineCount: 1, hideWhenOffline: true }),
    ];
    const both: Panel = { ...onlinePanel(at(4)), projects };
    const window = aWindow({ getPanel: [ok(both)] });
    await window.tell(both);
    await window.press('Go offline');
    expect(window.shown()[0]).toMatchObject({
      title: 'Go offline in Support and HR?',
      description: `${QUESTION} You’re the last agent online in HR. If you go offline, customers won’t see the chat icon, unless they’ve already started a chat.`,
    });
  });

  it('asks nobody else and nothing more; what they left is told after it, until it was read', async () => {
    const many = {
      ...twoChats,
      count: 7,
      chats: [chat('Mia', 9), chat('Max', 8), chat('Moe', 7), chat('Amy', 6)],
    };
    const window = aWindow({ goOffline: [ok(withWaiting(panel(), many))] });
    await window.tell(endingIn(4));
    await window.press('Go offline');
    expect(window.payloads('getPanel')).toEqual([]);
    expect(window.shown()).toEqual([
      {
        title: 'You’re offline in Support',
        description:
          '7 of your chats are waiting for a reply: SUP-9 Mia, SUP-8 Max, SUP-7 Moe, and 4 more. They stay yours, and you can still reply.',
        actions: ['Open chats'],
      },
    ]);
    expect(window.bridge.flags[0]?.isAutoDismiss).toBe(false);
    await window.press('Open chats');
    expect(window.openChats).toHaveBeenCalledExactlyOnceWith('1', 'chat of Mia');
    expect(window.titles()).toEqual([]);
  });

  it('goes by itself where nothing was left', async () => {
    const window = aWindow({ goOffline: [ok(panel())] });
    await window.tell(endingIn(4));
    await window.press('Go offline');
    expect(window.bridge.flags).toMatchObject([{ title: 'You’re offline in Support', isAutoDismiss: true }]);
  });

  it('asks without names where nobody can say what waits', async () => {
    const window = aWindow({ getPanel: [refused('unavailable')] });
    await window.tell(endingIn(4, 1));
    await window.press('Go offline');
    expect(window.shown()).toMatchObject([{ title: 'Go offline in Support?', description: QUESTION }]);
  });

  it('is not held up by a slow network, nor answered twice by a second press', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const window = aWindow({ getPanel: [new Promise<never>(() => undefined)] });
    await window.tell(endingIn(4, 1));
    await window.press('Go offline');
    await window.press('Go offline');
    await window.press('Add 1 hour');
    expect(window.titles()).toEqual(['Your online time in Support ends in 4 minutes']);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(window.titles()).toEqual(['Go offline in Support?']);
    expect(window.payloads('getPanel')).toHaveLength(1);
  });

  it('takes its question back when the time was extended elsewhere', async () => {
    const window = aWindow({ getPanel: [ok(endingIn(4, 1))] });
    await window.tell(endingIn(4, 1));
    await window.press('Go offline');
    await window.tell(endingIn(64, 1));
    expect(window.titles()).toEqual([]);
  });
});
