import { characterCount } from '../../../src/domain/character-count';
import { MESSAGE_LENGTH, PAGE_LENGTH } from '../../../src/domain/limits';
import { saidName } from '../../../src/domain/said-name';
import type { Availability } from '../frontdesk-api';
import { backAt } from './back-at';
import { createConversation, type ConversationState } from '../conversation/conversation';
import { detailsWords, failureWords, noticeKey } from './panel-words';
import type { ConversationClient } from '../conversation/conversation-client';
import { createDraft, type DraftText } from '../conversation/draft';
import type { Environment } from '../browser/environment';
import { createLineTimes } from './line-times';
import { newMessageId } from '../conversation/message-id';
import { createPanelDialog } from './panel-dialog';
import { JUST_NOW, SINCE_BEFORE, type Panel, type PanelHost } from '../contract';
import { createPanelView } from './panel-view';
import { pageVisitor, sameVisitor, warnOfToken } from '../conversation/page-visitor';
import { registrationOf } from '../conversation/registration';
import type { Line } from '../conversation/transcript';
import { markUnread } from './unread-mark';
import { whoIsAsked, type Ask } from '../conversation/who-is-asked';

const STATE_WORDS = { online: 'stateOnline', offline: 'stateOffline', unknown: 'stateUnknown' } as const;

/** The conversation with its panel, which is drawn while it is open. */
export function mountConversation(
  host: PanelHost,
  /** With an alarm and a channel of its own. */
  env: Environment,
  client: ConversationClient,
): Panel {
  const { poller, view, setup, name, follow } = host;
  const { labels, welcomeText, loginUrl } = setup;
  const locale = nearestLocale(setup.locale);
  const { session } = env;
  const draft = createDraft(session, `${name}:draft`);
  const close = (): void => window.frontdesk?.close();
  let checking = false;
  let refused: Availability['state'] | undefined;

  const { dialog, ...frame } = createPanelDialog(view.button, close);
  const content = createPanelView({
    labels,
    welcomeText,
    loginUrl,
    times: createLineTimes(locale),
    follow,
    onType: type,
    onSend: () => void submit(),
    // What is missing may not be needed any more.
    onDetails() {
      const { name: typed, email } = draft.now();
      void conversation.register({ name: saidName(typed), email });
    },
    onInvalid() {
      if (!checking && !conversation.state().saved) void check();
    },
    onLeave() {
      conversation.leave();
      content.focus();
    },
    onClose: close,
  });
  dialog.append(...content.parts);
  const conversation = createConversation(
    { env, name, client, newId: newMessageId },
    {
      onUpdate: draw,
      onMessage,
      onReturned: (text) => draft.change({ text: [text, draft.now().text].filter(Boolean).join('\n\n') }),
    },
  );

  function onMessage({ agent, text, at }: Line): void {
    host.tell('message', { from: agent ? 'agent' : 'visitor', text, at });
    if (agent)
      frame.announce(frame.isOpen() ? `${agent.name ?? labels['agent']}: ${text}` : labels['unreadNow']);
  }

  const isKnown = (): boolean => setup.identified === true || !!pageVisitor(host.visitor);
  const ask = (): Ask =>
    whoIsAsked({
      availability: poller.availability(),
      always: setup.anonymous === 'always',
      known: isKnown(),
      suggests: setup.suggestRegistration === true,
      refused,
    });

  function update(): void {
    const wanted = !!host.wanted;
    if (!sameVisitor(host.visitor, conversation.state().saved?.email)) forget();
    const opens = wanted && !frame.isOpen() && conversation.state().saved;
    if (wanted !== frame.isOpen()) {
      frame.show(wanted);
      session?.setItem(`${name}:open`, wanted ? SINCE_BEFORE : '');
      conversation.show(wanted);
      // What the page before knew may be over. A server that did not answer it is left alone (figure F7).
      if (host.wanted === SINCE_BEFORE && !poller.known().failures) void check();
    }
    draw();
    if (opens) content.toEnd();
    if (host.wanted === JUST_NOW) {
      host.wanted = SINCE_BEFORE;
      void check();
      content.focus();
    }
  }

  function draw(): void {
    const availability = poller.availability();
    const { state, nextOnlineAt } = availability;
    const now = conversation.state();
    markUnread(view, state, labels, now.unread);
    if (!frame.isOpen()) return;
    const look = checking ? 'unknown' : state === 'online' || state === 'unknown' ? state : 'offline';
    const serverNow = Date.parse(poller.known().answer.body.now);
    const back = look === 'offline' ? backAt(nextOnlineAt, serverNow, labels, locale) : '';
    const words = labels[checking ? 'checking' : STATE_WORDS[look]] ?? '';
    const registration = registrationOf(now, setup.suggestRegistration === true);
    const isOffered = registration === 'offer' || registration === 'refused';
    const asked = now.saved ? (isOffered ? 'askLater' : 'nothing') : ask();
    content.update({
      look,
      state: back ? `${words} · ${back}` : words,
      conversation: now,
      serverNow,
      draft: draft.now(),
      ask: asked,
      details: detailsWords(registration, now, labels, locale),
      notice: labels[noticeKey(now, availability, isKnown(), asked)] ?? '',
      failure: failure(now),
    });
  }

  function failure({ failure: latest, saved }: ConversationState): string {
    const { text, email } = draft.now();
    if (characterCount(text) > MESSAGE_LENGTH) return labels['failTooLong'] ?? '';
    // The notice says it already.
    if (latest?.error === 'not-found' && poller.availability().state === 'disabled') return '';
    const attempt = saved ? 'send' : email ? 'introduced' : 'start';
    return latest ? failureWords(latest, labels, locale, attempt) : '';
  }

  function type(to: Partial<DraftText>): void {
    draft.change(to);
    draw();
  }

  /** Rule C4: nobody is promised whom the server does not know of now. */
  async function check(): Promise<void> {
    checking = true;
    draw();
    await poller.check();
    checking = false;
    draw();
  }

  async function submit(): Promise<void> {
    const { text } = draft.now();
    const { saved, starting } = conversation.state();
    content.focus();
    if (starting || !text.trim() || characterCount(text) > MESSAGE_LENGTH) return;
    if (saved) {
      type({ text: '' });
      conversation.send(text);
      return content.toEnd();
    }
    const { state } = poller.availability();
    const said = who();
    const opening = { message: text, locale: navigator.language, page: page(), ...said };
    const started = await conversation.start(opening);
    const { failure: { error = '' } = {}, saved: begun } = conversation.state();
    if ('identity' in said && (begun?.anonymous || error === 'login-required')) warnOfToken(host.visitor);
    if (started) {
      refused = undefined;
      type({ text: '' });
    } else {
      if (error === 'login-required') refused = state;
      // These say nothing of whether somebody is there, and asking more would not help a server in need.
      if (!/unavailable|rate-limited/.test(error)) await check();
    }
    content.toEnd();
  }

  /** What was typed comes before what the page says. */
  function who(): { name?: string; email?: string; identity?: string } {
    const { name: typed, email } = draft.now();
    const called = saidName(typed);
    if (called && email && ask() !== 'nothing') return { name: called, email };
    return pageVisitor(host.visitor) ?? {};
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

/** For times and numbers the visitor's own country, where the texts are in their language. */
const nearestLocale = (ofTexts: string): string =>
  navigator.languages.find((language) => language.slice(0, 2) === ofTexts.slice(0, 2)) ?? ofTexts;

/** Without the fragment, in which some sites keep secrets. */
const page = (): string => (location.origin + location.pathname + location.search).slice(0, PAGE_LENGTH);
