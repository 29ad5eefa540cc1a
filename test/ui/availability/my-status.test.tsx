import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { ok, refused } from '../fake-resolver';
import { button, expectAlert, expectNoWords, expectWords, press, settle } from '../render-page';
import { openDesk } from './open-desk';

const UNREACHABLE = 'Frontdesk can’t be reached right now. Try again in a moment.';

const withBo = (ann: Panel): Panel => ({
  ...ann,
  onlineCount: 2,
  projects: ann.projects.map((each) => ({ ...each, onlineCount: 2 })),
});

/** Ann in Support and Operations, online or not in both. */
const inTwoProjects = (online: boolean): Panel => ({
  ...(online ? onlinePanel() : panel()),
  projects: [
    myProject({ online, onlineCount: Number(online) }),
    myProject({ id: '2', key: 'OPS', name: 'Operations', online, onlineCount: Number(online) }),
  ],
});

describe('my status', () => {
  it('is changed by one press, and customers see it (S3)', async () => {
    const { payloads } = await openDesk({ getPanel: [ok(panel())], goOnline: [ok(onlinePanel())] });
    expectWords(
      'You’re offline in Support',
      'You can see chats and reply either way.',
      'Customers see “We’re offline” and can leave a message.',
    );
    await press('Go online');
    expectWords(
      'You’re online in Support',
      'Online in Support',
      'Customers are promised someone, with no end set.',
    );
    expect(payloads('goOnline')).toMatchObject([{ scope: 'project', projectId: '1', until: null }]);
  });

  it('is told to those who do not see it', async () => {
    await openDesk({ getPanel: [ok(panel())], goOnline: [ok(onlinePanel())] });
    expect(screen.getByRole('status').textContent).toBe('');
    await press('Go online');
    expect(screen.getByRole('status').textContent).toBe(
      'You’re online in Support. Customers are promised someone, with no end set.',
    );
  });

  it('takes the second half of a double click, and a key that is held, for the same press', async () => {
    const { asked } = await openDesk({ getPanel: [ok(panel())], goOnline: [ok(withBo(onlinePanel()))] });
    await press('Go online');
    fireEvent.click(button('Go offline'), { detail: 2 });
    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
    });
    button('Go offline').dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
    await settle();
    expectWords('You’re online in Support');
    expect(asked.map(({ functionKey }) => functionKey)).toEqual(['getPanel', 'goOnline']);
  });

  it('says that nothing was done, and “Try again” does it, as the same wish (R7, R10)', async () => {
    const answers = {
      getPanel: [ok(panel())],
      goOnline: [refused('unavailable'), ok(onlinePanel())],
    };
    const { payloads } = await openDesk(answers);
    const seen = vi.spyOn(Element.prototype, 'scrollIntoView');
    onTestFinished(() => seen.mockRestore());
    await press('Go online');
    expectAlert('You’re still offline in Support.', UNREACHABLE);
    // In a small window it would be below the end.
    expect(seen).toHaveBeenCalled();
    expectWords('You’re offline in Support');
    await press('Try again');
    expectWords('You’re online in Support');
    expect(screen.queryByRole('alert')).toBeNull();
    const [first, second] = payloads('goOnline');
    expect(second).toEqual(first);
    expect(payloads('goOnline')).toHaveLength(2);
  });

  it('that changed although the answer got lost leaves nothing to try again (R10)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(panel()), ok(onlinePanel())],
      goOnline: [refused('unavailable')],
    });
    await press('Go online');
    expectWords('You’re online in Support');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(payloads('goOnline')).toHaveLength(1);
  });

  it('that may not be changed offers no second try', async () => {
    await openDesk({ getPanel: [ok(panel())], goOnline: [refused('not-allowed')] });
    await press('Go online');
    expectAlert('You’re still offline in Support.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('names who put me offline, when and why, and is changed back by one press (S6)', async () => {
    const notice = {
      projectId: '1',
      projectName: 'Support',
      at: at(-5),
      by: { accountId: 'pia', name: 'Pia Park', avatarUrl: null },
      reason: 'end of shift',
    };
    const putOffline = panel({ me: { reason: 'put-offline', notices: [notice] } });
    await openDesk({ getPanel: [ok(putOffline)], goOnline: [ok(onlinePanel())] });
    expectWords('Pia Park set you to offline (12:55 PM): end of shift');
    await press('Go back online');
    expectWords('You’re online in Support');
    expectNoWords(/set you to offline/);
  });

  it('without a reason says who and when (S6)', async () => {
    const notice = {
      projectId: '1',
      projectName: 'Support',
      at: at(-180),
      by: { accountId: 'pia', name: 'Pia Park', avatarUrl: null },
      reason: null,
    };
    await openDesk({ getPanel: [ok(panel({ me: { reason: 'put-offline', notices: [notice] } }))] });
    expectWords('Pia Park set you to offline (10:00 AM).');
  });
});

