import type { PanelNow } from './panel-now';
import { element, say } from './element';
import { createMessageField } from './message-field';
import type { LazyMessages } from './lazy-messages';
import type { MessageList } from './message-list';
import { MESSAGE_FORM } from './message-form';
import { createVisitorFields, type VisitorFieldsOptions } from './visitor-fields';

/** Pixels from the end within which the latest message counts as shown. */
const NEAR_END = 40;

interface PanelViewOptions extends VisitorFieldsOptions {
  messages: LazyMessages;
  welcomeText: string;
  /** For times, BCP 47. */
  locale: string;
  close(): void;
}

export interface PanelView {
  parts: HTMLElement[];
  update(now: PanelNow): void;
  /** Shows what was said last. */
  toEnd(): void;
  focus(): void;
}

/** The panel's content. Field and button stay where they are, whatever the part above them says. */
export function createPanelView(options: PanelViewOptions): PanelView {
  const { labels, welcomeText, locale, composer, messages } = options;
  const button = (label: string, className: string, onclick: () => void): HTMLButtonElement =>
    element('button', { type: 'button', className, onclick }, labels[label]);

  // Not a span: those are the launcher's.
  const words = element('bdi');
  const state = element('p', { id: 'state', role: 'status' }, element('i', { ariaHidden: 'true' }), words);
  const ariaLabel = labels['close'] ?? '';
  const close = element(
    'button',
    { type: 'button', className: 'close', onclick: options.close, ariaLabel },
    '✕',
  );
  const closed = element('p', { className: 'closed', role: 'status' });
  const header = element('header', {}, element('h2', { id: 'title' }, labels['title']), state, closed, close);

  const welcome = element('p', { className: 'welcome' }, welcomeText);
  let list: MessageList | undefined;
  const block = element('div', { className: 'ask' });
  const details = element('p', { role: 'status' });
  const notice = element('p', { role: 'status' });
  const leave = button('startNew', '', () => {
    composer.leave();
    field.focus();
  });
  const fields = createVisitorFields(options, block, details, leave);
  const failure = element('p', { role: 'status', className: 'failure' });
  const talk = element(
    'div',
    { className: 'talk', role: 'log', ariaLive: 'off', ariaLabel: labels['messages'], tabIndex: 0 },
    welcome,
    details,
    notice,
    leave,
    failure,
  );
  talk.addEventListener('invalid', composer.invalid, true);
  const latest = button('toLatest', 'latest', () => toEnd());
  const field = createMessageField(
    labels,
    (text) => composer.type({ text }),
    () => {
      field.focus();
      void send();
    },
  );
  const form = element('form', { id: MESSAGE_FORM }, field.parts);
  /** Somebody wants to send what would not be seen yet. */
  let held = false;
  /** What there was when the list was last asked for. After a failure the next letter or line asks again. */
  let asked = '';

  async function send(): Promise<void> {
    held = true;
    if (!(await messages.load())) return;
    held = false;
    if (await composer.send()) toEnd();
  }

  /** Draws the lines, or gets what does so once there are any. */
  function drawLines({ conversation, draft, serverNow }: PanelNow): void {
    const { saved, transcript, unsent } = conversation;
    const code = messages.code();
    if (code && !list) {
      list = code.createMessageList(labels, locale);
      welcome.after(list.list);
    }
    list?.update(conversation, serverNow);
    const there = `${saved?.id ?? ''} ${transcript.lines.length + unsent.length} ${draft.text}`;
    if (there !== ' 0 ' && there !== asked) void messages.load();
    asked = there;
  }

  const isAtEnd = (): boolean => talk.scrollHeight - talk.scrollTop - talk.clientHeight < NEAR_END;
  const toEnd = (): void => talk.scrollTo(0, talk.scrollHeight);
  latest.hidden = true;
  talk.onscroll = () => {
    if (isAtEnd()) latest.hidden = true;
  };
  /** The last line that was drawn. */
  let last = 0;

  // Where the page is in another direction than our texts, only the corner follows the page.
  const parts = [header, talk, latest, form];
  for (const part of parts) part.dir = 'ltr';

  return {
    parts,
    update(now) {
      const { conversation, ask, draft } = now;
      header.className = now.look;
      say(words, now.state);
      say(closed, now.closed);
      // Where there is little room, what must be said comes before a greeting.
      welcome.classList.toggle('spare', !/nothing|askOffer|askLater/.test(ask));
      // Whoever was at the end is there afterwards; whoever read further up stays there.
      const wasAtEnd = isAtEnd();
      drawLines(now);
      const hadFocus = block.matches(':focus-within');
      block.hidden = ask === 'nothing';
      fields.update(ask, draft);
      say(details, now.details);
      // Where the question under somebody's hands is not asked any more, they go on with the message.
      if (hadFocus && (block.hidden || !block.matches(':focus-within'))) field.focus();
      say(notice, now.notice);
      const unseen = conversation.saved ? 'openFailed' : held && draft.text ? 'failUnavailable' : '';
      say(failure, messages.failed() && unseen ? (now.unreached ?? labels[unseen]) : now.failure);
      leave.hidden = !conversation.saved || !conversation.transcript.ended;
      field.update(draft.text, conversation.starting, conversation.agentTyping);
      const line = conversation.transcript.lines.at(-1);
      if (wasAtEnd && (line ?? conversation.unsent[0])) toEnd();
      else if (line && line.n > last && !isAtEnd()) latest.hidden = false;
      last = line?.n ?? 0;
    },
    toEnd() {
      void messages.load();
      toEnd();
    },
    focus: field.focus,
  };
}
