import { describe, expect, it } from 'vitest';
import { aConversationPlace, MINUTE, SECOND } from './conversation-place';

describe('A conversation is kept up to date', () => {
  it('in the step that the server asks for, spread by 20 % to both sides', async () => {
    const chances = [0, 0.999];
    let turn = 0;
    const { time, desk, startedPage } = aConversationPlace({ random: () => chances[turn++ % 2] ?? 0 });
    desk.next = 10;
    await startedPage();
    await time.advance(5 * MINUTE);
    const gaps = desk.polls.slice(1).map(({ at }, index) => at - (desk.polls[index]?.at ?? 0) - 100);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8 * SECOND);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(12 * SECOND);
  });

  it('shows what agents say, change and take back', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { texts, state } = await startedPage();
    desk.agentSays('Hello, Ann here');
    desk.agentSays('Sorry, wrong window');
    await time.advance(5 * SECOND);
    expect(texts()).toEqual(['Hello', 'Hello, Ann here', 'Sorry, wrong window']);
    desk.add({ kind: 'edited', of: 2, text: 'Hello, this is Ann' });
    desk.add({ kind: 'deleted', of: 3 });
    await time.advance(5 * SECOND);
    expect(state().transcript.lines.slice(1)).toMatchObject([
      { text: 'Hello, this is Ann', changed: 'edited' },
      { text: '', changed: 'deleted' },
    ]);
  });

  it('shows that an agent is answering, and not longer than that is known', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { state } = await startedPage();
    desk.typing = true;
    await time.advance(5 * SECOND);
    expect(state().agentTyping).toBe(true);
    desk.failure = { error: 'unavailable', retryAfter: 0 };
    await time.advance(5 * SECOND);
    expect(state().agentTyping).toBe(false);
  });

  it('is not asked for while the page is hidden, and at once when it is seen again', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { tab } = await startedPage();
    tab.hide();
    const before = desk.polls.length;
    await time.advance(60 * MINUTE);
    expect(desk.polls).toHaveLength(before);
    tab.show();
    await time.advance(SECOND);
    expect(desk.polls).toHaveLength(before + 1);
  });

  it('at leisure while the panel is closed, and at once when it is opened', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state } = await startedPage();
    conversation.show(false);
    await time.advance(MINUTE);
    const before = desk.polls.length;
    await time.advance(10 * MINUTE);
    expect(desk.polls.length - before).toBeLessThanOrEqual(20);
    desk.agentSays('There you are');
    await time.advance(40 * SECOND);
    expect(state().unread).toBe(1);
    const seen = desk.polls.length;
    conversation.show(true);
    expect(state().unread).toBe(0);
    await time.advance(SECOND);
    expect(desk.polls.length).toBe(seen + 1);
  });

  it('is not asked for any more once it has ended and the panel is closed', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state } = await startedPage();
    desk.add({ kind: 'ended' });
    await time.advance(5 * SECOND);
    expect(state().transcript.ended).toBe(true);
    conversation.show(false);
    const before = desk.polls.length;
    await time.advance(60 * MINUTE);
    expect(desk.polls).toHaveLength(before);
  });

  it('goes on when a message opens it again, and says as what', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state } = await startedPage();
    desk.add({ kind: 'ended' });
    await time.advance(5 * SECOND);
    conversation.send('One more thing');
    await time.advance(SECOND);
    desk.add({ kind: 'reopened', newRequest: true });
    await time.advance(5 * SECOND);
    expect(state().transcript.ended).toBe(false);
    expect(state().transcript.lines.at(-1)).toMatchObject({ kind: 'reopened', newRequest: true });
  });

  it('says that the visitor is here at most once a minute, and only with an open panel', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation } = await startedPage();
    await time.advance(10 * MINUTE);
    const notes = desk.polls.filter(({ here }) => here).length;
    expect(notes).toBeGreaterThanOrEqual(9);
    expect(notes).toBeLessThanOrEqual(10);
    conversation.show(false);
    await time.advance(10 * MINUTE);
    expect(desk.polls.filter(({ here }) => here)).toHaveLength(notes);
  });

  it('that the server does not know any more stays readable; the next message starts another', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { conversation, state, texts } = await startedPage();
    desk.failure = { error: 'not-found', retryAfter: 0 };
    await time.advance(5 * SECOND);
    expect(state()).toMatchObject({ saved: null, lost: 'not-found' });
    expect(texts()).toEqual(['Hello']);
    const before = desk.polls.length;
    desk.failure = 'none';
    await time.advance(60 * MINUTE);
    expect(desk.polls).toHaveLength(before);
    void conversation.start({ message: 'Hello again' });
    await time.advance(SECOND);
    expect(texts()).toEqual(['Hello again']);
  });
});

describe('The next page of the site knows the conversation', () => {
  it('and reads it from the beginning, in as many parts as it takes', async () => {
    const { time, desk, browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    for (let index = 0; index < 60; index++) desk.agentSays(`line ${index}`);
    first.tab.close();
    const next = openPage({ tab: browser.open() });
    await time.advance(SECOND);
    expect(next.texts()).toHaveLength(61);
    expect(desk.polls.slice(-3).map(({ after }) => after)).toEqual([0, 25, 50]);
  });

  it('and how much of it was not read yet', async () => {
    const { time, desk, browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    desk.agentSays('seen');
    await time.advance(5 * SECOND);
    first.tab.close();
    desk.agentSays('not seen');
    desk.agentSays('nor this');
    const next = openPage({ tab: browser.open(), open: false });
    await time.advance(SECOND);
    expect(next.state().unread).toBe(2);
  });

  it('and tells its script only of what comes in from then on', async () => {
    const { time, desk, browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    desk.agentSays('before');
    first.tab.close();
    const next = openPage({ tab: browser.open() });
    await time.advance(5 * SECOND);
    desk.agentSays('after');
    next.conversation.send('own');
    await time.advance(5 * SECOND);
    expect(next.told.map(({ text }) => text).toSorted()).toEqual(['after', 'own']);
  });

  it('but not after the site said that somebody else is there', async () => {
    const { time, browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    first.conversation.leave();
    first.tab.close();
    expect([...browser.local.keys()]).toEqual([]);
    const next = openPage({ tab: browser.open() });
    await time.advance(5 * SECOND);
    expect(next.state().saved).toBeNull();
  });
});
