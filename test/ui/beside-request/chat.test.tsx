import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { InboxRow } from '../../../src/contract/inbox';
import { agentRow, at, onlinePanel, panel } from '../../static/availability/panel-builder';
import { axeViolations } from '../axe-violations';
import { button, expectNoWords, expectWords, press } from '../render-page';
import { aChat, bo, openSection } from './open-section';

const ann = { accountId: 'ann', name: 'Ann Agent', avatarUrl: null };

const heading = (): string | null => screen.getByRole('heading', { level: 2 }).textContent;
const facts = (): (string | null)[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('D12: the chat beside its request', () => {
  it('says who waits and since when, whether they are there, how sure it is who they are, and whose it is (T1)', async () => {
    await openSection({ panel: panel(), chat: aChat() });
    expect(heading()).toBe('Mia Miller is waiting for a reply, 4 min');
    expect(facts()).toEqual(['active now', 'email not confirmed', 'unassigned']);
    expectWords('Comments in Jira don’t confirm the email. Replies in the chat do.');
    expect(button('Reply in chat').className).toContain('primary');
    expect(await axeViolations()).toEqual([]);
  });

  const replied = { unanswered: false, waitingSince: null, lastFrom: 'agent', lastAt: at(-3) } as const;

  it.each<[state: string, row: Partial<InboxRow>, heading: string, facts: string[]]>([
    [
      'a colleague replied',
      { ...replied, lastAgent: bo, assignee: bo, here: false, confidence: 'confirmed' },
      'Bo Becker replied (12:57 PM)',
      ['Mia Miller', 'not active', 'confirmed by an agent', 'Assigned to Bo Becker'],
    ],
    [
      'I replied',
      { ...replied, lastAgent: ann, assignee: ann, confidence: 'portal' },
      'You replied (12:57 PM)',
      ['Mia Miller', 'active now', 'logged in to the portal', 'Assigned to you'],
    ],
    [
      'whoever had it left',
      { assignee: bo, assigneeLeft: true },
      'Mia Miller is waiting for a reply, 4 min',
      ['active now', 'email not confirmed', 'Was assigned to Bo Becker, who’s no longer an agent here'],
    ],
    [
      'nobody knows who it is',
      { customer: null, kind: 'anonymous', confidence: 'anonymous' },
      'Visitor is waiting for a reply, 4 min',
      ['active now', 'anonymous', 'unassigned'],
    ],
    [
      'it is resolved',
      { ...replied, lastAgent: bo, ended: true },
      'Chat ended',
      ['Mia Miller', 'active now', 'email not confirmed', 'unassigned'],
    ],
    [
      'the request was deleted while it was open',
      { failure: 'request-gone', ended: true, unanswered: false, waitingSince: null },
      'The request was deleted in Jira or hidden from Frontdesk, so you can’t reply here.',
      ['Mia Miller'],
    ],
    [
      'the request was moved',
      { failure: 'request-moved' },
      'The request was moved. Replies there no longer reach this customer.',
      ['Mia Miller'],
    ],
    [
      'it is blocked',
      { blockId: 'b', unanswered: false, waitingSince: null },
      'This chat is blocked. Unblock it to reply.',
      ['Mia Miller'],
    ],
    [
      'Jira refused a message',
      { failure: 'refused', pending: 2 },
      'Mia Miller is waiting for a reply, 4 min',
      [
        'active now',
        'email not confirmed',
        'unassigned',
        'Sending 2 messages to Jira',
        'Not delivered: Jira didn’t accept it.',
      ],
    ],
  ])('where %s', async (_state, row, said, told) => {
    await openSection({ panel: panel(), chat: aChat(row) });
    expect(heading()).toBe(said);
    expect(facts()).toEqual(told);
  });

  it('is late from five minutes on', async () => {
    await openSection({ panel: panel(), chat: aChat({ waitingSince: at(-5) }) });
    expect(screen.getByRole('region', { name: /is waiting/ }).dataset.state).toBe('late');
  });

  it('says where it goes on when its request had no way back', async () => {
    await openSection({ panel: panel(), chat: aChat({}, { continuesIn: 'SUP-9' }) });
    expect(heading()).toBe('This chat continues in SUP-9.');
    expect(screen.queryByRole('button', { name: 'Reply in chat' })).toBeNull();
    expect(button('Open chat').className).toContain('default');
  });

  it('leads to the chat in a dialog over the request, and looks again when that is closed (D10)', async () => {
    const { bridge, payloads } = await openSection({ panel: panel(), chat: aChat() });
    await press('Reply in chat');
    expect(bridge.dialogs.map(({ context }) => context)).toEqual([
      { projectId: '1', conversationId: 'c'.repeat(22) },
    ]);
    await press('Reply in chat');
    expect(bridge.dialogs.length).toBe(1);
    const asked = payloads('getRequestChat').length;
    bridge.dialogs[0]?.onClose();
    expect(payloads('getRequestChat').length).toBe(asked + 1);
  });

  it('says to screen readers what happens in it, once, and not what is there at first', async () => {
    const resolver = await openSection({ panel: panel(), chat: aChat() });
    const said = (): string =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join('');
    expect(said()).toBe('');
    resolver.answers.getRequestChat = [
      { ok: true, value: aChat({ ...replied, lastAgent: bo }, { waiting: null }) },
    ];
    resolver.bridge.ping({ projects: ['1'], conversations: true });
    await expect.poll(said).toBe('Bo Becker replied (12:57 PM)');
  });

  it('tells colleagues that I am at the chat, and says who of them is, or writes (D4)', async () => {
    const { bridge, payloads, fold } = await openSection({
      panel: panel({ onlineCount: 1, agents: [agentRow('bo')] }),
      chat: aChat(),
    });
    const conversation = 'c'.repeat(22);
    await expect.poll(() => payloads('look')).toEqual([{ conversationId: conversation, doing: 'looking' }]);
    bridge.ping({ projects: [], conversation, by: 'bo', doing: 'looking', answers: true });
    expectWords('bo is looking at this');
    bridge.ping({ projects: [], conversation, by: 'bo', doing: 'writing', answers: true });
    expectWords('bo is writing.');
    bridge.ping({ projects: [], conversation, by: 'bo', doing: 'left' });
    expectNoWords(/^bo is/);
    await fold(true);
    await expect.poll(() => payloads('look').at(-1)).toEqual({ conversationId: conversation, doing: 'left' });
  });

  it('names who is online and until when, who is expected, or that nobody is (S5, H2)', async () => {
    const now = onlinePanel(at(60));
    const expected = { ...agentRow('cy', at(5)), why: 'expected' as const };
    await openSection({
      panel: { ...now, onlineCount: 2, agents: [...now.agents, agentRow('bo'), expected] },
      chat: aChat(),
    });
    expectWords('Online: You until 2:00 PM and bo. Expected: cy.');
  });
});
