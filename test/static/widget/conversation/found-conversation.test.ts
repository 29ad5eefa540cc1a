import { describe, expect, it } from 'vitest';
import { comeBackTo } from '../../../../static/widget/portal/come-back-to';
import { createMemoryStore } from '../../../../static/widget/portal/memory-store';
import { aConversationPlace, SECOND, type ConversationPage } from './conversation-place';
import type { FakeTab } from '../fake-browser';

/** A tab that may store nothing, whose frame learnt from the server which conversation there is. */
function foundBy(tab: FakeTab, ended = false): FakeTab {
  const local = createMemoryStore();
  comeBackTo(local, 'widget', { id: 'conversation-1', ended });
  return { ...tab, env: { ...tab.env, local, session: undefined } };
}

async function spokenElsewhere(): Promise<
  ReturnType<typeof aConversationPlace> & { first: ConversationPage }
> {
  const place = aConversationPlace();
  const first = await place.startedPage();
  first.tab.close();
  return { ...place, first };
}

describe('A conversation that was found by account', () => {
  it('is read from the beginning and goes on', async () => {
    const { time, desk, browser, openPage } = await spokenElsewhere();
    desk.agentSays('Hello, Ann here');
    const next = openPage({ tab: foundBy(browser.open()) });
    await time.advance(SECOND);
    expect(next.texts()).toEqual(['Hello', 'Hello, Ann here']);
    next.conversation.send('There you are');
    await time.advance(SECOND);
    expect(desk.sends).toMatchObject([{ text: 'There you are' }]);
    expect(next.told.map(({ text }) => text)).toEqual(['There you are']);
  });

  it('counts as not read what agents said after the visitor’s last word, until the panel is opened', async () => {
    const { time, desk, browser, openPage } = await spokenElsewhere();
    desk.agentSays('What is the number?');
    desk.add({ kind: 'message', from: 'visitor', text: '17', clientMessageId: null });
    desk.add({ kind: 'delivered', of: 3 });
    const next = openPage({ tab: foundBy(browser.open()), open: false });
    await time.advance(SECOND);
    expect(next.state().unread).toBe(0);
    desk.agentSays('Thank you');
    desk.agentSays('It is on its way');
    const another = openPage({ tab: foundBy(browser.open()), open: false });
    await time.advance(40 * SECOND);
    expect(another.state().unread).toBe(2);
    another.conversation.show(true);
    await time.advance(SECOND);
    another.conversation.show(false);
    expect(another.state()).toMatchObject({ unread: 0, saved: { seen: 6 } });
  });

  it('is left alone once it has ended, and read when the panel is opened', async () => {
    const { time, desk, browser, openPage } = await spokenElsewhere();
    desk.agentSays('Done');
    desk.add({ kind: 'ended' });
    const before = desk.polls.length;
    const next = openPage({ tab: foundBy(browser.open(), true), open: false });
    await time.advance(60 * SECOND);
    expect(desk.polls).toHaveLength(before);
    next.conversation.show(true);
    await time.advance(SECOND);
    expect(next.texts()).toEqual(['Hello', 'Done', '']);
    expect(next.state().transcript.ended).toBe(true);
  });

  it('tells the server when it is left for a new one, once', async () => {
    const { time, desk, browser, openPage } = await spokenElsewhere();
    const left: string[] = [];
    desk.leave = (id) => void left.push(id);
    const next = openPage({ tab: foundBy(browser.open()) });
    await time.advance(SECOND);
    next.conversation.leave();
    next.conversation.leave();
    expect(left).toEqual(['conversation-1']);
    void next.conversation.start({ message: 'Another thing' });
    await time.advance(SECOND);
    expect(next.state().saved?.id).toBe('conversation-2');
    expect(left).toHaveLength(1);
  });

  it('is the same in all tabs, also where the browser lets them store nothing', async () => {
    const { time, browser, openPage } = await spokenElsewhere();
    const pages = [openPage({ tab: foundBy(browser.open()) }), openPage({ tab: foundBy(browser.open()) })];
    await time.advance(SECOND);
    pages[0]?.conversation.send('from the first');
    await time.advance(SECOND);
    for (const page of pages) expect(page.texts()).toEqual(['Hello', 'from the first']);
    // And somebody who starts anew does so in all of them.
    pages[1]?.conversation.leave();
    await time.advance(SECOND);
    for (const page of pages) expect(page.state().saved).toBeNull();
  });
});
