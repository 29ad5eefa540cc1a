import { describe, expect, it } from 'vitest';
import { aConversationPlace, MINUTE, SECOND } from './conversation-place';

const unreachable = { error: 'unavailable', retryAfter: 0 } as const;

describe('A message that a visitor sends', () => {
  it('is shown at once as being sent, and stays where it is once the server has it', async () => {
    const { time, startedPage } = aConversationPlace();
    const { conversation, state, texts } = await startedPage();
    conversation.send('How are you?');
    expect(state().unsent).toMatchObject([{ text: 'How are you?', state: 'sending' }]);
    await time.advance(SECOND);
    expect(state().unsent).toEqual([]);
    expect(texts()).toEqual(['Hello', 'How are you?']);
  });

  it('goes out in the order of typing, one after the other', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, texts } = await startedPage();
    for (const text of ['one', 'two', 'three']) conversation.send(text);
    await time.advance(SECOND);
    expect(desk.sends.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(texts()).toEqual(['Hello', 'one', 'two', 'three']);
  });

  it('is tried again under the same id until the server answers: nothing is lost, nothing doubled', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state, texts } = await startedPage();
    desk.failure = 'lost';
    conversation.send('one');
    conversation.send('two');
    await time.advance(10 * MINUTE);
    expect(state().unsent.map(({ text }) => text)).toContain('two');
    desk.failure = 'none';
    await time.advance(5 * MINUTE);
    expect(texts()).toEqual(['Hello', 'one', 'two']);
    expect(desk.events.filter(({ kind }) => kind === 'message')).toHaveLength(3);
    expect(new Set(desk.sends.map(({ clientMessageId }) => clientMessageId)).size).toBe(2);
  });

  it('leaves a server in trouble alone: ten minutes cost at most ten attempts', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state } = await startedPage();
    desk.failure = unreachable;
    conversation.send('one');
    await time.advance(SECOND);
    expect(state().unsent).toMatchObject([{ state: 'waiting' }]);
    await time.advance(10 * MINUTE);
    expect(desk.sends.length).toBeLessThanOrEqual(10);
    const polls = desk.polls.filter(({ at }) => at > MINUTE).length;
    expect(polls).toBeLessThanOrEqual(10);
  });

  it('waits as long as a 429 asks for', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state, texts } = await startedPage();
    desk.failure = { error: 'rate-limited', retryAfter: 40 };
    conversation.send('one');
    await time.advance(39 * SECOND);
    expect(desk.sends).toHaveLength(1);
    expect(state().failure).toMatchObject({ error: 'rate-limited', retryAfter: 40 });
    desk.failure = 'none';
    await time.advance(20 * SECOND);
    expect(texts()).toEqual(['Hello', 'one']);
    expect(state().failure).toBeUndefined();
  });

  it('that the server will not take is not tried again, and holds back no other', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state, texts } = await startedPage();
    desk.failure = { error: 'bad-request', retryAfter: 0 };
    conversation.send('one');
    await time.advance(SECOND);
    desk.failure = 'none';
    conversation.send('two');
    await time.advance(MINUTE);
    expect(state().unsent).toMatchObject([{ text: 'one', state: 'refused' }]);
    expect(texts()).toEqual(['Hello', 'two', 'one']);
  });

  it('goes on from the next page of the same tab', async () => {
    const { time, desk, browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    desk.failure = unreachable;
    first.conversation.send('one');
    await time.advance(SECOND);
    first.tab.close();
    desk.failure = 'none';
    const next = openPage({ tab: browser.open({ session: first.tab.session }) });
    await time.advance(5 * SECOND);
    expect(next.texts()).toEqual(['Hello', 'one']);
  });

  it('that waits is said to wait from the next page’s first moment on, before anything is tried there (C12)', async () => {
    const { time, desk, browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    desk.failure = unreachable;
    first.conversation.send('one');
    await time.advance(SECOND);
    first.tab.close();
    const next = openPage({ tab: browser.open({ session: first.tab.session }) });
    expect(next.state().unsent).toMatchObject([{ text: 'one', state: 'waiting' }]);
    expect(next.state().failure).toMatchObject({ error: 'unavailable' });
    desk.failure = 'none';
    await time.advance(5 * SECOND);
    expect(next.state()).toMatchObject({ unsent: [], failure: undefined });
  });

  it('that was being sent when the page was left is no failure yet', async () => {
    const { browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    first.conversation.send('one');
    first.tab.close();
    const next = openPage({ tab: browser.open({ session: first.tab.session }) });
    expect(next.state().unsent).toMatchObject([{ text: 'one', state: 'sending' }]);
    expect(next.state().failure).toBeUndefined();
  });

  it('comes back into the field when a new chat is started, and what failed in the old one is not said of it', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state, returned } = await startedPage();
    desk.failure = unreachable;
    conversation.send('one');
    await time.advance(SECOND);
    conversation.leave();
    expect(returned).toEqual(['one']);
    desk.failure = 'none';
    void conversation.start({ message: 'two' });
    await time.advance(SECOND);
    expect(state()).toMatchObject({ unsent: [], failure: undefined });
  });

  it('comes back into the field when the conversation is full, and what was said stays readable', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state, texts, returned } = await startedPage();
    desk.failure = { error: 'conversation-full', retryAfter: 0 };
    conversation.send('one');
    conversation.send('two');
    await time.advance(SECOND);
    expect(returned).toEqual(['one\n\ntwo']);
    expect(state()).toMatchObject({ saved: null, lost: 'conversation-full' });
    expect(texts()).toEqual(['Hello']);
    desk.failure = 'none';
    void conversation.start({ message: 'one' });
    await time.advance(SECOND);
    expect(texts()).toEqual(['one']);
    expect(state().lost).toBeUndefined();
  });
});
