import { describe, expect, test } from 'vitest';
import { browserStore } from '../../../../static/app/browser/browser-store';
import { createDrafts } from '../../../../static/chats/conversation/drafts';

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

const storeIn = (sessionStorage: Storage) =>
  browserStore('sessionStorage', { sessionStorage, localStorage: storage() });

const denied = browserStore('sessionStorage', {
  localStorage: storage(),
  get sessionStorage(): Storage {
    throw new DOMException('denied', 'SecurityError');
  },
});

describe('what was typed', () => {
  test('is kept per chat, also over a reload', () => {
    const kept = storage();
    const drafts = createDrafts('ann', storeIn(kept));
    drafts.write('one', 'Hello');
    drafts.write('two', 'Bye');
    const reloaded = createDrafts('ann', storeIn(kept));
    expect([reloaded.read('one'), reloaded.read('two'), reloaded.read('three')]).toEqual([
      'Hello',
      'Bye',
      '',
    ]);
  });

  test('is nobody else’s, and leaves nothing behind once sent', () => {
    const kept = storage();
    const drafts = createDrafts('ann', storeIn(kept));
    drafts.write('one', 'Hello');
    expect(createDrafts('bo', storeIn(kept)).read('one')).toBe('');
    drafts.write('one', '');
    expect(kept.length).toBe(0);
  });

  test('is kept as long as the page lives where storage is denied', () => {
    const drafts = createDrafts('ann', denied);
    let told = 0;
    drafts.subscribe(() => (told += 1));
    drafts.write('one', 'Hello');
    expect(drafts.read('one')).toBe('Hello');
    expect(told).toBe(1);
  });
});
