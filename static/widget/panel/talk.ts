import type { Environment } from '../browser/environment';
import type { PanelHost } from '../contract';
import { createConversation, type Conversation } from '../conversation/conversation';
import type { ConversationClient } from '../conversation/conversation-client';
import { createDraft, type Draft } from '../conversation/draft';
import { newMessageId } from '../conversation/message-id';
import { markOf } from '../conversation/page-visitor';
import { createComposer, type Composer } from './composer';
import type { ConversationSteps } from '../conversation/conversation-steps';
import type { LazyMessages } from './lazy-messages';
import type { PanelDialog } from './panel-dialog';
import { panelNow } from './panel-now';
import { createPanelView, type PanelView } from './panel-view';

/** What one person has to say, as long as the page is theirs. */
export interface Talk {
  conversation: Conversation;
  composer: Composer;
  content: PanelView;
  draft: Draft;
  draw(): void;
}

export interface TalkMeans {
  host: Omit<PanelHost, 'view'>;
  /** How many messages were not seen. */
  showUnread(count: number): void;
  /** For times and numbers, BCP 47. */
  locale: string;
  frame: Pick<PanelDialog, 'isOpen' | 'announce'>;
  /** With an alarm and a channel of its own. */
  env: Environment;
  client: ConversationClient;
  messages: LazyMessages;
  close(): void;
}

/** `person`: whom the web site has signed in; empty: nobody. What is kept of one is not found by another (rule T3). */
export function createTalk(
  { host, showUnread, locale, frame, env, client, messages, close }: TalkMeans,
  person: string,
): Talk {
  const { setup } = host;
  const { labels } = setup;
  const name = person ? `${host.name}:${markOf(person)}` : host.name;
  const draft = createDraft(env.session, `${name}:draft`);
  const conversation = createConversation(
    { env, name, client, newId: newMessageId, identity: () => host.visitor?.token, steps },
    {
      onUpdate: draw,
      onMessage({ from, agent, text, at }) {
        host.tell('message', { from, text, at });
        const words = frame.isOpen() ? `${agent?.name ?? labels['agent']}: ${text}` : labels['unreadNow'];
        if (agent) frame.announce(words);
      },
      onReturned: draft.putBack,
    },
  );
  async function steps(): Promise<ConversationSteps> {
    await messages.load();
    const code = messages.code();
    if (!code) throw new Error('not loaded');
    return code;
  }

  const composer = createComposer(host, draft, conversation, draw, messages.code);
  const content = createPanelView({ ...setup, locale, composer, close, messages });

  let unread = 0;

  function draw(): void {
    const state = conversation.state();
    if (state.gone) return;
    if (unread !== (unread = state.unread)) host.tell('unread', unread);
    // The launcher loads the panel for them again, which asks the server: no more than that is kept.
    if (person && state.saved) env.local?.setItem(`${host.name}:chat1`, 'yes');
    showUnread(state.unread);
    if (frame.isOpen())
      content.update(panelNow(host, locale, state, draft.now(), composer, navigator.onLine));
  }

  return { conversation, composer, content, draft, draw };
}
