import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AgentRow, Panel } from '../../../src/contract/panel';
import { agentRow, at, myProject, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { button, expectAlert, expectNoWords, expectWords, fill, press, settle } from '../render-page';
import { openDesk } from './open-desk';

const bo: AgentRow = { ...agentRow('bo', at(40)), name: 'Bo Brown' };

/** Pia, who administers Support and may show people the door. */
const desk = (agents: AgentRow[], mayPutOffline = true): Panel =>
  panel({
    me: { accountId: 'pia', name: 'Pia Park', isAgent: false, mayPutOffline },
    agents,
    onlineCount: agents.length,
  });

const rows = (): string[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');

/** The page's ten seconds pass when the test says so. */
function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'requestAnimationFrame'] });
  onTestFinished(() => void vi.useRealTimers());
}

async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settle();
}

async function putBoOffline(reason = ''): Promise<void> {
  await press('Set Bo Brown to offline');
  if (reason !== '') await fill('Reason (optional)', reason);
  await press('Set to offline');
}

describe('the list of agents online', () => {
  it('says of each why and until when, as the server has sorted it (S5)', async () => {
    const agents = [{ ...agentRow('ann'), name: 'Ann Agent' }, bo, { ...agentRow('cy'), name: null }];
    await openDesk({ getPanel: [ok({ ...panel(), agents, onlineCount: 5 })] });
    expect(rows()).toEqual([
      'Ann Agent (you)Set by you, until you go offline',
      'Bo BrownSet manually, until 1:40 PM (40 min left)',
      'someoneSet manually, until they go offline',
    ]);
    screen.getByRole('heading', { name: 'Online in Support 5' });
    expectWords('and 2 more');
  });

  it('has the door beside everybody else for who may use it (S6)', async () => {
    const agents = [{ ...agentRow('pia'), name: 'Pia Park' }, bo];
    await openDesk({ getPanel: [ok(desk(agents))] });
    expect(screen.getAllByRole('button', { name: /^Set .* to offline$/ })).toEqual([
      button('Set Bo Brown to offline'),
    ]);
  });

  it('has no door for who administers nothing (S6)', async () => {
    await openDesk({ getPanel: [ok(desk([bo], false))] });
    expectWords('Bo Brown');
    expect(screen.queryByRole('button', { name: /^Set/ })).toBeNull();
  });
});

describe('putting a forgotten agent offline', () => {
  it('is asked about, with a reason, and tells the session that was seen (S6)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(desk([bo]))], putOffline: [ok(desk([]))] });
    await press('Set Bo Brown to offline');
    expectWords('Set Bo Brown to offline? They’ll be told it was you, and they can go back online.');
    expect(document.activeElement).toBe(screen.getByLabelText('Reason (optional)'));
    expect(payloads('putOffline')).toEqual([]);
    await fill('Reason (optional)', ' end of shift ');
    await press('Set to offline');
    expect(payloads('putOffline')).toMatchObject([
      { projectId: '1', accountId: 'bo', session: 'session of bo', reason: 'end of shift' },
    ]);
    expectWords('Bo Brown is now offline.', 'No one is online in Support right now.');
    expect(document.activeElement).toBe(button('Undo (10 s)'));
  });

  it('is left by “Cancel” and by Escape: nothing is done, and the focus is at the door again', async () => {
    stopTime();
    const { payloads } = await openDesk({ getPanel: [ok(desk([bo]))] });
    await press('Set Bo Brown to offline');
    await press('Cancel');
    await pass(50);
    expect(document.activeElement).toBe(button('Set Bo Brown to offline'));
    await press('Set Bo Brown to offline');
    fireEvent.keyDown(screen.getByLabelText('Reason (optional)'), { key: 'Escape' });
    expect(screen.queryByLabelText('Reason (optional)')).toBeNull();
    expect(payloads('putOffline')).toEqual([]);
  });

  it('is done once, however often it is pressed', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(desk([bo]))],
      putOffline: [new Promise(() => undefined)],
    });
    await press('Set Bo Brown to offline');
    const form = screen.getByLabelText('Reason (optional)').closest('form');
    if (!form) throw new Error('The question is no form.');
    fireEvent.submit(form);
    fireEvent.submit(form);
    await settle();
    expect(payloads('putOffline')).toHaveLength(1);
  });

  it('that failed says so, and “Try again” does it, with the reason that was typed', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(desk([bo]))],
      putOffline: [refused('unavailable'), ok(desk([]))],
    });
    await putBoOffline('end of shift');
    expectAlert('Bo Brown is still online.');
    await press('Try again');
    expectWords('Bo Brown is now offline.');
    const [first, second] = payloads('putOffline');
    expect(second).toEqual(first);
  });

  it('spares one who came back online after the list was drawn (S6)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(desk([bo])), ok(desk([{ ...bo, session: 'another' }]))],
      putOffline: [refused('conflict')],
    });
    await putBoOffline();
    expectAlert(/^Bo Brown came back online in the meantime, so they weren’t set to offline\./);
    expect(payloads('getPanel')).toHaveLength(2);
    expect(rows()).toHaveLength(1);
  });

  it('says of one who had left by themselves that they had (S6)', async () => {
    await openDesk({ getPanel: [ok(desk([bo])), ok(desk([]))], putOffline: [refused('conflict')] });
    await putBoOffline();
    expectAlert(/^Bo Brown was already offline\./);
  });
});

