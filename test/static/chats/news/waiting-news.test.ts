import type { FlagOptions } from '@forge/bridge';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Waiting, WaitingChat } from '../../../../src/contract/inbox';
import type { Turn } from '../../../../static/app/browser/turn';
import { createWaitingNews } from '../../../../static/chats/news/waiting-news';
import { createServerClock } from '../../../../static/app/server-clock';
import { createTexts } from '../../../../static/app/texts';
import english from '../../../../locales/en-US.json';
import { at } from '../../availability/panel-builder';

const texts = createTexts('en-US', (key) => {
  const [section = '', name = ''] = key.split('.');
  return (english as Record<string, Record<string, string>>)[section]?.[name] ?? key;
});

const chat = (overrides: Partial<WaitingChat> = {}): WaitingChat => ({
  conversationId: 'one',
  customer: 'Cara',
  line: 'Hello',
  since: at(0),
  lastAt: at(0),
  isNew: false,
  ...overrides,
});

const dora = chat({ conversationId: 'two', customer: 'Dora' });
const chats = (...ids: string[]) => ids.map((conversationId) => chat({ conversationId }));

const inSupport = (waiting: WaitingChat[], anonymousName = ''): Waiting => ({
  now: at(0),
  projects: [
    {
      projectId: '1',
      projectName: 'Support',
      anonymousName,
      online: true,
      count: waiting.length,
      isMore: false,
      longestSince: at(0),
      chats: waiting,
    },
  ],
});

const turn = (has: () => boolean): Turn => ({ take: () => undefined, leave: () => undefined, has });

/** A window of Ann's browser. */
function aWindow() {
  let waiting = inSupport([]);
  let read: string | null = null;
  const has = { shows: true, listens: true };
  const shown: (FlagOptions & { closed?: true })[] = [];
  const opened: string[] = [];
  const rung: string[][] = [];
  const known: Waiting[] = [];
  const clock = createServerClock(() => 0);
  clock.set(at(0));
  const news = createWaitingNews({
    texts,
    clock,
    call: async () => ({ ok: true, value: waiting }) as never,
    showFlag: (options) => {
      const flag: FlagOptions & { closed?: true } = { ...options };
      shown.push(flag);
      return { close: async () => (flag.closed = true) };
    },
    shows: turn(() => has.shows),
    listens: turn(() => has.listens),
    sound: { play: async (ids) => void rung.push(ids) },
    isRead: async (conversationId) => conversationId === read,
    openChats: (projectId, conversationId) => opened.push(`${projectId} ${conversationId}`),
    onWaiting: (told) => known.push(told),
  });
  return {
    ...news,
    shown,
    opened,
    rung,
    known,
    has,
    reads: (conversationId: string) => (read = conversationId),
    hears: async (...heard: WaitingChat[]) => {
      waiting = inSupport(heard);
      await news.tell();
    },
    hearsOfGuests: async (...heard: WaitingChat[]) => {
      waiting = inSupport(heard, 'Guest');
      await news.tell();
    },
    titles: () => shown.filter(({ closed }) => !closed).map(({ title }) => title),
  };
}

let sound: string | null;
beforeEach(() => {
  sound = null;
  vi.stubGlobal('localStorage', { getItem: () => sound });
  return () => vi.unstubAllGlobals();
});

