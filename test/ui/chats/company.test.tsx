import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { inboxPage, inboxRow, message } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, type Answers } from '../fake-resolver';
import { expectNoWords, expectWords, settle } from '../render-page';
import { aChat, open, openChat, openInbox, pass, said } from './open-inbox';

const bo = { accountId: 'bo', name: 'Bo', avatarUrl: null };
/** Bo said something in it: his name is known. */
const chat = (overrides = {}) =>
  aChat({
    messages: [message(1, { text: 'Hello' }), message(2, { from: 'agent', agent: bo })],
    ...overrides,
  });
const look = (doing: 'looking' | 'writing' | 'left', more: object = {}) => ({
  projects: [],
  conversation: 'one',
  by: 'bo',
  doing,
  ...more,
});
const opened = async (answers: Answers = {}) => {
  const resolver = await openChat(chat(), answers);
  await pass(500);
  return resolver;
};
const field = (): HTMLElement => screen.getByLabelText('Reply to customer');
const type = (text: string): void => void fireEvent.change(field(), { target: { value: text } });

describe('D4: two agents at one chat', () => {
  it('say once that they have it open, and where they were before; not of what they only leaf through', async () => {
    const other = inboxRow({ conversationId: 'two', firstLine: 'Other', lastLine: 'Other?' });
    const { payloads } = await openInbox({
      listConversations: [ok(inboxPage([inboxRow(), other]))],
      getConversation: ({ conversationId }) =>
        ok(chat({ row: conversationId === 'two' ? other : inboxRow() })),
    });
    await open('Hello');
    await pass(200);
    await open('Other');
    await pass(500);
    await pass(60_000);
    expect(payloads('look')).toEqual([{ conversationId: 'two', doing: 'looking' }]);
    await open('Hello');
    await pass(500);
    expect(payloads('look').at(-1)).toEqual({ conversationId: 'one', doing: 'looking', left: 'two' });
  });

  it('are shown to each other: who looks, who writes, for eight seconds, and who has left', async () => {
    const { bridge } = await opened();
    bridge.ping(look('looking'));
    await settle();
    expectWords('Bo is looking at this');
    bridge.ping(look('writing'));
    await settle();
    expect(said()).toContain('Bo is writing. Yours would be a second reply.');
    await pass(8_000);
    expectNoWords('Bo is writing.');
    expectWords('Bo is looking at this');
    bridge.ping(look('left'));
    await settle();
    expectNoWords('Bo is looking at this');
  });

  it('are believed to look for five minutes without a sign, and to have left when they look at another chat', async () => {
    const { bridge } = await opened();
    bridge.ping(look('looking'));
    await pass(299_000);
    expectWords('Bo is looking at this');
    await pass(1_000);
    expectNoWords('Bo is looking at this');
    bridge.ping(look('looking'));
    await settle();
    bridge.ping(look('looking', { conversation: 'two', left: 'one' }));
    await settle();
    expectNoWords('Bo is looking at this');
  });

  it('who has come is answered once; nobody answers an answer, or somebody who is known', async () => {
    const { bridge, payloads } = await opened();
    bridge.ping(look('looking'));
    await pass(1_000);
    expect(payloads('look').slice(1)).toEqual([{ conversationId: 'one', doing: 'looking', answers: true }]);
    bridge.ping(look('writing'));
    bridge.ping(look('looking', { by: 'cy', answers: true }));
    await pass(2_000);
    expect(payloads('look')).toHaveLength(2);
  });

  it('my own other windows do not count; when one of them leaves, this one says that it has not', async () => {
    const { bridge, payloads } = await opened();
    bridge.ping(look('writing', { by: 'ann' }));
    await pass(2_000);
    expectNoWords(/is writing/);
    expect(payloads('look')).toHaveLength(1);
    bridge.ping(look('left', { by: 'ann' }));
    await pass(1_000);
    expect(payloads('look').at(-1)).toEqual({ conversationId: 'one', doing: 'looking', answers: true });
  });

  it('writing costs nothing beyond what the customer is told, while nobody else is there', async () => {
    const { payloads } = await opened();
    for (let second = 0; second < 30; second++) {
      type(`Text ${second}`);
      await pass(1_000);
    }
    expect(payloads('typing')).toHaveLength(2);
    expect(payloads('look')).toHaveLength(1);
  });

  it('and one call in six seconds while somebody is', async () => {
    const { bridge, payloads } = await opened();
    bridge.ping(look('looking', { answers: true }));
    await settle();
    for (let second = 0; second < 36; second++) {
      type(`Text ${second}`);
      await pass(1_000);
    }
    const calls = payloads('typing').length + payloads('look').slice(1).length;
    expect(calls).toBeLessThanOrEqual(7);
    expect(payloads('look').at(-1)).toMatchObject({ doing: 'writing' });
  });

  it('a page that is hidden is left, and come back to', async () => {
    const { payloads } = await opened();
    const visibility = vi.spyOn(document, 'visibilityState', 'get');
    visibility.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(500);
    expect(payloads('look').at(-1)).toEqual({ conversationId: 'one', doing: 'left' });
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(500);
    expect(payloads('look').at(-1)).toEqual({ conversationId: 'one', doing: 'looking' });
  });

  it('are no news: nothing is fetched for them, nor for what a later version may say', async () => {
    const { bridge, asked } = await opened();
    await pass(1_000);
    asked.length = 0;
    bridge.ping(look('looking', { answers: true }));
    await pass(5_000);
    bridge.ping(look('left', { doing: 'dancing' }));
    await pass(5_000);
    expect(asked).toEqual([]);
  });

  it('calls that are refused, and a realtime that is down, take the line away and nothing else', async () => {
    await opened({ look: [{ ok: false, error: { code: 'unavailable', message: '' } }] });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field()).toBeTruthy();
  });

  it('who is not known by name is someone; of several the first two are named', async () => {
    const { bridge } = await opened();
    bridge.ping(look('looking', { by: 'stranger' }));
    await settle();
    expectWords('Someone is looking at this');
    for (const by of ['bo', 'x', 'y']) bridge.ping(look('looking', { by }));
    await settle();
    expectWords('Bo and 3 more are looking at this');
    expect(await axeViolations()).toEqual([]);
  });

  it('a chat of mine that somebody takes over says who, and that my draft is still there', async () => {
    const mine = chat({ row: inboxRow({ assignee: { accountId: 'ann', name: 'Ann', avatarUrl: null } }) });
    const { bridge } = await openChat(mine, {
      getConversation: [ok(mine), ok(chat({ rev: 2, row: inboxRow({ assignee: bo }) }))],
    });
    type('Half a sentence');
    bridge.ping({ projects: ['1'], conversations: true, conversation: 'one', rev: 2 });
    await pass(1_000);
    expect(said()).toContain('Bo took over this chat. Your draft is still here.');
  });
});
