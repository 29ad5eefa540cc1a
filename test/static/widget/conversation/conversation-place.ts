import {
  createConversation,
  type Conversation,
  type ConversationState,
} from '../../../../static/widget/conversation/conversation';
import type { Line } from '../../../../static/widget/conversation/transcript';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from '../fake-browser';
import { createFakeClient, type FakeClient } from './fake-client';
import { createSimulatedTime, type SimulatedTime } from '../simulated-time';
import { loadedSteps } from './loaded-steps';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

export interface ConversationPage {
  tab: FakeTab;
  conversation: Conversation;
  /** What the page's own script was told. */
  told: Line[];
  /** What came back into the field. */
  returned: string[];
  /** How often something was to be drawn anew. */
  drawn(): number;
  /** Texts as the visitor reads them, from the top. */
  texts(): string[];
  state(): ConversationState;
}

interface ConversationPlace {
  time: SimulatedTime;
  desk: FakeClient;
  browser: FakeBrowser;
  /** A page with the panel open, unless told otherwise. */
  openPage(options?: { tab?: FakeTab; open?: boolean }): ConversationPage;
  /** A page on which a conversation was started a second ago. */
  startedPage(text?: string): Promise<ConversationPage>;
}

/** A visitor's browser and the server it talks to, on simulated time. */
export function aConversationPlace(options: Parameters<typeof createFakeBrowser>[1] = {}): ConversationPlace {
  const time = createSimulatedTime();
  const desk = createFakeClient(time);
  const browser = createFakeBrowser(time, options);
  let ids = 0;

  function openPage({ tab = browser.open(), open = true } = {}): ConversationPage {
    const told: Line[] = [];
    const returned: string[] = [];
    let drawn = 0;
    const newId = (): string => `message-${++ids}`;
    const means = { env: tab.env, name: 'widget', client: desk, newId, steps: loadedSteps };
    const conversation = createConversation(means, {
      onUpdate: () => void drawn++,
      onMessage: (line) => told.push(line),
      onReturned: (text) => returned.push(text),
    });
    conversation.show(open);
    const state = (): ConversationState => conversation.state();
    const texts = (): string[] => [...state().transcript.lines, ...state().unsent].map(({ text }) => text);
    return { tab, conversation, told, returned, drawn: () => drawn, texts, state };
  }

  async function startedPage(text = 'Hello'): Promise<ConversationPage> {
    const page = openPage();
    void page.conversation.start({ message: text });
    await time.advance(SECOND);
    return page;
  }

  return { time, desk, browser, openPage, startedPage };
}
