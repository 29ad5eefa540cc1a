import type { SentBody } from '../../../src/contract/conversation';
import { CHAT_POLL_FAST_S } from '../../../src/domain/limits';
import { chatDelayMs } from './chat-schedule';
import { failureOf, type Conversations, type Failure } from './conversations';
import type { Environment } from '../browser/environment';
import type { SavedChat } from './saved-chat';

/** A message that the transcript does not have yet. */
export interface Unsent {
  id: string;
  text: string;
  /** `waiting`: tried in vain, tried again. `sent`: the server has it. `refused`: never tried again. */
  state: 'sending' | 'waiting' | 'sent' | 'refused';
}

export interface Outbox {
  list(): Unsent[];
  /** Why the last attempt failed, until one succeeds. */
  failure(): Failure | undefined;
  add(message: Unsent): void;
  /** Sends what is there, one after the other. */
  flush(chat: SavedChat): Promise<void>;
  /** When to flush again; Infinity when there is nothing to be sent. */
  dueAt(): number;
  /** The transcript has these. */
  forget(ids: Set<unknown>): void;
  /** Empties it. Returns what was not sent. */
  takeBack(): Unsent[];
}

interface OutboxListeners {
  onUpdate(): void;
  onSent(chat: SavedChat, message: Unsent, answer: SentBody): void;
  /** The conversation takes no more messages. */
  onLost(chat: SavedChat, failure: Failure): void;
}

/** The visitor's messages on their way to the server: in order, each tried until it is taken or refused. */
export function createOutbox(
  { now, random, session }: Environment,
  /** Names what is stored, so that the next page goes on. */
  key: string,
  send: Conversations['send'],
  { onUpdate, onSent, onLost }: OutboxListeners,
): Outbox {
  let unsent = JSON.parse(session?.getItem(key) ?? '[]') as Unsent[];
  let failures = 0;
  let failure: Failure | undefined;
  let due = 0;
  let sending = false;

  const first = (): Unsent | undefined =>
    unsent.find(({ state }) => state === 'sending' || state === 'waiting');

  function keep(messages: Unsent[]): void {
    unsent = messages;
    session?.setItem(key, JSON.stringify(unsent));
  }

  const mark = (message: Unsent, state: Unsent['state']): void =>
    keep(unsent.map((other) => (other.id === message.id ? { ...other, state } : other)));

  async function flush(chat: SavedChat): Promise<void> {
    const message = first();
    if (sending || !message) return;
    sending = true;
    const { id: clientMessageId, text } = message;
    try {
      const answer = await send(chat.id, { token: chat.token, message: text, clientMessageId });
      failures = due = 0;
      failure = undefined;
      mark(message, 'sent');
      onSent(chat, message, answer);
    } catch (thrown) {
      failure = failureOf(thrown);
      switch (failure.error) {
        case 'rate-limited':
        case 'unavailable':
          mark(message, 'waiting');
          due = now() + chatDelayMs(CHAT_POLL_FAST_S, ++failures, failure.retryAfter, random());
          break;
        case 'bad-request':
        case 'too-large':
          mark(message, 'refused');
          break;
        default:
          onLost(chat, failure);
      }
    }
    sending = false;
    onUpdate();
    if (now() >= due) await flush(chat);
  }

  return {
    list: () => unsent,
    failure: () => failure,
    add(message) {
      keep([...unsent, message]);
    },
    flush,
    dueAt: () => (first() && !sending ? due : Infinity),
    forget: (ids) => keep(unsent.filter(({ id }) => !ids.has(id))),
    takeBack() {
      const messages = unsent;
      keep([]);
      return messages;
    },
  };
}
