import type { Environment } from '../browser/environment';
import { JUST_NOW, SINCE_BEFORE, type Panel, type PanelHost } from '../contract';
import { createConversation } from '../conversation/conversation';
import type { ConversationClient } from '../conversation/conversation-client';
import { createDraft } from '../conversation/draft';
import { newMessageId } from '../conversation/message-id';
import { sameVisitor } from '../conversation/page-visitor';
import { createComposer } from './composer';
import { createLineTimes } from './line-times';
import { nearestLocale } from './nearest-locale';
import { createPanelDialog } from './panel-dialog';
import { panelNow } from './panel-now';
import { createPanelView } from './panel-view';
import { markUnread } from './unread-mark';

/** The conversation with its panel, which is drawn while it is open. `env`: with an alarm and a channel of its own. */
export function mountConversation(host: PanelHost, env: Environment, client: ConversationClient): Panel {
  const { poller, view, setup, name, follow } = host;
  const { labels } = setup;
  const { session } = env;
  const locale = nearestLocale(setup.locale, navigator.languages);
  const draft = createDraft(session, `${name}:draft`);
  const close = (): void => window.frontdesk?.close();

  const { dialog, ...frame } = createPanelDialog(view.button, close);
  const means = { env, name, client, newId: newMessageId };
  const conversation = createConversation(means, {
    onUpdate: draw,
    onMessage({ from, agent, text, at }) {
      host.tell('message', { from, text, at });
      const words = frame.isOpen() ? `${agent?.name ?? labels['agent']}: ${text}` : labels['unreadNow'];
      if (agent) frame.announce(words);
    },
    onReturned: draft.putBack,
  });
  const composer = createComposer(host, draft, conversation, draw);
  const content = createPanelView({ ...setup, times: createLineTimes(locale), follow, composer, close });
  dialog.append(...content.parts);

  function draw(): void {
    const state = conversation.state();
    markUnread(view, poller.availability().state, labels, state.unread);
    if (frame.isOpen()) content.update(panelNow(host, locale, state, draft.now(), composer));
  }

  function update(): void {
    const { wanted } = host;
    const isOpen = !!wanted;
    if (!sameVisitor(host.visitor, conversation.state().saved?.email)) forget();
    const turns = isOpen !== frame.isOpen();
    if (turns) {
      frame.show(isOpen);
      session?.setItem(`${name}:open`, isOpen ? SINCE_BEFORE : '');
      conversation.show(isOpen);
    }
    draw();
    if (turns && isOpen && conversation.state().saved) content.toEnd();
    // What the page before knew may be over. A server that did not answer it is left alone (figure F7).
    const checks = turns && wanted === SINCE_BEFORE && !poller.known().failures;
    if (wanted === JUST_NOW) {
      host.wanted = SINCE_BEFORE;
      content.focus();
    }
    if (wanted === JUST_NOW || checks) void composer.check();
  }

  function forget(): void {
    draft.change({ text: '', name: '', email: '' });
    conversation.leave();
  }

  update();

  return {
    update,
    remove() {
      forget();
      session?.removeItem(`${name}:open`);
      conversation.stop();
      frame.remove();
    },
  };
}
