import type { ConversationRecord } from './conversation-record';
import { attemptDelayMs, pollInterval } from './poll-pace';
import { failureOf, type ConversationClient, type Failure } from './conversation-client';
import type { Environment } from '../browser/environment';
import type { Outbox } from './outbox';
import type { SavedConversation } from './saved-conversation';

/** Milliseconds between two notes that the visitor is here. */
const HERE_EVERY_MS = 60_000;

/** Milliseconds that a tab waits for the asking one beyond its time, before it asks itself. */
const PATIENCE_MS = 10_000;

export interface ConversationPoller {
  /** Decides anew when to ask. */
  plan(): void;
  /** Asks after the seconds that the server said; sooner when nothing is said. */
  postpone(next?: number): void;
  /** Lets another tab be the one that asks, if there is another. */
  stepBack(): void;
}

interface PollerOptions {
  env: Environment;
  /** One asking tab per browser and name. */
  name: string;
  poll: ConversationClient['poll'];
  slowdown(): number;
  record: ConversationRecord;
  outbox: Outbox;
  isOpen(): boolean;
  onUpdate(): void;
  onLost(saved: SavedConversation, failure: Failure): void;
}

/** Asks for what is new in the conversation while the page is visible, and sends what was left unsent. */
export function createConversationPoller(options: PollerOptions): ConversationPoller {
  const { env, name, record, outbox, isOpen, onUpdate, onLost } = options;
  const { now, visible } = env;
  let asking = false;
  let failures = 0;
  let hereAt = -Infinity;
  let contending = false;
  let giveUp: (() => void) | undefined;

  function postpone(next = 0, retryAfter = 0): void {
    const interval = pollInterval(next, isOpen(), options.slowdown());
    record.due = now() + attemptDelayMs(interval, failures, retryAfter, env.random());
  }

  function plan(): void {
    const { saved, caughtUp, transcript, due } = record;
    if (saved && visible()) contend();
    else stepBack();
    const ended = caughtUp ? transcript.ended : saved?.ended;
    const asks = saved && !asking && (isOpen() || !ended);
    const pollAt = asks ? due + (record.leads || !caughtUp || !due ? 0 : PATIENCE_MS) : Infinity;
    const flushAt = saved ? outbox.dueAt() : Infinity;
    env.alarm(Math.min(pollAt, flushAt) - now(), () => {
      // Planned anew when the page is seen again.
      if (!saved || !visible()) return;
      if (now() >= flushAt) void outbox.flush(saved);
      if (now() >= pollAt) void poll(saved);
      else plan();
    });
  }

  function contend(): void {
    if (contending) return;
    contending = true;
    giveUp = env.contend(`${name}:chat`, () => {
      record.leads = true;
      plan();
    });
  }

  function stepBack(): void {
    giveUp?.();
    giveUp = undefined;
    contending = record.leads = false;
  }

  async function poll(saved: SavedConversation): Promise<void> {
    asking = true;
    const here = isOpen() && now() - hereAt >= HERE_EVERY_MS;
    if (here) hereAt = now();
    const { token } = saved;
    const question = { token, after: record.transcript.n, ...(here && { here }) };
    try {
      const { events, more, next, agentTyping } = await options.poll(saved.id, question);
      if (record.saved?.id === saved.id) {
        failures = 0;
        record.agentTyping = agentTyping;
        postpone(next);
        const goesOn = more && events.length > 0;
        if (goesOn) record.due = 0;
        record.tell(events);
        record.caughtUp ||= !goesOn;
      }
    } catch (thrown) {
      const failure = failureOf(thrown);
      failures++;
      record.agentTyping = false;
      postpone(0, failure.retryAfter);
      if (failure.error === 'not-found') onLost(saved, failure);
    }
    asking = false;
    onUpdate();
  }

  return { plan, postpone, stepBack };
}