describe('somebody who was never online', () => {
  it('reads in two lines what that means and for how long (S12)', async () => {
    await openDesk({ getPanel: [ok(panel({ me: { isNew: true }, longestMinutes: 720 }))] });
    expectWords(
      'While you’re online, customers see “We’re online” and expect a reply soon.',
      'You’re offline again at the time you choose, even if you forget. “Until I go offline” lasts 12 hr at most.',
    );
  });

  it('is the only one who does', async () => {
    await openDesk({ getPanel: [ok(panel({ longestMinutes: 720 }))] });
    expectNoWords(/^While you’re online/);
  });
});

describe('the way to the team', () => {
  it.each([
    ['an agent', { isAgent: true, mayPutOffline: false }],
    ['an admin who is no agent', { isAgent: false, mayPutOffline: true }],
  ])('is there for %s, beside the page they are on (D11)', async (_who, me) => {
    const { bridge } = await openDesk({ getPanel: [ok(panel({ me }))] });
    await press('Team');
    expect(bridge.opened).toEqual(['SUP team']);
  });

  it('is not there for anyone else', async () => {
    await openDesk({ getPanel: [ok(panel({ me: { isAgent: false } }))] });
    expect(screen.queryByRole('button', { name: 'Team' })).toBeNull();
  });
});

describe('the way to the settings', () => {
  it('is there for who may change them, beside the page they are on (D10)', async () => {
    const { bridge } = await openDesk({ getPanel: [ok(panel({ me: { mayPutOffline: true } }))] });
    await press('Space settings');
    expect(bridge.opened).toEqual(['SUP project-settings']);
  });

  it('is not there for others', async () => {
    await openDesk({ getPanel: [ok(panel())] });
    expect(screen.queryByRole('button', { name: 'Space settings' })).toBeNull();
  });
});

describe('a project that hides its icon while nobody is online', () => {
  it('says what customers see then, and what comes after (S13)', async () => {
    const hiding = {
      id: '1',
      key: 'SUP',
      name: 'Support',
      chatEnabled: true,
      hideWhenOffline: true,
    } as const;
    await openDesk({
      getPanel: [ok(panel({ project: { ...hiding, state: 'hidden' } }))],
      goOnline: [ok({ ...onlinePanel(at(60)), project: { ...hiding, state: 'online' } })],
    });
    expectWords('Customers see no chat icon, unless they’ve already started a chat.');
    await press('Go online');
    expectWords('Customers are promised someone until 2:00 PM.', 'No one and no chat icon after that.');
  });
});

describe('an agent of two projects', () => {
  it('goes online in both at once (S3)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(inTwoProjects(false))],
      goOnline: [ok(inTwoProjects(true))],
    });
    fireEvent.click(screen.getByRole('checkbox', { name: 'In all my spaces' }));
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ scope: 'all', remember: { scope: 'all' } }]);
  });

  it('goes offline in both at once, and is asked about both first (S4, S11)', async () => {
    const { payloads } = await openDesk({
      getPanel: [ok(inTwoProjects(true))],
      goOffline: [ok(inTwoProjects(false))],
    });
    await press('More offline options');
    const items = screen.getAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Go offline in Support',
      'Go offline in all my spaces',
      'Take a break, 15 min until 1:15 PM',
      'Take a break, 30 min until 1:30 PM',
      'Take a break, 1 hr until 2:00 PM',
    ]);
    expect(document.activeElement).toBe(items[0]);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Go offline in all my spaces' }));
    const question = within(screen.getByRole('alertdialog'));
    question.getByText(
      'You’re the last agent online in Support and Operations. If you go offline, customers won’t see anyone online.',
    );
    fireEvent.click(question.getByRole('button', { name: 'Go offline' }));
    await settle();
    expect(payloads('goOffline')).toMatchObject([{ scope: 'all', projectId: '1' }]);
    expectWords('You’re offline in Support');
  });

  it('reads of each what customers see then: some hide the icon (S11)', async () => {
    const both = inTwoProjects(true);
    const [support, operations] = both.projects.map((each) => ({ ...each, onlineCount: 1 }));
    const projects = [support, operations && { ...operations, hideWhenOffline: true as const }];
    await openDesk({ getPanel: [ok({ ...both, projects: projects.flatMap((each) => each ?? []) })] });
    await press('More offline options');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Go offline in all my spaces' }));
    expect(screen.getByRole('alertdialog').textContent).toContain(
      'You’re the last agent online in Support. If you go offline, customers won’t see anyone online.' +
        'You’re the last agent online in Operations. If you go offline, customers won’t see the chat icon, unless they’ve already started a chat.',
    );
  });

  it('of which only one has them online is offered no other way to go offline', async () => {
    const projects = [
      myProject({ online: true, onlineCount: 1 }),
      myProject({ id: '2', name: 'Operations' }),
    ];
    await openDesk({ getPanel: [ok({ ...onlinePanel(), projects })] });
    expect(screen.queryByRole('button', { name: 'More offline options' })).toBeNull();
    await press('Take a break');
    expect(screen.queryByRole('menuitem', { name: /^Go offline/ })).toBeNull();
  });
});
