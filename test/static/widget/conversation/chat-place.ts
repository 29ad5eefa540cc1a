import { createChat, type Chat, type ChatState } from '../../../../static/widget/conversation/chat';
import type { Line } from '../../../../static/widget/conversation/transcript';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from '../fake-browser';
import { createFakeConversations, type FakeConversations } from './fake-conversations';
import { createSimulatedTime, type SimulatedTime } from '../simulated-time';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

export interface ChatPage {
  tab: FakeTab;
  chat: Chat;
  /** What the page's own script was told. */
  told: Line[];
  /** What came back into the field. */
  returned: string[];
  /** Texts as the visitor reads them, from the top. */
  texts(): string[];
  state(): ChatState;
}

interface ChatPlace {
  time: SimulatedTime;
  desk: FakeConversations;
  browser: FakeBrowser;
  /** A page with the panel open, unless told otherwise. */
  openPage(options?: { tab?: FakeTab; open?: boolean }): ChatPage;
  /** A page on which a conversation was started a second ago. */
  startedPage(text?: string): Promise<ChatPage>;
}

/** A visitor's browser and the server it talks to, on simulated time. */
export function aChatPlace(options: Parameters<typeof createFakeBrowser>[1] = {}): ChatPlace {
  const time = createSimulatedTime();
  const desk = createFakeConversations(time);
  const browser = createFakeBrowser(time, options);
  let ids = 0;

  function openPage({ tab = browser.open(), open = true } = {}): ChatPage {
    const told: Line[] = [];
    const returned: string[] = [];
    const chat = createChat(tab.env, 'widget', desk, () => `message-${++ids}`, {
      onUpdate: () => undefined,
      onMessage: (line) => told.push(line),
      onReturned: (text) => returned.push(text),
    });
    chat.show(open);
    const state = (): ChatState => chat.state();
    const texts = (): string[] => [...state().transcript.lines, ...state().unsent].map(({ text }) => text);
    return { tab, chat, told, returned, texts, state };
  }

  async function startedPage(text = 'Hello'): Promise<ChatPage> {
    const page = openPage();
    void page.chat.start({ message: text });
    await time.advance(SECOND);
    return page;
  }

  return { time, desk, browser, openPage, startedPage };
}
