import { describe, expect, it } from 'vitest';
import { aConversationPlace, MINUTE, SECOND, type ConversationPage } from './conversation-place';

const unreachable = { error: 'unavailable', retryAfter: 0 } as const;

/** What tells the widget that trying is worth it again. */
const returns = [
  ['the network is back', ({ tab }: ConversationPage) => tab.connect('online')],
  [
    'the page is seen again',
    ({ tab }: ConversationPage) => {
      tab.hide();
      tab.show();
    },
  ],
] as const;

describe.each(returns)('C13: when %s', (_what, comesBack) => {
  it('what waits is sent, and what was said meanwhile is heard, without the rest of the pause', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const page = await startedPage();
    desk.failure = unreachable;
    page.conversation.send('one');
    // The pauses have grown to minutes.
    await time.advance(20 * MINUTE);
    desk.failure = 'none';
    desk.agentSays('Are you there?');
    const [sends, polls] = [desk.sends.length, desk.polls.length];
    await time.advance(5 * SECOND);
    expect([desk.sends.length, desk.polls.length]).toEqual([sends, polls]);
    comesBack(page);
    await time.advance(SECOND);
    expect(desk.sends).toHaveLength(sends + 1);
    expect(page.texts()).toEqual(['Hello', 'Are you there?', 'one']);
    expect(page.state()).toMatchObject({ unsent: [], failure: undefined });
  });

  it('a pause that the server asked for is kept', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const page = await startedPage();
    desk.failure = { error: 'rate-limited', retryAfter: 100 };
    page.conversation.send('one');
    await time.advance(20 * SECOND);
    const [sends, polls] = [desk.sends.length, desk.polls.length];
    desk.failure = 'none';
    for (let second = 0; second < 70; second += 10) {
      comesBack(page);
      await time.advance(10 * SECOND);
    }
    expect([desk.sends.length, desk.polls.length]).toEqual([sends, polls]);
    await time.advance(2 * MINUTE);
    expect(page.texts()).toEqual(['Hello', 'one']);
  });

  it('and goes, and comes again, a server in trouble is asked in its usual step and no faster', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const page = await startedPage();
    desk.failure = unreachable;
    page.conversation.send('one');
    await time.advance(MINUTE);
    const [sends, polls] = [desk.sends.length, desk.polls.length];
    for (let tenth = 0; tenth < 600; tenth++) {
      comesBack(page);
      await time.advance(100);
    }
    expect(desk.sends.length - sends).toBeLessThanOrEqual(20);
    expect(desk.polls.length - polls).toBeLessThanOrEqual(20);
  });

  it('where nothing failed, nothing is asked for earlier than the server said', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    desk.next = 60;
    const page = await startedPage();
    await time.advance(10 * SECOND);
    const polls = desk.polls.length;
    for (let second = 0; second < 30; second++) {
      comesBack(page);
      await time.advance(SECOND);
    }
    expect(desk.polls).toHaveLength(polls);
  });

  it('a tab that failed keeps to what the server told another one meanwhile', async () => {
    const { time, desk, browser, openPage, startedPage } = aConversationPlace();
    const first = await startedPage();
    desk.failure = unreachable;
    await time.advance(30 * SECOND);
    const second = openPage({ tab: browser.open({ session: first.tab.session }) });
    desk.failure = 'none';
    desk.next = 60;
    second.tab.connect('online');
    await time.advance(15 * SECOND);
    const polls = desk.polls.length;
    for (let each = 0; each < 20; each++) {
      comesBack(first);
      await time.advance(SECOND);
    }
    expect(desk.polls).toHaveLength(polls);
  });
});

it.each(['offline', 'online'] as const)('C13: that the browser is %s now is drawn at once', async (to) => {
  const { startedPage } = aConversationPlace();
  const page = await startedPage();
  const before = page.drawn();
  page.tab.connect(to);
  expect(page.drawn()).toBe(before + 1);
});
