import { describe, expect, it } from 'vitest';
import type { Opening } from '../../../../static/widget/conversation/conversation-client';
import { startConversation } from '../../../../static/widget/conversation/start-conversation';
import { aConversationPlace, MINUTE, SECOND } from './conversation-place';
import { START } from '../fake-browser';
import { aMeansPlace } from './means-place';

const offline = { error: 'login-required', retryAfter: 0 } as const;
const unreachable = { error: 'unavailable', retryAfter: 0 } as const;

describe('A visitor starts a conversation', () => {
  it('and reads their own message at once, then that it was delivered', async () => {
    const { time, desk, startedPage } = aConversationPlace();
    const { state } = await startedPage();
    expect(state().transcript.lines).toMatchObject([{ n: 1, text: 'Hello' }]);
    desk.add({ kind: 'delivered', of: 1 });
    await time.advance(5 * SECOND);
    expect(state().transcript.lines).toMatchObject([{ n: 1, delivery: 'delivered' }]);
  });

  it('knows from the answer whether answers come by e-mail', async () => {
    const { desk, startedPage } = aConversationPlace();
    expect((await startedPage()).state().saved).toMatchObject({ byMail: false });
    desk.email = 'cara@example.com';
    expect((await startedPage('Once more')).state().saved).toMatchObject({ byMail: true });
  });

  it('C4: is told when the last agent has left; nothing was sent, and the next attempt counts', async () => {
    const { time, desk, openPage } = aConversationPlace();
    const { conversation, state } = openPage();
    desk.failure = offline;
    const started = conversation.start({ message: 'Hello' });
    await time.advance(SECOND);
    expect(await started).toBe(false);
    expect(state()).toMatchObject({ saved: null, failure: offline, starting: false });
    desk.failure = 'none';
    const again = conversation.start({ message: 'Hello', name: 'Cara', email: 'cara@example.com' });
    await time.advance(SECOND);
    expect(await again).toBe(true);
    expect(state().failure).toBeUndefined();
  });

  it('starts one conversation, however often the answer is lost on its way', async () => {
    const { time, desk, browser, openPage } = aConversationPlace();
    const page = openPage();
    desk.failure = 'lost';
    for (let attempt = 0; attempt < 3; attempt++) {
      void page.conversation.start({ message: 'Hello' });
      await time.advance(SECOND);
    }
    page.conversation.stop();
    page.tab.close();
    desk.failure = 'none';
    // Also when the visitor tries again on the next page of the same tab.
    const next = openPage({ tab: browser.open({ session: page.tab.session }) });
    void next.conversation.start({ message: 'Hello' });
    await time.advance(5 * SECOND);
    expect(next.texts()).toEqual(['Hello']);
    expect(desk.starts).toHaveLength(4);
  });

  it('a text that was changed in between is another message', async () => {
    const { time, desk, openPage } = aConversationPlace();
    const { conversation, texts } = openPage();
    desk.failure = unreachable;
    void conversation.start({ message: 'Helo' });
    await time.advance(SECOND);
    desk.failure = 'none';
    void conversation.start({ message: 'Hello' });
    await time.advance(SECOND);
    expect(texts()).toEqual(['Hello']);
  });

  it('a second press while the first is on its way starts nothing', async () => {
    const { time, desk, openPage } = aConversationPlace();
    const { conversation } = openPage();
    void conversation.start({ message: 'Hello' });
    expect(await conversation.start({ message: 'Hello' })).toBe(false);
    await time.advance(MINUTE);
    expect(desk.starts).toHaveLength(1);
  });
});

const unseen = (): void => undefined;

describe('The first message by itself', () => {
  it('leaves a record of what is known now, and asks for more when the server says', async () => {
    const { time, desk, means, record } = aMeansPlace();
    desk.next = 10;
    const started = startConversation(means, record, { message: 'Hello' }, unseen);
    await time.advance(SECOND);
    await started;
    expect(record).toMatchObject({ saved: { id: 'conversation-1', seen: 0 }, caughtUp: true });
    expect(record.transcript.lines).toMatchObject([{ n: 1, text: 'Hello', clientMessageId: 'message-1' }]);
    expect(record.due).toBe(START + 100 + 30 * SECOND);
  });

  it('that was refused leaves none, and says why', async () => {
    const { time, desk, means, record } = aMeansPlace();
    desk.failure = offline;
    const refused = startConversation(means, record, { message: 'Hello' }, unseen).catch(
      (thrown: unknown) => thrown,
    );
    await time.advance(SECOND);
    expect(await refused).toMatchObject(offline);
    expect(record).toMatchObject({ saved: null, transcript: { n: 0 }, due: 0 });
  });

  it('has one name over all attempts, and the same text another once it was taken', async () => {
    const { time, desk, means, record } = aMeansPlace();
    const names: string[] = [];
    const client = {
      ...desk,
      start(opening: Opening) {
        names.push(opening.clientMessageId);
        return desk.start(opening);
      },
    };
    desk.failure = 'lost';
    for (let attempt = 0; attempt < 3; attempt++) {
      if (attempt > 0) desk.failure = 'none';
      void startConversation({ ...means, client }, record, { message: 'Hello' }, unseen).catch(
        () => undefined,
      );
      await time.advance(SECOND);
    }
    expect(names).toEqual(['message-1', 'message-1', 'message-2']);
  });
});