describe('D1: a chat that waits', () => {
  test('has a flag that names the customer and the project, and opens the chat', async () => {
    const window = aWindow();
    await window.hears(chat());
    expect(window.titles()).toEqual(['Cara in Support: Hello']);
    window.shown[0]?.actions?.[0]?.onClick();
    expect(window.opened).toEqual(['1 one']);
    expect(window.titles()).toEqual([]);
  });

  test('of any age, the longest wait first', async () => {
    const window = aWindow();
    await window.hears(dora, chat({ since: at(-24 * 60), lastAt: at(-24 * 60) }));
    expect(window.titles()).toEqual(['Cara in Support: Hello', 'Dora in Support: Hello']);
  });

  test('of a visitor without a name has the project’s word for them', async () => {
    const window = aWindow();
    await window.hearsOfGuests(chat({ customer: null }));
    expect(window.titles()).toEqual(['Guest in Support: Hello']);
  });

  test('and has just begun says so, and from whom', async () => {
    const window = aWindow();
    await window.hears(chat({ isNew: true }), chat({ conversationId: 'two', isNew: true, customer: null }));
    expect(window.titles()).toEqual(['New chat from Cara in Support: Hello', 'New chat in Support: Hello']);
  });

  test('has one flag on the page as long as nothing more is said in it, and a new one in its place then', async () => {
    const window = aWindow();
    await window.hears(chat());
    await window.hears(chat());
    expect(window.shown).toHaveLength(1);
    await window.hears(chat({ line: 'Anybody?', lastAt: at(1) }));
    expect(window.titles()).toEqual(['Cara in Support: Anybody?']);
  });

  test('has none where it is being read, nor later on that page', async () => {
    const window = aWindow();
    window.reads('one');
    await window.hears(chat(), dora);
    window.reads('');
    await window.hears(chat(), dora);
    expect(window.titles()).toEqual(['Dora in Support: Hello']);
  });

  test('loses it when the chat is opened', async () => {
    const window = aWindow();
    await window.hears(chat(), dora);
    window.close('one');
    expect(window.titles()).toEqual(['Dora in Support: Hello']);
  });

  test('loses it when it waits no more, whoever replied and wherever, and has one again when the customer writes again', async () => {
    const window = aWindow();
    await window.hears(chat(), dora);
    await window.hears(dora);
    expect(window.titles()).toEqual(['Dora in Support: Hello']);
    await window.hears(dora, chat({ line: 'One more thing', lastAt: at(1) }));
    expect(window.titles()).toEqual(['Dora in Support: Hello', 'Cara in Support: One more thing']);
  });

  test('makes one flag with more than three at once, which says how many are left and opens one of them', async () => {
    const window = aWindow();
    await window.hears(...chats('1', '2', '3', '4'));
    expect(window.titles()).toEqual(['4 chats are waiting for a reply']);
    await window.hears(...chats('2', '4'));
    expect(window.titles()).toEqual(['2 chats are waiting for a reply']);
    window.shown.at(-1)?.actions?.[0]?.onClick();
    expect(window.opened).toEqual(['1 2']);
    expect(window.titles()).toEqual([]);
  });

  test('adds to that flag with many others', async () => {
    const window = aWindow();
    await window.hears(...chats('1', '2', '3', '4'));
    await window.hears(...chats('2', '3', '4', '5', '6', '7', '8'));
    expect(window.titles()).toEqual(['7 chats are waiting for a reply']);
    await window.hears();
    expect(window.titles()).toEqual([]);
  });
});

describe('D1: of several windows', () => {
  test('one shows the flags; the next has them when it is its turn', async () => {
    const window = aWindow();
    window.has.shows = false;
    await window.hears(chat());
    expect(window.titles()).toEqual([]);
    expect(window.known).toHaveLength(1);
    window.has.shows = true;
    await window.showAgain();
    expect(window.titles()).toEqual(['Cara in Support: Hello']);
  });

  test('one whose turn is over takes back what is no longer true', async () => {
    const window = aWindow();
    await window.hears(chat(), dora);
    window.has.shows = false;
    await window.hears(dora, chat({ conversationId: 'three' }));
    expect(window.titles()).toEqual(['Dora in Support: Hello']);
  });
});

describe('D1: the sound', () => {
  test('is off until somebody wants it, and one for all that come together', async () => {
    const window = aWindow();
    await window.hears(chat());
    expect(window.rung).toEqual([]);
    expect(window.listensHidden()).toBe(false);
    sound = 'on';
    await window.hears(chat(), dora);
    expect(window.rung).toEqual([[`one ${at(0)}`, `two ${at(0)}`]]);
  });

  test('is made by the one window that listens, hidden or not', async () => {
    sound = 'on';
    const window = aWindow();
    window.has.shows = false;
    expect(window.listensHidden()).toBe(true);
    await window.hears(chat());
    window.has.listens = false;
    await window.hears(chat(), dora);
    expect(window.rung).toHaveLength(1);
  });

  test('is not for what was said minutes ago, nor for what is being read', async () => {
    sound = 'on';
    const window = aWindow();
    window.reads('two');
    await window.hears(chat({ lastAt: at(-4) }), dora);
    expect(window.rung).toEqual([]);
  });
});
