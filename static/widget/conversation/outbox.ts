import { CHAT_POLL_FAST_S } from '../../../src/domain/limits';
import { NO_PAUSE, pauseFor, type Pause } from './poll-pace';
import { failureOf, type Failure } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import type { ConversationRecord } from './conversation-record';
import type { SavedConversation } from './saved-conversation';
import type { Line } from './transcript';

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
  add(text: string): void;
  /** Sends what is there, one after the other. */
  flush(saved: SavedConversation): Promise<void>;
  /** When to flush again; Infinity when there is nothing to be sent. */
  dueAt(): number;
  pause: Pause;
  /** The transcript has them. */
  forget(lines: Line[]): void;
  /** Empties it. Returns what was not sent, as one text. */
  takeBack(): string;
}

/** The visitor's messages on their way to the server: in order, each tried until it is taken or refused. */
export function createOutbox(
  { env, name, client, newId }: ConversationMeans,
  record: Pick<ConversationRecord, 'saved' | 'postpone' | 'tellOwn' | 'lose'>,
  onUpdate: () => void,
  /** The chat takes no more: what was not sent is the visitor's again. */
  onClosed: () => void,
): Outbox {
  const { now, session } = env;
  /** The next page of this tab goes on with them. */
  const key = `${name}:unsent`;
  let unsent = JSON.parse(session?.getItem(key) ?? '[]') as Unsent[];
  const first = (): Unsent | undefined => unsent.find(({ state }) => /sending|waiting/.test(state));
  // The page before tried in vain.
  let failure = first()?.state === 'waiting' ? failureOf(undefined) : undefined;
  const pause = { ...NO_PAUSE };
  let sending = false;

  function keep(messages: Unsent[]): void {
    unsent = messages;
    session?.setItem(key, JSON.stringify(unsent));
  }

  const mark = (message: Unsent, state: Unsent['state']): void =>
    keep(unsent.map((other) => (other.id === message.id ? { ...other, state } : other)));

  async function flush(saved: SavedConversation): Promise<void> {
    const message = first();
    if (sending || !message) return;
    sending = true;
    const { id: clientMessageId, text } = message;
    try {
      const answer = await client.send(saved.id, { token: saved.token, message: text, clientMessageId });
      Object.assign(pause, NO_PAUSE);
      failure = undefined;
      mark(message, 'sent');
      if (record.saved?.id === saved.id) {
        // Soon, for the note that it was delivered.
        record.postpone();
        record.tellOwn(message, answer.n, answer.now);
      }
    } catch (thrown) {
      failure = failureOf(thrown);
      if (/rate-limited|unavailable/.test(failure.error)) {
        mark(message, 'waiting');
        pause.failures++;
        pauseFor(pause, env, CHAT_POLL_FAST_S, failure.retryAfter);
      } else if (/bad-request|too-large/.test(failure.error)) mark(message, 'refused');
      else if (failure.error === 'closed') onClosed();
      else record.lose(saved, failure);
    }
    sending = false;
    onUpdate();
    if (now() >= pause.due) await flush(saved);
  }

  return {
    list: () => unsent,
    failure: () => failure,
    add: (text) => keep([...unsent, { id: newId(), text, state: 'sending' }]),
    flush,
    dueAt: () => (first() && !sending ? pause.due : Infinity),
    pause,
    forget(lines) {
      const known = new Set(lines.map(({ clientMessageId }) => clientMessageId));
      keep(unsent.filter(({ id }) => !known.has(id)));
    },
    takeBack() {
      const text = unsent.map((message) => message.text).join('\n\n');
      failure = undefined;
      keep([]);
      return text;
    },
  };
}
