import type { ConversationRecord } from './conversation-record';
import { failureOf } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import type { Outbox } from './outbox';
import type { SavedConversation } from './saved-conversation';

/** Milliseconds between two notes that the visitor is here. */
const HERE_EVERY_MS = 60_000;

/** Milliseconds that a tab waits for the asking one beyond its time, before it asks itself. */
const PATIENCE_MS = 10_000;

export interface ConversationPoller {
  /** Decides anew when to ask. */
  plan(): void;
  /** Lets another tab be the one that asks, if there is another. */
  stepBack(): void;
}

/** Asks for what is new in the conversation while the page is visible, and sends what was left unsent. */
export function createConversationPoller(
  { env, name, client }: ConversationMeans,
  record: ConversationRecord,
  outbox: Outbox,
  onUpdate: () => void,
): ConversationPoller {
  const { now, visible } = env;
  let asking = false;
  let hereAt = -Infinity;
  let giveUp: (() => void) | undefined;

  function plan(): void {
    const { saved, caughtUp, transcript, due } = record;
    if (saved && visible()) contend();
    else stepBack();
    const ended = caughtUp ? transcript.ended : saved?.ended;
    const asks = saved && !asking && (record.open || !ended);
    const pollAt = asks
      ? due + (record.leads || saved.signed || !caughtUp || !due ? 0 : PATIENCE_MS)
      : Infinity;
    const flushAt = saved ? outbox.dueAt() : Infinity;
    env.alarm(Math.min(pollAt, flushAt) - now(), () => {
      // Planned anew when the page is seen again.
      if (!saved || !visible() || record.gone) return;
      if (now() >= flushAt) void outbox.flush(saved);
      if (now() >= pollAt) void poll(saved);
      else plan();
    });
  }

  function contend(): void {
    giveUp ??= env.contend(`${name}:chat`, () => {
      record.leads = true;
      plan();
    });
  }

  function stepBack(): void {
    giveUp?.();
    giveUp = undefined;
    record.leads = false;
  }

  async function poll(saved: SavedConversation): Promise<void> {
    asking = true;
    const here = record.open && now() - hereAt >= HERE_EVERY_MS;
    if (here) hereAt = now();
    const { token } = saved;
    const question = { token, after: record.transcript.n, ...(here && { here }) };
    try {
      const { events, more, next, agentTyping, held } = await client.poll(saved.id, question);
      if (record.saved?.id === saved.id) {
        record.failures = 0;
        record.agentTyping = agentTyping;
        record.held = !!held;
        record.postpone(next);
        const goesOn = more && events.length > 0;
        if (goesOn) record.due = 0;
        record.tell(events);
        record.caughtUp ||= !goesOn;
      }
    } catch (thrown) {
      const failure = failureOf(thrown);
      record.failures++;
      record.agentTyping = false;
      record.postpone(0, failure.retryAfter);
      if (failure.error === 'not-found') record.lose(saved, failure);
    }
    asking = false;
    onUpdate();
  }

  return { plan, stepBack };
}
