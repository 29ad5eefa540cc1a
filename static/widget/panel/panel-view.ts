import type { ConversationState } from '../conversation/conversation';
import type { Labels } from './panel-words';
import type { DraftText } from '../conversation/draft';
import { element, say } from './element';
import type { LineTimes } from './line-times';
import { createMessageField } from './message-field';
import { createMessageList } from './message-list';
import { createVisitorFields } from './visitor-fields';
import type { Ask } from '../conversation/who-is-asked';

/** The fields above are parts of it, too. */
const FORM_ID = 'say';

/** Pixels from the end within which the latest message counts as shown. */
const NEAR_END = 40;

interface PanelViewOptions {
  labels: Labels;
  welcomeText: string;
  loginUrl: string;
  times: LineTimes;
  follow: ((url: string) => void) | undefined;
  onType(to: Partial<DraftText>): void;
  onSend(): void;
  /** Name and e-mail address are left by themselves. */
  onDetails(): void;
  /** The browser held a message back: something is missing that visitors are asked for. */
  onInvalid(): void;
  onLeave(): void;
  onClose(): void;
}

export interface PanelNow {
  look: 'online' | 'offline' | 'unknown';
  /** The state in words. */
  state: string;
  conversation: ConversationState;
  serverNow: number;
  draft: DraftText;
  ask: Ask;
  /** What became of the details that the visitor left. Empty: nothing to be said. */
  details: string;
  /** What is true of the conversation now; why the last attempt failed. Empty: nothing to be said. */
  notice: string;
  failure: string;
}

export interface PanelView {
  parts: HTMLElement[];
  update(now: PanelNow): void;
  toEnd(): void;
  focus(): void;
}

/** The panel's content. Field and button stay where they are, whatever the part above them says. */
export function createPanelView(options: PanelViewOptions): PanelView {
  const { labels, welcomeText, times, onType, onSend, onLeave, onClose } = options;
  const button = (label: string, className: string, onclick: () => void): HTMLButtonElement =>
    element('button', { type: 'button', className, onclick }, labels[label] ?? '');

  // Not a span: those are the launcher's.
  const words = element('bdi');
  const state = element('p', { id: 'state', role: 'status' }, element('i', { ariaHidden: 'true' }), words);
  const close = element('button', { type: 'button', className: 'close', onclick: onClose }, '✕');
  close.ariaLabel = labels['close'] ?? '';
  const header = element('header', {}, element('h2', { id: 'title' }, labels['title'] ?? ''), state, close);

  const welcome = element('p', { className: 'welcome' }, welcomeText);
  const messages = createMessageList(labels, times);
  const fields = createVisitorFields({ ...options, formId: FORM_ID });
  const details = element('p', { role: 'status' });
  const notice = element('p', { role: 'status' });
  const leave = button('startNew', '', onLeave);
  const failure = element('p', { role: 'status', className: 'failure' });
  const talk = element(
    'div',
    { className: 'talk', role: 'log', ariaLive: 'off', ariaLabel: labels['messages'] ?? '', tabIndex: 0 },
    welcome,
    messages.list,
    fields.block,
    details,
    notice,
    leave,
    failure,
  );
  talk.addEventListener('invalid', options.onInvalid, true);
  const latest = button('toLatest', 'latest', () => toEnd());
  const field = createMessageField(labels, (text) => onType({ text }));
  const form = element('form', { id: FORM_ID }, field.parts);
  form.onsubmit = (event) => {
    event.preventDefault();
    onSend();
  };

  const isAtEnd = (): boolean => talk.scrollHeight - talk.scrollTop - talk.clientHeight < NEAR_END;
  const toEnd = (): void => talk.scrollTo(0, talk.scrollHeight);
  latest.hidden = true;
  talk.onscroll = () => {
    if (isAtEnd()) latest.hidden = true;
  };
  /** The last line that was drawn. */
  let last = 0;

  return {
    parts: [header, talk, latest, form],
    update(now) {
      const { conversation, ask, draft } = now;
      header.className = now.look;
      say(words, now.state);
      welcome.hidden = !/nothing|askOffer|askLater/.test(ask);
      // Whoever was at the end is there afterwards; whoever read further up stays there.
      const wasAtEnd = isAtEnd();
      messages.update(conversation, now.serverNow);
      const hadFocus = fields.block.matches(':focus-within');
      fields.update(ask, draft);
      say(details, now.details);
      // Where the question under somebody's hands is not asked any more, they go on with the message.
      if (hadFocus && (fields.block.hidden || !fields.block.matches(':focus-within'))) field.focus();
      say(notice, now.notice);
      say(failure, now.failure);
      leave.hidden = !conversation.saved || !conversation.transcript.ended;
      field.update(draft.text, conversation.starting, conversation.agentTyping);
      const line = conversation.transcript.lines.at(-1);
      if (wasAtEnd && (line ?? conversation.unsent[0])) toEnd();
      else if (line && line.n > last && !isAtEnd()) latest.hidden = false;
      last = line?.n ?? 0;
    },
    toEnd,
    focus: field.focus,
  };
}
