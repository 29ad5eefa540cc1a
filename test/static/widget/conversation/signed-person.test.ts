import { describe, expect, it } from 'vitest';
import { createConversation, type Conversation } from '../../../../static/widget/conversation/conversation';
import { markOf, signedIn } from '../../../../static/widget/conversation/page-visitor';
import type { FakeTab } from '../fake-browser';
import { aConversationPlace, SECOND } from './conversation-place';
import { loadedSteps } from './loaded-steps';

const tokenOf = (claims: object): string =>
  `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

/** A server that gives a signed person what they have, and a browser. */
function aPlace() {
  const place = aConversationPlace();
  const { desk, time, browser } = place;
  const own = new Map<string, string>();
  const asked: string[] = [];
  let failure: object | undefined;
  let ids = 0;

  function open(person: string, tab: FakeTab = browser.open()): Conversation {
    const client = {
      ...desk,
      async start(opening: Parameters<typeof desk.start>[0]) {
        const started = await desk.start(opening);
        own.set(person, started.conversationId);
        return { ...started, visitor: { kind: 'signed' as const, name: person, email: null } };
      },
      async current(identity: string) {
        asked.push(identity);
        await Promise.resolve();
        const conversationId = own.get(identity);
        if (failure) throw Object.assign(new Error('failed'), failure);
        if (conversationId === undefined) return { conversationId: null };
        const visitor = { kind: 'signed' as const, name: person, email: null };
        return { conversationId, token: 'secret', visitor, ended: false };
      },
    };
    const conversation = createConversation(
      {
        env: tab.env,
        name: `widget:${markOf(person)}`,
        client,
        newId: () => `message-${++ids}`,
        steps: loadedSteps,
        identity: () => person,
      },
      { onUpdate: () => undefined, onMessage: () => undefined, onReturned: () => undefined },
    );
    conversation.show(true);
    return conversation;
  }
  const texts = (conversation: Conversation): string[] =>
    conversation.state().transcript.lines.map(({ text }) => text);
  return {
    ...place,
    open,
    texts,
    asked,
    time,
    fail: (how: object | undefined) => (failure = how),
  };
}

describe('A chat of somebody whom the web site has signed in', () => {
  it('is kept in memory only: neither its key nor its texts are in the browser (T3)', async () => {
    const { open, time, browser } = aPlace();
    const tab = browser.open();
    const alices = open('alice', tab);
    void alices.start({ message: 'my salary' });
    await time.advance(5 * SECOND);
    expect(alices.state().saved).toMatchObject({ token: 'secret', signed: true });
    const stored = JSON.stringify([...browser.local, ...tab.session]);
    for (const secret of ['secret', 'my salary', 'alice', 'conversation-1'])
      expect(stored).not.toContain(secret);
  });

  it('comes back from the server on the next page and in another browser, and not to anybody else (T3)', async () => {
    const { open, time, texts } = aPlace();
    void open('alice').start({ message: 'my salary' });
    await time.advance(5 * SECOND);
    const again = open('alice');
    const bobs = open('bob');
    await time.advance(5 * SECOND);
    expect(texts(again)).toEqual(['my salary']);
    expect(bobs.state()).toMatchObject({ saved: null, unread: 0 });
    expect(texts(bobs)).toEqual([]);
  });

  it('goes on in it where it was begun on another device meanwhile, instead of a second one (T3)', async () => {
    const { open, desk, time, texts } = aPlace();
    const here = open('alice');
    await time.advance(SECOND);
    void open('alice').start({ message: 'from my phone' });
    await time.advance(5 * SECOND);
    void here.start({ message: 'from my desk' });
    await time.advance(5 * SECOND);
    expect(desk.starts).toHaveLength(1);
    expect(texts(here)).toEqual(['from my phone', 'from my desk']);
  });

  it('that was left for a new one does not come back by itself (T3)', async () => {
    const { open, desk, time } = aPlace();
    const alices = open('alice');
    void alices.start({ message: 'first' });
    await time.advance(5 * SECOND);
    alices.leave();
    void alices.start({ message: 'second' });
    await time.advance(5 * SECOND);
    expect(desk.starts).toHaveLength(2);
  });

  it('is not begun twice because the server could not say that there is one (T3)', async () => {
    const { open, desk, time, fail } = aPlace();
    void open('alice').start({ message: 'first' });
    await time.advance(5 * SECOND);
    fail({ error: 'unavailable', retryAfter: 0 });
    const again = open('alice');
    void again.start({ message: 'second' });
    await time.advance(SECOND);
    expect(desk.starts).toHaveLength(1);
    expect(again.state()).toMatchObject({ saved: null, failure: { error: 'unavailable' } });
  });

  it('tells nobody of an answer that comes after they have signed out (T3)', async () => {
    const { open, desk, time, browser } = aPlace();
    const tab = browser.open();
    const alices = open('alice', tab);
    void alices.start({ message: 'my salary' });
    await time.advance(5 * SECOND);
    const polls = desk.polls.length;
    alices.stop();
    desk.agentSays('it is 4711');
    await time.advance(60 * SECOND);
    expect(alices.state().transcript.lines).toHaveLength(1);
    expect(desk.polls.length - polls).toBeLessThanOrEqual(1);
  });
});

describe('Whom the web site has signed in', () => {
  it.each([
    [undefined, ''],
    [null, ''],
    [{ name: 'A', email: 'a@example.com' }, ''],
    [{ token: tokenOf({ sub: 'alice', iat: 1 }) }, 'alice.'],
    [{ token: tokenOf({ sub: 'alice', iat: 2 }) }, 'alice.'],
    [{ token: tokenOf({ sub: 'al?>ice~~' }) }, 'al?>ice~~.'],
    [{ token: 'nonsense' }, '.'],
  ])('is told by the token’s subject, whatever else is in it (T3): %j', (visitor, person) => {
    expect(signedIn(visitor)).toBe(person);
  });

  it('has another mark than somebody else, which does not tell who it is (T3)', () => {
    const people = Array.from({ length: 2_000 }, (_, index) => `person-${String(index)}`);
    expect(new Set(people.map(markOf)).size).toBe(people.length);
    for (const person of people.slice(0, 20)) expect(markOf(person)).toMatch(/^[a-z0-9]{1,7}$/);
  });
});
