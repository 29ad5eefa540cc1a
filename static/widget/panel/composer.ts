import { characterCount } from '../../../src/domain/character-count';
import { MESSAGE_LENGTH } from '../../../src/domain/limits';
import { showsNothing } from '../../../src/domain/shows-nothing';
import type { PanelHost } from '../contract';
import type { Conversation } from '../conversation/conversation';
import type { Draft, DraftText } from '../conversation/draft';
import { isKnown, pageVisitor, warnOfToken } from '../conversation/page-visitor';
import { registrationOf } from '../conversation/registration';
import { whoIsAsked, type Ask } from '../conversation/who-is-asked';
import type { LazyMessages } from './lazy-messages';
import type { Availability } from '../frontdesk-api';

export interface Composer {
  /** What the visitor is asked about themselves now. */
  ask(): Ask;
  type(to: Partial<DraftText>): void;
  /** Takes the page's text for the field, unless the visitor's own is there. */
  prefill(): void;
  /** Resolves with whether there was something to be sent. */
  send(): Promise<boolean>;
  /** Name and e-mail address are left by themselves. */
  leaveDetails(): void;
  /** The browser held a message back: something is missing that visitors are asked for. It may not be needed any more. */
  invalid(): void;
  /** The next message starts another conversation. */
  leave(): void;
  /** Rule C4: nobody is promised whom the server does not know of now. */
  check(): Promise<void>;
  checking(): boolean;
}

/** Makes messages of what is typed: the first starts a conversation, with what the visitor says of themselves. */
export function createComposer(
  host: Pick<PanelHost, 'poller' | 'setup' | 'visitor' | 'context' | 'text'>,
  draft: Draft,
  conversation: Conversation,
  onUpdate: () => void,
  /** What is there before anything is sent. */
  code: LazyMessages['code'],
): Composer {
  const { poller, setup } = host;
  let refused: Availability['state'] | undefined;
  let mustLogIn: boolean | undefined = setup.loggedInOnly;
  let checking = false;
  /** The page's last text: as long as it is left as it is, another one takes its place. */
  let filled = '';

  function ask(): Ask {
    const state = conversation.state();
    const suggests = setup.suggestRegistration === true;
    const { saved, transcript } = state;
    // After the end no reply would come to the address.
    if (saved)
      return !saved.ended && !transcript.ended && /offer|refused/.test(registrationOf(state, suggests))
        ? 'askLater'
        : 'nothing';
    const known = isKnown(host);
    if (mustLogIn && (refused || !known || pageVisitor(host.visitor)?.email)) return 'askLogIn';
    return whoIsAsked({
      availability: poller.availability(),
      always: setup.anonymous === 'always',
      known,
      suggests,
      refused,
    });
  }

  function type(to: Partial<DraftText>): void {
    draft.change(to);
    onUpdate();
  }

  async function check(): Promise<void> {
    checking = true;
    onUpdate();
    await poller.check();
    checking = false;
    onUpdate();
  }

  function details(): { name: string; email: string } {
    const { name, email } = draft.now();
    return { name: showsNothing(name) ? '' : name.trim(), email };
  }

  /** What was typed comes before what the page says. */
  function who(): { name?: string; email?: string; identity?: string } {
    const typed = details();
    return typed.name && typed.email && ask() !== 'nothing' ? typed : (pageVisitor(host.visitor) ?? {});
  }

  async function start(message: string): Promise<void> {
    const { state } = poller.availability();
    const said = who();
    // Without what follows in its address: sites keep secrets there (rule C11).
    const opening = {
      message,
      locale: navigator.language,
      page: location.origin + location.pathname,
      context: code()?.declaredContext(host.context),
      ...said,
    };
    const started = await conversation.start(opening);
    const { failure: { error = '' } = {}, saved } = conversation.state();
    if ('identity' in said && (saved?.anonymous || error === 'login-required')) warnOfToken(host.visitor);
    if (started) {
      refused = undefined;
      return type({ text: '' });
    }
    if (error === 'login-required') {
      refused = state;
      // Saying who they are does not do.
      if (said.email) mustLogIn = true;
    }
    // These say nothing of whether somebody is there, and asking more would not help a server in need.
    if (!/unavailable|rate-limited/.test(error)) await check();
  }

  return {
    ask,
    type,
    prefill() {
      const { text } = host;
      const typed = draft.now().text;
      host.text = undefined;
      if (typeof text === 'string' && (!typed || typed === filled)) draft.change({ text: (filled = text) });
    },
    async send() {
      const { text } = draft.now();
      const { saved, starting } = conversation.state();
      if (starting || showsNothing(text) || characterCount(text) > MESSAGE_LENGTH) return false;
      if (saved) {
        type({ text: '' });
        conversation.send(text);
      } else await start(text);
      return true;
    },
    leaveDetails: () => void conversation.register(details()),
    invalid() {
      if (!checking && !conversation.state().saved) void check();
    },
    leave: conversation.leave,
    check,
    checking: () => checking,
  };
}
