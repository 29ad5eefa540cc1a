import type { Environment } from '../browser/environment';
import { JUST_NOW, SINCE_BEFORE, type Panel, type PanelHost } from '../contract';
import type { ConversationClient } from '../conversation/conversation-client';
import { sameVisitor, signedIn } from '../conversation/page-visitor';
import { createLazyMessages, type MessagesCode } from './lazy-messages';
import { nearestLocale } from './nearest-locale';
import { createPanelDialog } from './panel-dialog';
import { createTalk } from './talk';
import { markUnread } from './unread-mark';

/**
 * The conversation with its panel, which is drawn while it is open. `newEnv`: makes one with an alarm and a channel of its
 * own for each person whom the page says to be there, one after the other.
 */
export function mountConversation(
  host: PanelHost,
  newEnv: () => Environment,
  client: ConversationClient,
  fetchMessages: () => Promise<{ messages: MessagesCode }>,
): Panel {
  const { poller, view, setup, name } = host;
  const { session, local } = newEnv();
  const showUnread = (count: number): void =>
    markUnread(view, poller.availability().state, setup.labels, count);
  const locale = nearestLocale(setup.locale, navigator.languages);
  const close = (): void => window.frontdesk?.close();

  const { dialog, ...frame } = createPanelDialog(view.button, close, () => void messages.load());
  const messages = createLazyMessages(fetchMessages, () => {
    const code = messages.code();
    if (code) frame.add(code);
    talk.draw();
  });
  let person = signedIn(host.visitor);
  let talk = begin();

  function begin(): ReturnType<typeof createTalk> {
    const begun = createTalk(
      { host, showUnread, locale, frame, env: newEnv(), client, messages, close },
      person,
    );
    dialog.replaceChildren(...begun.content.parts);
    return begun;
  }

  /** Who signs in goes on with what they were at on this page; with that of somebody else, or of a page before, never. */
  function turnTo(next: string): void {
    const goesOn = !person && talk.draft.isTyped();
    person = next;
    if (goesOn) return;
    talk.conversation.stop();
    talk = begin();
    if (frame.isOpen()) talk.conversation.show(true);
  }

  function update(): void {
    const { wanted } = host;
    const isOpen = !!wanted;
    const next = signedIn(host.visitor);
    if (next !== person) turnTo(next);
    if (!sameVisitor(host.visitor, talk.conversation.state().saved?.email)) forget();
    const turns = isOpen !== frame.isOpen();
    if (turns) {
      frame.show(isOpen);
      session?.setItem(`${name}:open`, isOpen ? SINCE_BEFORE : '');
      talk.conversation.show(isOpen);
      host.tell(isOpen ? 'open' : 'close', undefined);
    }
    talk.composer.prefill();
    talk.draw();
    if (turns && isOpen && talk.conversation.state().saved) talk.content.toEnd();
    // What the page before knew may be over. A server that did not answer it is left alone (figure F7).
    const checks = turns && wanted === SINCE_BEFORE && !poller.known().failures;
    if (wanted === JUST_NOW) {
      host.wanted = SINCE_BEFORE;
      talk.content.focus();
    }
    if (wanted === JUST_NOW || checks) void talk.composer.check();
  }

  function forget(): void {
    talk.conversation.leave();
    talk.draft.change({ text: '', name: '', email: '' });
  }

  update();

  return {
    update,
    remove() {
      forget();
      session?.removeItem(`${name}:open`);
      local?.removeItem(`${name}:chat1`);
      talk.conversation.stop();
      frame.remove();
    },
  };
}
