import { characterCount } from '../../../src/domain/character-count';
import { MESSAGE_LENGTH } from '../../../src/domain/limits';
import type { PanelHost } from '../contract';
import type { ConversationState } from '../conversation/conversation';
import type { DraftText } from '../conversation/draft';
import { isKnown } from '../conversation/page-visitor';
import type { Ask } from '../conversation/who-is-asked';
import type { Composer } from './composer';
import { detailsWords, failureWords, noticeKey } from './panel-words';

/** What is to be seen in the open panel. */
export interface PanelNow {
  look: 'online' | 'offline' | 'unknown';
  /** The state in words. */
  state: string | undefined;
  /** What the desk says while it is closed. */
  closed: string | undefined;
  conversation: ConversationState;
  serverNow: number;
  draft: DraftText;
  ask: Ask;
  /** What became of the details that the visitor left. Empty: nothing to be said. */
  details: string | undefined;
  /** What is true of the conversation now; why the last attempt failed. Empty: nothing to be said. */
  notice: string | undefined;
  failure: string | undefined;
  /** Why the server cannot be reached, where the browser knows. */
  unreached: string | undefined;
}

const STATE_WORDS = { online: 'stateOnline', offline: 'stateOffline', unknown: 'stateUnknown' } as const;

export function panelNow(
  host: Pick<PanelHost, 'poller' | 'setup' | 'visitor' | 'refused' | 'clock'>,
  /** For times and numbers. */
  locale: string,
  conversation: ConversationState,
  draft: DraftText,
  composer: Pick<Composer, 'ask' | 'checking'>,
  /** To any network at all. */
  isConnected: boolean,
): PanelNow {
  const [ask, checking] = [composer.ask(), composer.checking()];
  const { labels } = host.setup;
  const availability = host.poller.availability();
  const { state } = availability;
  const look = checking ? 'unknown' : state === 'online' || state === 'unknown' ? state : 'offline';
  const serverNow = Date.parse(host.poller.known().answer.body.now);
  const words = labels[checking ? 'checking' : STATE_WORDS[look]];
  const { registerFailure } = conversation;
  const unreached = labels[isConnected ? (host.refused ?? '') : 'noLine'];

  function failure(): string | undefined {
    const { failure: latest, saved } = conversation;
    if (characterCount(draft.text) > MESSAGE_LENGTH) return labels['failTooLong'];
    // Whoever waits for a reply waits in vain without a line.
    if (!latest && !isConnected) return unreached;
    // The notice says it already.
    if (!latest || (latest.error === 'not-found' && state === 'disabled')) return '';
    if (unreached && latest.error === 'unavailable') return unreached;
    return failureWords(latest, labels, locale, saved ? 'send' : draft.email ? 'introduced' : 'start');
  }

  return {
    look,
    state: (look === 'offline' ? host.clock?.head(words) : undefined) ?? words,
    closed: availability.closed?.message,
    conversation,
    serverNow,
    draft,
    ask,
    details:
      registerFailure?.error === 'unavailable' && unreached
        ? unreached
        : detailsWords(conversation, labels, locale),
    notice: labels[noticeKey(conversation, availability, isKnown(host), ask)],
    failure: failure(),
    unreached,
  };
}
