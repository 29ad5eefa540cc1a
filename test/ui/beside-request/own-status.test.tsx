import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { agentRow, at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused } from '../fake-resolver';
import { button, expectNoWords, expectWords, fill, press, settle } from '../render-page';
import { aChat, openSection } from './open-section';

const withBo = (mine: Panel): Panel => ({
  ...mine,
  onlineCount: 2,
  agents: [...mine.agents, agentRow('bo')],
  projects: mine.projects.map((each) => ({ ...each, onlineCount: 2 })),
});

const status = () => within(screen.getByRole('region', { name: 'My status' }));

describe('D12: my own status beside a request', () => {
  it('on a request that is no chat: the icon with its counter, and the switch (I1–I3)', async () => {
    await openSection({ panel: panel({ onlineCount: 1, agents: [agentRow('bo')] }) });
    expect(screen.queryByRole('heading')).toBeNull();
    const icon = button('You’re offline. 1 agent online in Support.');
    expect(icon.dataset).toMatchObject({ online: 'false', count: 'some' });
    expect(button('Go online').className).toContain('primary');
    expect(await axeViolations()).toEqual([]);
  });

  it('counts who waits, and since when the longest (I7)', async () => {
    const waiting = { count: 2, isMore: false, longestSince: at(-7) };
    await openSection({ panel: panel(), chat: aChat({}, { waiting }) });
    const name =
      'You’re offline. 0 agents online in Support. 2 customers are waiting, the longest for 7 min.';
    expect(button(name).querySelector<HTMLElement>('#waiting')?.dataset.wait).toBe('2 · 7 min');
  });

  it('shows the icon whatever is set for Jira’s header (I5)', async () => {
    await openSection({ panel: panel({ showIndicator: false }) });
    expect(button('You’re offline. 0 agents online in Support.').hidden).toBe(false);
  });

  it('leads to the dialog (I4)', async () => {
    const { bridge } = await openSection({ panel: panel() });
    await press(/^You’re offline\. 0 agents/);
    expect(bridge.dialogs.map(({ context }) => context)).toEqual([{ projectId: '1' }]);
  });

  it('goes online with one press until what was chosen last, and says so with where it ends (S3, S13)', async () => {
    const { payloads } = await openSection(
      { panel: panel({ preferences: { minutes: 60, scope: 'all' } }) },
      { goOnline: [ok(onlinePanel(at(60)))] },
    );
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ scope: 'project', projectId: '1', until: at(60) }]);
    expect(payloads('goOnline')[0]).not.toHaveProperty('remember');
    expectWords(
      'You’re online in Support',
      'Set by you, until 2:00 PM (1 hr left)',
      'Customers are promised someone until 2:00 PM. No one after that.',
    );
    button('You’re online. 1 agent online in Support.');
  });

  it('offers other ends, each with its clock time, and takes the one that is chosen (S3)', async () => {
    const { payloads } = await openSection({ panel: panel() }, { goOnline: [ok(onlinePanel(at(30)))] });
    await fill('Until', '30 min · 1:30 PM');
    await press('Go online');
    expect(payloads('goOnline')).toMatchObject([{ until: at(30) }]);
  });

  it('a double click and a held key are one press', async () => {
    const { payloads } = await openSection({ panel: panel() }, { goOnline: [ok(onlinePanel())] });
    fireEvent.click(button('Go online'), { detail: 1 });
    fireEvent.click(button('Go offline'), { detail: 2 });
    await settle();
    expect(payloads('goOnline').length).toBe(1);
    expectWords('You’re online in Support');
  });

  it('adds an hour (S3)', async () => {
    const { payloads } = await openSection(
      { panel: withBo(onlinePanel(at(20))) },
      { goOnline: [ok(withBo(onlinePanel(at(80))))] },
    );
    await press('Add 1 hour');
    expect(payloads('goOnline')).toMatchObject([{ until: at(80) }]);
    expectWords('Set by you, until 2:20 PM (1 hr 20 min left)');
  });

  it('asks the last one online before they go, with the focus on the answer, and takes “Stay online” (S11)', async () => {
    const { payloads } = await openSection({ panel: onlinePanel() });
    await press('Go offline');
    const question = within(screen.getByRole('alertdialog'));
    question.getByText(/^You’re the last agent online in Support\./);
    expect(document.activeElement?.textContent).toBe('Go offline');
    expect(payloads('goOffline')).toEqual([]);
    fireEvent.click(question.getByRole('button', { name: 'Stay online' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement).toBe(status().getByRole('button', { name: 'Go offline' }));
  });

  it('withdraws that question when a colleague comes online meanwhile (S11)', async () => {
    const resolver = await openSection({ panel: onlinePanel() });
    resolver.answers.getPanel = [ok(withBo(onlinePanel()))];
    await press('Go offline');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(resolver.payloads('goOffline')).toEqual([]);
  });

  it('tells whoever went offline which of their chats wait (S11)', async () => {
    const waitingChats = [
      {
        projectId: '1',
        count: 1,
        anonymousName: '',
        chats: [
          {
            conversationId: 'c'.repeat(22),
            projectId: '1',
            issueKey: 'SUP-15',
            customer: 'Mia Miller',
            waitingSince: at(-3),
          },
        ],
      },
    ];
    await openSection({ panel: withBo(onlinePanel()) }, { goOffline: [ok(panel({ me: { waitingChats } }))] });
    await press('Go offline');
    expectWords(
      'You’re offline in Support',
      '1 of your chats is waiting for a reply: SUP-15 Mia Miller.',
      'They stay yours, and you can still reply.',
    );
    await press('Dismiss');
    expectNoWords(/of your chats/);
  });

  it('stays what it was where it was not granted, says so, and tries the same once more (S13)', async () => {
    const { payloads } = await openSection(
      { panel: panel() },
      { goOnline: [refused('unavailable'), ok(onlinePanel())] },
    );
    await press('Go online');
    expectWords('You’re still offline in Support.', 'You’re offline in Support');
    await press('Try again');
    expectWords('You’re online in Support');
    const [first, second] = payloads('goOnline');
    expect(second?.operationId).toBe(first?.operationId);
  });

  it('says who put me offline and why, and leads back (S6)', async () => {
    const notice = {
      projectId: '1',
      projectName: 'Support',
      by: { accountId: 'pia', name: 'Pia Park', avatarUrl: null },
      at: at(-10),
      reason: 'end of shift',
    };
    await openSection({ panel: panel({ me: { reason: 'put-offline', notices: [notice] } }) });
    expectWords('Pia Park set you to offline (12:50 PM): end of shift');
    button('Go back online');
  });

  it('asks whether I am here, and takes each of the three answers (H2)', async () => {
    const asked = { why: 'roll-call' as const, since: at(0), until: at(10), end: at(480), projectIds: ['1'] };
    const { payloads } = await openSection(
      { panel: panel({ me: { reason: 'expected', until: at(10), asked } }) },
      { confirmPresence: [ok(panel({ me: { reason: 'expected', until: at(10), asked } }))] },
    );
    expectWords('You’re expected in Support', /^You’re expected in Support since 1:00 PM\. Reply by 1:10 PM/);
    for (const answer of ['I’m here', 'In 15 min', 'Not today']) await press(answer);
    expect(payloads('confirmPresence').map((each) => each.answer)).toEqual(['here', 'later', 'notToday']);
  });

  it('leads back from a break (H8)', async () => {
    const { payloads } = await openSection(
      { panel: panel({ me: { reason: 'break', until: at(30) } }) },
      { confirmPresence: [ok(onlinePanel())] },
    );
    expectWords('You’re on a break until 1:30 PM');
    await press('I’m back');
    expect(payloads('confirmPresence')).toMatchObject([{ answer: 'here' }]);
  });
});

