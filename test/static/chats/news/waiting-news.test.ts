import type { FlagOptions } from '@forge/bridge';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { NewMessages } from '../../../../src/contract/inbox';
import { createNewMessageFlags } from '../../../../static/chats/news/new-message-flags';
import { createStorageClaims } from '../../../../static/app/claims/storage-claims';
import { createServerClock } from '../../../../static/app/server-clock';
import { createTexts } from '../../../../static/app/texts';
import english from '../../../../locales/en-US.json';
import { at } from '../../availability/panel-builder';

const texts = createTexts('en-US', (key) => {
  const [section = '', name = ''] = key.split('.');
  return (english as Record<string, Record<string, string>>)[section]?.[name] ?? key;
});

type News = NewMessages['messages'][number];
const news = (overrides: Partial<News> = {}): News => ({
  conversationId: 'one',
  projectId: '1',
  projectName: 'Support',
  customer: 'Cara',
  anonymousName: '',
  line: 'Hello',
  at: at(0),
  isNew: false,
  ...overrides,
});

/** A window of Ann's browser; windows with the same claims are of the same browser. */
function aWindow(claims = memoryClaims()) {
  let messages: News[] = [];
  let settled: string[] = [];
  let read: string | null = null;
  const asked: string[] = [];
  let flagged: string[] | undefined;
  const shown: (FlagOptions & { closed?: true })[] = [];
  const opened: string[] = [];
  let sounds = 0;
  const clock = createServerClock(() => 0);
  clock.set(at(0));
  const flags = createNewMessageFlags({
    texts,
    clock,
    shownOnce: claims,
    call: async (_, payload) => {
      const question = payload as { since: string; flagged?: string[] };
      asked.push(question.since);
      ({ flagged } = question);
      return { ok: true, value: { now: at(0), messages, settled } } as never;
    },
    showFlag: (options) => {
      const flag: FlagOptions & { closed?: true } = { ...options };
      shown.push(flag);
      return { close: async () => (flag.closed = true) };
    },
    isRead: async (conversationId) => conversationId === read,
    openChats: (projectId, conversationId) => opened.push(`${projectId} ${conversationId}`),
    playSound: () => (sounds += 1),
  });
  return {
    asked,
    shown,
    opened,
    close: flags.close,
    areShown: flags.areShown,
    flagged: () => flagged,
    /** Somebody saw to these chats. */
    hearsSettled: async (...ids: string[]) => {
      messages = [];
      settled = ids;
      await flags.tell();
      settled = [];
    },
    sounds: () => sounds,
    reads: (conversationId: string) => (read = conversationId),
    hears: async (...heard: News[]) => {
      messages = heard;
      await flags.tell();
    },
    titles: () => shown.filter(({ closed }) => !closed).map(({ title }) => title),
  };
}

function memoryClaims() {
  let stored: string | null = null;
  const store = {
    read: () => stored,
    write: (value: string) => {
      stored = value;
      return true;
    },
    exclusively: async <T>(work: () => T) => work(),
  };
  return createStorageClaims(store, 60_000);
}

let sound: string | null;
beforeEach(() => {
  sound = null;
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('localStorage', { getItem: () => sound });
  return () => vi.unstubAllGlobals();
});

