import { describe, expect, test } from 'vitest';
import { browserStore } from '../../../../static/app/browser/browser-store';
import { createDrafts } from '../../../../static/chats/conversation/drafts';

const DAY = 24 * 60 * 60_000;

function storage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  };
}

/** A browser, and tabs of it that hear what the others store. */
function aBrowser() {
  const localStorage = storage();
  const time = { now: 0 };
  const tabs: ((key: string) => void)[] = [];
  return {
    localStorage,
    time,
    tab(accountId = 'ann', sessionStorage = storage()) {
      const stored = { localStorage, sessionStorage };
      const mine = tabs.length;
      const store = browserStore('localStorage', stored);
      return createDrafts(accountId, {
        store: {
          ...store,
          write: (key, value) => {
            const isKept = store.write(key, value);
            tabs.forEach((hear, index) => index !== mine && hear(key));
            return isKept;
          },
        },
        before: browserStore('sessionStorage', stored),
        now: () => time.now,
        onOtherTab: (hear) => tabs.push(hear),
      });
    },
  };
}

describe('what was typed (D6)', () => {
  test('is kept per chat, a reply and a note apart, also over a reload', () => {
    const browser = aBrowser();
    const drafts = browser.tab();
    drafts.write('one', 'reply', 'Hello');
    drafts.write('one', 'note', 'Between us');
    drafts.write('two', 'reply', 'Bye');
    const reloaded = browser.tab();
    expect(reloaded.read('one', 'reply')).toBe('Hello');
    expect(reloaded.read('one', 'note')).toBe('Between us');
    expect(reloaded.read('two', 'reply')).toBe('Bye');
    expect(reloaded.read('two', 'note')).toBe('');
  });

  test('is nobody else’s, and leaves nothing behind once sent', () => {
    const browser = aBrowser();
    const drafts = browser.tab();
    drafts.write('one', 'reply', 'Hello');
    expect(browser.tab('bo').read('one', 'reply')).toBe('');
    drafts.write('one', 'reply', '');
    expect(browser.localStorage.length).toBe(0);
  });

  test('is what was typed last, in whichever tab; a field that is typed in is left alone until it is left', () => {
    const browser = aBrowser();
    const [one, two] = [browser.tab(), browser.tab()];
    one.write('one', 'reply', 'Hello');
    expect(two.read('one', 'reply')).toBe('Hello');
    two.hold({ conversationId: 'one', kind: 'reply' });
    two.write('one', 'reply', 'Hello there');
    expect(one.read('one', 'reply')).toBe('Hello there');
    browser.time.now = 1;
    one.write('one', 'reply', 'Good morning');
    expect(two.read('one', 'reply')).toBe('Hello there');
    two.hold(null);
    expect(two.read('one', 'reply')).toBe('Good morning');
  });

  test('goes from every tab when it is sent from one, except from a field that is typed in', () => {
    const browser = aBrowser();
    const [one, two] = [browser.tab(), browser.tab()];
    two.write('one', 'reply', 'Hello');
    two.write('two', 'reply', 'Bye');
    two.hold({ conversationId: 'two', kind: 'reply' });
    one.write('one', 'reply', '');
    one.write('two', 'reply', '');
    expect(two.read('one', 'reply')).toBe('');
    expect(two.read('two', 'reply')).toBe('Bye');
  });

  test('is kept for thirty days, the newest hundred of them', () => {
    const browser = aBrowser();
    const drafts = browser.tab();
    drafts.write('old', 'reply', 'Hello');
    browser.time.now = 30 * DAY;
    for (let chat = 0; chat < 100; chat++) drafts.write(String(chat), 'note', 'Hello');
    expect(browser.tab().read('99', 'note')).toBe('Hello');
    expect(browser.localStorage.length).toBe(100);
    browser.time.now = 61 * DAY;
    browser.tab();
    expect(browser.localStorage.length).toBe(0);
  });

  test('in the tab of the version before is there, until it is typed anew', () => {
    const browser = aBrowser();
    const tab = storage();
    tab.setItem('frontdesk.draft.ann.one', 'Half a sen');
    const drafts = browser.tab('ann', tab);
    expect(drafts.read('one', 'reply')).toBe('Half a sen');
    expect(drafts.read('one', 'note')).toBe('');
    drafts.write('one', 'reply', '');
    expect(tab.length).toBe(0);
    expect(drafts.read('one', 'reply')).toBe('');
  });

  test('that is stored by somebody else is no draft', () => {
    const browser = aBrowser();
    for (const nonsense of ['Hello', '{', 'null', '{"text":1,"at":2}'])
      browser.localStorage.setItem('frontdesk.draft.ann.one.reply', nonsense);
    expect(browser.tab().read('one', 'reply')).toBe('');
  });

  test('is kept as long as the page lives where storage is denied, and says so', () => {
    const denied = browserStore('localStorage', {
      sessionStorage: storage(),
      get localStorage(): Storage {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const drafts = createDrafts('ann', {
      store: denied,
      before: denied,
      now: () => 0,
      onOtherTab: () => undefined,
    });
    let told = 0;
    drafts.subscribe(() => (told += 1));
    drafts.write('one', 'reply', 'Hello');
    expect(drafts.read('one', 'reply')).toBe('Hello');
    expect(told).toBe(1);
    expect([drafts.isKept('one', 'reply'), drafts.hasUnkept()]).toEqual([false, true]);
    drafts.write('one', 'reply', '');
    expect([drafts.isKept('one', 'reply'), drafts.hasUnkept()]).toEqual([true, false]);
  });
});
