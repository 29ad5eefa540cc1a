import type { ConversationRecord } from './conversation-record';
import { failureOf } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import type { Outbox } from './outbox';
import type { SavedConversation } from './saved-conversation';

/** Milliseconds between two notes that the visitor is here. */
const HERE_EVERY_MS = 60_000;

/** Milliseconds that a tab waits at the least for the one that asked last, and up to twice that, before it asks itself. */
const PATIENCE_MS = 10_000;

export interface ConversationPoller {
  /** Decides anew when to ask. */
  plan(): void;
}

/** Asks for what is new in the conversation while the page is visible, and sends what was left unsent. */
export function createConversationPoller(
  { env, client }: ConversationMeans,
  record: ConversationRecord,
  outbox: Outbox,
  onUpdate: () => void,
): ConversationPoller {
  const { now, visible } = env;
  let asking = false;
  let hereAt = -Infinity;
  const patience = PATIENCE_MS * (1 + env.random());

  function plan(): void {
    const { saved, caughtUp, transcript, due } = record;
    const ended = caughtUp ? transcript.ended : saved?.ended;
    const asks = saved && !asking && (record.open || !ended);
    const pollAt = asks ? due + (record.leads || saved.signed || !caughtUp || !due ? 0 : patience) : Infinity;
    const flushAt = saved ? outbox.dueAt() : Infinity;
    env.alarm(Math.min(pollAt, flushAt) - now(), () => {
      // Planned anew when the page is seen again.
      if (!saved || !visible() || record.gone) return;
      if (now() >= flushAt) void outbox.flush(saved);
      if (now() >= pollAt) void poll(saved);
      else plan();
    });
  }

  async function poll(saved: SavedConversation): Promise<void> {
    asking = true;
    record.leads = true;
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

  return { plan };
}