describe('having put somebody offline', () => {
  it('can be undone for ten seconds, which are counted (S6)', async () => {
    stopTime();
    const { payloads } = await openDesk({
      getPanel: [ok(desk([bo]))],
      putOffline: [ok(desk([]))],
      undoPutOffline: [ok(desk([bo]))],
    });
    await putBoOffline();
    await pass(8_000);
    await press('Undo (2 s)');
    expect(payloads('undoPutOffline')).toMatchObject([{ projectId: '1', accountId: 'bo' }]);
    expectWords('Online in Support', 'Bo Brown is back online.');
    expectNoWords('Bo Brown is now offline.');
  });

  it('cannot be undone after that: the offer goes by itself, and the focus is not lost', async () => {
    stopTime();
    await openDesk({ getPanel: [ok(desk([bo]))], putOffline: [ok(desk([]))] });
    await putBoOffline();
    await pass(9_700);
    expect(button(/^Undo/)).toBeTruthy();
    await pass(500);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('group', { name: /^Online in/ }));
  });

  it('and failing to undo it says so, and offers it again while there is time', async () => {
    stopTime();
    const { payloads } = await openDesk({
      getPanel: [ok(desk([bo]))],
      putOffline: [ok(desk([]))],
      undoPutOffline: [refused('unavailable'), ok(desk([bo]))],
    });
    await putBoOffline();
    await press(/^Undo/);
    expectAlert('Bo Brown is still offline.');
    await press(/^Undo/);
    const [first, second] = payloads('undoPutOffline');
    expect(second).toEqual(first);
    expectWords('Online in Support');
  });

  it('and being too late to undo it says so until it is dismissed', async () => {
    await openDesk({
      getPanel: [ok(desk([bo]))],
      putOffline: [ok(desk([]))],
      undoPutOffline: [refused('conflict')],
    });
    await putBoOffline();
    await press(/^Undo/);
    expectAlert(/^It was too late to undo,/);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    await press('Dismiss');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('another project', () => {
  const projects = [myProject(), myProject({ id: '2', key: 'OPS', name: 'Operations' })];
  const operations = {
    id: '2',
    key: 'OPS',
    name: 'Operations',
    chatEnabled: true,
    state: 'offline',
  } as const;

  it('is chosen in the list of mine', async () => {
    const { payloads } = await openDesk({
      getPanel: ({ projectId }) => ok(panel({ projects, ...(projectId === '2' && { project: operations }) })),
    });
    await fill('Space', 'Operations');
    expectWords('You’re offline in Operations', 'No one is online in Operations right now.');
    expect(payloads('getPanel').at(-1)).toEqual({ projectId: '2', opened: true });
  });

  it('is not offered to who has only one', async () => {
    await openDesk({ getPanel: [ok(panel())] });
    expect(screen.queryByLabelText('Space')).toBeNull();
  });

  it('without chat leads to its settings who may turn it on (D10)', async () => {
    const project = {
      id: '9',
      key: 'DEV',
      name: 'Development',
      chatEnabled: false,
      state: 'disabled',
    } as const;
    const { bridge } = await openDesk({ getPanel: [ok(panel({ project, me: { mayPutOffline: true } }))] });
    await press('Space settings');
    expect(bridge.opened).toEqual(['DEV project-settings']);
  });

  it('is where to go from one without chat, which says what to do', async () => {
    const project = {
      id: '9',
      key: 'DEV',
      name: 'Development',
      chatEnabled: false,
      state: 'disabled',
    } as const;
    await openDesk({
      getPanel: ({ projectId }) => ok(panel({ projects, project: projectId === '2' ? operations : project })),
    });
    expectWords(
      'Chat isn’t turned on in Development',
      /^Customers see no chat icon\. A space admin can turn chat on/,
    );
    await fill('Space', 'Operations');
    expectWords('You’re offline in Operations');
  });
});