describe('a new message', () => {
  test('raises a flag that names the customer and the project, and opens the chat', async () => {
    const window = aWindow();
    await window.hears(news());
    expect(window.titles()).toEqual(['Cara in Support: Hello']);
    window.shown[0]?.actions?.[0]?.onClick();
    expect(window.opened).toEqual(['1 one']);
    expect(window.titles()).toEqual([]);
  });

  test('of a visitor without a name has the project’s word for them', async () => {
    const window = aWindow();
    await window.hears(news({ customer: null, anonymousName: 'Guest' }));
    await window.hears(news({ conversationId: 'two', customer: null }));
    expect(window.titles()).toEqual(['Guest in Support: Hello', 'Visitor in Support: Hello']);
  });

  test('that begins a chat says so, and from whom', async () => {
    const window = aWindow();
    await window.hears(news({ isNew: true }), news({ conversationId: 'two', isNew: true, customer: null }));
    expect(window.titles()).toEqual(['New chat from Cara in Support: Hello', 'New chat in Support: Hello']);
  });

  test('is told in one window of a browser, once', async () => {
    const claims = memoryClaims();
    const [first, second] = [aWindow(claims), aWindow(claims)];
    await Promise.all([first.hears(news()), second.hears(news())]);
    await first.hears(news());
    expect([...first.titles(), ...second.titles()]).toHaveLength(1);
  });

  test('takes the place of the flag before it of the same chat', async () => {
    const window = aWindow();
    await window.hears(news());
    await window.hears(news({ line: 'Anybody?', at: at(1) }));
    expect(window.titles()).toEqual(['Cara in Support: Anybody?']);
  });

  test('of the chat that is being read raises none', async () => {
    const window = aWindow();
    window.reads('one');
    await window.hears(news(), news({ conversationId: 'two', customer: 'Dora' }));
    expect(window.titles()).toEqual(['Dora in Support: Hello']);
  });

  test('loses its flag when the chat is opened', async () => {
    const window = aWindow();
    await window.hears(news(), news({ conversationId: 'two', customer: 'Dora' }));
    window.close('one');
    expect(window.titles()).toEqual(['Dora in Support: Hello']);
  });

  test('in more than three chats at once makes one flag', async () => {
    const window = aWindow();
    await window.hears(...['1', '2', '3', '4'].map((conversationId) => news({ conversationId })));
    expect(window.titles()).toEqual(['4 chats have new messages']);
  });

  test('in many chats again adds to that flag, without those that were seen to', async () => {
    const window = aWindow();
    const chats = (...ids: string[]) => ids.map((conversationId) => news({ conversationId }));
    await window.hears(...chats('1', '2', '3', '4'));
    await window.hearsSettled('1');
    await window.hears(...chats('5', '6', '7', '8'));
    expect(window.titles()).toEqual(['7 chats have new messages']);
  });

  test('that was read while it came is not told later, when the chat is not open any more', async () => {
    const window = aWindow();
    window.reads('one');
    await window.hears(news());
    window.reads('');
    await window.hears(news());
    expect(window.titles()).toEqual([]);
  });

  test('is left to a window that somebody looks at', async () => {
    vi.stubGlobal('document', { visibilityState: 'hidden' });
    const window = aWindow();
    await window.hears(news());
    expect(window.asked).toEqual([]);
  });
});

describe('a flag whose chat was seen to', () => {
  test('goes by itself, whoever answered and wherever', async () => {
    const window = aWindow();
    await window.hears(news(), news({ conversationId: 'two', customer: 'Dora' }));
    await window.hearsSettled('one');
    expect(window.flagged()).toEqual(['one', 'two']);
    expect(window.titles()).toEqual(['Dora in Support: Hello']);
    await window.hearsSettled('two');
    expect(window.flagged()).toEqual(['two']);
    expect(window.areShown()).toBe(false);
  });

  test('is not asked about again', async () => {
    const window = aWindow();
    await window.hears(news());
    await window.hearsSettled('one');
    await window.hears();
    expect(window.flagged()).toBeUndefined();
  });

  test('comes anew when the customer writes again', async () => {
    const window = aWindow();
    await window.hears(news());
    await window.hearsSettled('one');
    await window.hears(news({ line: 'One more thing', at: at(1) }));
    expect(window.titles()).toEqual(['Cara in Support: One more thing']);
  });

  test('that is about several chats goes with the last of them, and opens one that still waits', async () => {
    const window = aWindow();
    const four = ['1', '2', '3', '4'].map((conversationId) => news({ conversationId }));
    await window.hears(...four);
    await window.hearsSettled('1', '3');
    expect(window.titles()).toEqual(['4 chats have new messages']);
    window.shown[0]?.actions?.[0]?.onClick();
    expect(window.opened).toEqual(['1 2']);
    expect(window.areShown()).toBe(false);

    const other = aWindow();
    await other.hears(...four);
    await other.hearsSettled('1', '2', '3');
    await other.hearsSettled('4');
    expect(other.titles()).toEqual([]);
  });
});

test('a flag about several chats goes when the last of them is opened', async () => {
  const window = aWindow();
  await window.hears(...['1', '2', '3', '4'].map((conversationId) => news({ conversationId })));
  for (const conversationId of ['1', '2', '3']) window.close(conversationId);
  expect(window.areShown()).toBe(true);
  window.close('4');
  expect(window.titles()).toEqual([]);
});

describe('the question for new messages', () => {
  test('always goes a minute back: a message is listed some moments after it was stored, and told once', async () => {
    const window = aWindow();
    await window.hears();
    await window.hears(news({ at: at(-0.5) }));
    await window.hears(news({ at: at(-0.5) }));
    expect(window.asked).toEqual([at(-1), at(-1), at(-1)]);
    expect(window.shown).toHaveLength(1);
  });
});

describe('the sound', () => {
  test('is off until somebody wants it', async () => {
    const window = aWindow();
    await window.hears(news());
    expect(window.sounds()).toBe(0);
    sound = 'on';
    await window.hears(news({ at: at(1) }), news({ conversationId: 'two', at: at(1) }));
    expect(window.sounds()).toBe(1);
  });
});