describe('D12: where there is no status to show', () => {
  const support = { id: '1', key: 'SUP', name: 'Support', chatEnabled: false, state: 'disabled' } as const;

  it('chat is off: a sentence, and for who may turn it on the way there', async () => {
    const { bridge } = await openSection({
      panel: panel({ me: { mayPutOffline: true }, project: support, projects: [] }),
    });
    expectWords(/^Chat isn’t turned on in Support\. Customers see no chat icon\./);
    expect(screen.queryByRole('region', { name: 'My status' })).toBeNull();
    await press('Space settings');
    expect(bridge.opened).toEqual(['SUP project-settings']);
  });

  it('an admin who is no agent: who is online, and a sentence', async () => {
    const { payloads } = await openSection(
      {
        panel: panel({
          me: { isAgent: false, mayPutOffline: true },
          projects: [myProject({ isAgent: false })],
        }),
      },
      { getRequestChat: [refused('not-allowed')] },
    );
    expectWords('You’re not an agent in Support, so you don’t have a status here.');
    button('0 agents online in Support.');
    expect(screen.queryByRole('button', { name: 'Go online' })).toBeNull();
    expect(payloads('getRequestChat').length).toBe(1);
  });

  it('somebody without a part is told who can read chats, and asks nothing more', async () => {
    const { project: _none, ...nowhere } = panel({ me: { isAgent: false }, projects: [] });
    const { payloads } = await openSection({ panel: nowhere }, { getRequestChat: [refused('not-allowed')] });
    expectWords(/^Only agents in this space can read its chats and reply\./);
    expect(payloads('getLiveToken')).toEqual([]);
  });

  it.each(['not-found', 'not-allowed'] as const)(
    'a space that is %s: a sentence and nothing else',
    async (code) => {
      await openSection({}, { getPanel: [refused(code)], getRequestChat: [refused(code)] });
      expectWords(/permission/);
      expect(screen.queryAllByRole('button')).toEqual([]);
    },
  );
});
