import { seededRandom } from '../seeded-random';
import { describe, expect, it } from 'vitest';
import { aConversationPlace, MINUTE, SECOND } from './conversation-place';

describe('The tabs of one browser show one conversation', () => {
  it('that was started in another of them', async () => {
    const { time, openPage, startedPage } = aConversationPlace();
    const other = openPage({ open: false });
    await startedPage();
    await time.advance(SECOND);
    expect(other.texts()).toEqual(['Hello']);
  });

  it('with the visitor’s own messages, wherever they were typed, before any poll', async () => {
    const { time, desk, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    const second = openPage();
    await time.advance(SECOND);
    const polls = desk.polls.length;
    second.conversation.send('from the second');
    await time.advance(150);
    expect(first.texts()).toEqual(['Hello', 'from the second']);
    expect(desk.polls).toHaveLength(polls);
  });

  it('and ask as one: five windows cost as much as one', async () => {
    const { time, desk, openPage, startedPage } = aConversationPlace({ random: seededRandom(1) });
    const pages = [await startedPage(), ...Array.from({ length: 4 }, () => openPage())];
    await time.advance(5 * SECOND);
    const before = desk.polls.length;
    desk.next = 10;
    await time.advance(MINUTE);
    desk.agentSays('Hello, Ann here');
    await time.advance(9 * MINUTE);
    expect(desk.polls.length - before).toBeLessThanOrEqual(61);
    for (const { texts } of pages) expect(texts()).toEqual(['Hello', 'Hello, Ann here']);
  });

  it('the one whose panel is open asks, in its quicker step', async () => {
    const { time, desk, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    first.conversation.show(false);
    const second = openPage({ open: false });
    await time.advance(5 * MINUTE);
    second.conversation.show(true);
    const before = desk.polls.length;
    await time.advance(MINUTE);
    expect(desk.polls.length - before).toBeGreaterThanOrEqual(15);
    expect(desk.polls.slice(before).some(({ here }) => here)).toBe(true);
    first.conversation.show(true);
    second.conversation.show(false);
    const after = desk.polls.length;
    await time.advance(MINUTE);
    expect(desk.polls.length - after).toBeGreaterThanOrEqual(15);
    expect(desk.polls.length - after).toBeLessThanOrEqual(25);
  });

  it.each(['closed', 'hidden', 'hung'] as const)(
    'another one asks when the asking one is %s',
    async (end) => {
      const { time, desk, openPage, startedPage } = aConversationPlace();
      const first = await startedPage();
      const second = openPage();
      await time.advance(5 * SECOND);
      if (end === 'closed') first.tab.close();
      else if (end === 'hidden') first.tab.hide();
      else first.tab.hang();
      desk.agentSays('Still there?');
      await time.advance(15 * SECOND);
      expect(second.texts()).toEqual(['Hello', 'Still there?']);
    },
  );

  it('what is read in one of them is read in all', async () => {
    const { time, desk, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    const second = openPage({ open: false });
    desk.agentSays('Hello, Ann here');
    await time.advance(5 * SECOND);
    expect([first.state().unread, second.state().unread]).toEqual([0, 0]);
  });

  it('once it is forgotten in one of them, no other goes on with it', async () => {
    const { time, desk, browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    const second = openPage();
    await time.advance(5 * SECOND);
    first.conversation.leave();
    await time.advance(SECOND);
    const before = desk.polls.length;
    await time.advance(MINUTE);
    expect(second.state().saved).toBeNull();
    expect(desk.polls).toHaveLength(before);
    expect([...browser.local.keys()]).toEqual([]);
  });

  it('a chat that was left for a new one in one of them is forgotten in all, and what waited comes back', async () => {
    const { time, desk, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    const second = openPage();
    await time.advance(5 * SECOND);
    desk.failure = { error: 'unavailable', retryAfter: 60 };
    second.conversation.send('Still there?');
    await time.advance(SECOND);
    first.conversation.leave();
    await time.advance(SECOND);
    expect(second.texts()).toEqual([]);
    expect(second.returned).toEqual(['Still there?']);
    desk.failure = 'none';
    void first.conversation.start({ message: 'Something else' });
    await time.advance(5 * MINUTE);
    expect(second.texts()).toEqual(['Something else']);
  });

  it('a chat that cannot be gone on with says so in all of them, and stays readable', async () => {
    const { time, desk, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    const second = openPage();
    await time.advance(5 * SECOND);
    desk.failure = { error: 'conversation-full', retryAfter: 0 };
    first.conversation.send('One more');
    await time.advance(SECOND);
    for (const { state } of [first, second]) {
      expect(state()).toMatchObject({ saved: null, lost: 'conversation-full', failure: undefined });
      expect(state().transcript.lines).toMatchObject([{ text: 'Hello' }]);
    }
    desk.failure = 'none';
    void first.conversation.start({ message: 'Once more' });
    await time.advance(5 * SECOND);
    expect(second.state().lost).toBeUndefined();
  });

  it.each([
    ['where tabs tell each other', true],
    ['where they cannot', false],
  ])(
    'a page with a closed panel does not slow down the one with an open panel: %s',
    async (_case, hasChannels) => {
      const { time, desk, openPage, startedPage } = aConversationPlace({ hasChannels });
      const first = await startedPage();
      for (let count = 0; count < 10; count++) {
        // Which asks at once for all that was said, and from then on at leisure.
        openPage({ open: false });
        await time.advance(SECOND);
        desk.agentSays(`answer ${count}`);
        await time.advance(5 * SECOND);
        expect(first.texts()).toHaveLength(count + 2);
      }
    },
  );

  it('where tabs cannot tell each other, every one asks for itself', async () => {
    const { time, desk, openPage, startedPage } = aConversationPlace({ hasChannels: false });
    const pages = [await startedPage(), openPage()];
    await time.advance(5 * SECOND);
    desk.agentSays('Hello, Ann here');
    await time.advance(5 * SECOND);
    for (const { texts } of pages) expect(texts()).toEqual(['Hello', 'Hello, Ann here']);
  });
});
