import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Panel, PutOfflineNotice } from '../../../src/contract/panel';
import { at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { aWindow, endingIn } from './flags-window';

const notice: PutOfflineNotice = {
  projectId: '1',
  projectName: 'Support',
  at: at(-5),
  by: { accountId: 'pia', name: 'Pia Park', avatarUrl: null },
  reason: 'end of shift',
};

describe('five minutes before the end', () => {
  it('the agent is told, once, and stays an hour longer with one press', async () => {
    const window = aWindow({ getPanel: [ok(endingIn(5))], goOnline: [ok(endingIn(65))] });
    await window.tell(endingIn(6));
    expect(window.titles()).toEqual([]);
    await window.tell(endingIn(5));
    await window.tell(endingIn(5));
    expect(window.shown()).toEqual([
      {
        title: 'Your online time in Support ends in 5 minutes',
        description: 'You’ll be offline from 1:05 PM.',
        actions: ['Add 1 hour', 'Go offline'],
      },
    ]);
    await window.press('Add 1 hour');
    expect(window.payloads('goOnline')).toMatchObject([{ scope: 'project', projectId: '1', until: at(65) }]);
    expect(window.titles()).toEqual(['You’re online in Support until 2:05 PM']);
    expect(window.onChanged).toHaveBeenCalledTimes(1);
  });

  it('what is offered is never more than the longest online time (S12)', async () => {
    const window = aWindow({ getPanel: [ok(endingIn(5))], goOnline: [ok(endingIn(30))] });
    await window.tell({ ...endingIn(5), longestMinutes: 30 });
    expect(window.shown()[0]?.actions).toEqual(['Stay until 1:30 PM', 'Go offline']);
    await window.press('Stay until 1:30 PM');
    expect(window.payloads('goOnline')).toMatchObject([{ until: at(30) }]);
  });

  it('what was not done is said, and “Try again” does exactly that (R10)', async () => {
    const window = aWindow({
      getPanel: [ok(endingIn(5)), ok(endingIn(5))],
      goOnline: [refused('unavailable'), ok(endingIn(65))],
    });
    await window.tell(endingIn(5));
    await window.press('Add 1 hour');
    expect(window.shown()).toEqual([
      {
        title: 'Your status in Support wasn’t changed',
        description: 'Frontdesk can’t be reached right now. Try again in a moment.',
        actions: ['Try again'],
      },
    ]);
    await window.press('Try again');
    const [first, second] = window.payloads('goOnline');
    expect(second).toEqual(first);
    expect(window.titles()).toEqual(['You’re online in Support until 2:05 PM']);
  });

  it('what was refused is said, and not offered again (R10)', async () => {
    const window = aWindow({ getPanel: [ok(endingIn(5))], goOnline: [refused('not-allowed')] });
    await window.tell(endingIn(5));
    await window.press('Add 1 hour');
    expect(window.shown()).toMatchObject([{ title: 'Your status in Support wasn’t changed', actions: [] }]);
  });

  it.each([
    ['a later end', at(180)],
    ['no end', null],
  ])('%s that another window set meanwhile is not made shorter (S13)', async (_what, until) => {
    const chosen = { ...endingIn(5), projects: [myProject({ online: true, until, onlineCount: 2 })] };
    const window = aWindow({ getPanel: [ok(chosen)] });
    await window.tell(endingIn(5));
    await window.press('Add 1 hour');
    expect(window.payloads('goOnline')).toEqual([]);
    expect(window.titles()).toEqual(['You already stay online longer in Support']);
    expect(window.onChanged).toHaveBeenCalledTimes(1);
  });

  it('nothing is sent as long as nobody can say what another window set, and “Try again” asks anew', async () => {
    const window = aWindow({
      getPanel: [refused('unavailable'), ok(endingIn(5))],
      goOnline: [ok(endingIn(65))],
    });
    await window.tell(endingIn(5));
    await window.press('Add 1 hour');
    expect(window.payloads('goOnline')).toEqual([]);
    expect(window.shown()).toMatchObject([
      { title: 'Your status in Support wasn’t changed', actions: ['Try again'] },
    ]);
    await window.press('Try again');
    expect(window.titles()).toEqual(['You’re online in Support until 2:05 PM']);
  });

  it('the notice goes when the time was extended elsewhere', async () => {
    const window = aWindow();
    await window.tell(endingIn(5));
    await window.tell(endingIn(65));
    expect(window.titles()).toEqual([]);
  });

  it('the agent is told by the window that shows flags, and by no other', async () => {
    const window = aWindow();
    window.turn.isHere = false;
    await window.tell(endingIn(5));
    expect(window.titles()).toEqual([]);
    window.turn.isHere = true;
    await window.tell(endingIn(5));
    expect(window.titles()).toHaveLength(1);
  });
});

describe('until it was seen for ten seconds (D1)', () => {
  const SOON: Panel = {
    ...panel(),
    projects: [myProject({ id: '2', name: 'HR', online: true, until: at(5) })],
  };

  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['again where it was shown for less', 9_999, 'visible', 2],
    ['again where nobody looked at it', 60_000, 'hidden', 2],
    ['no more where somebody did', 10_000, 'visible', 0],
  ] as const)('a page that is opened shows it %s', async (_when, ms, visibility, count) => {
    const seen = new Set<string>();
    const window = aWindow({}, seen);
    const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
    await window.tell(SOON, [notice]);
    await vi.advanceTimersByTimeAsync(ms);
    look.mockRestore();
    window.bridge.flags.length = 0;
    const next = aWindow({}, seen);
    await next.tell(SOON, [notice]);
    expect(next.titles()).toHaveLength(count);
  });
});

describe('an agent whom somebody put offline', () => {
  it('is told who, when and why, once, and comes back through the dialog (S6)', async () => {
    const window = aWindow();
    await window.tell(panel(), [notice]);
    await window.tell(panel(), [notice]);
    expect(window.shown()).toEqual([
      {
        title: 'Pia Park set you to offline in Support',
        description: 'Offline since 12:55 PM. Reason: end of shift',
        actions: ['Go back online'],
      },
    ]);
    await window.press('Go back online');
    expect(window.openDialog).toHaveBeenCalledExactlyOnceWith('1');
    expect(window.titles()).toEqual([]);
  });

  it('is told without a reason that they may come back (S6)', async () => {
    const window = aWindow();
    await window.tell(panel(), [{ ...notice, reason: null }]);
    expect(window.shown()[0]?.description).toBe('Offline since 12:55 PM. You can go back online.');
  });

  it('is told no longer once they are back, as when it was undone (S6)', async () => {
    const window = aWindow();
    await window.tell(panel(), [notice]);
    await window.tell(onlinePanel(), [notice]);
    expect(window.titles()).toEqual([]);
  });
});
