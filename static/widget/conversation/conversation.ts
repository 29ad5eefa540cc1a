import { createAttempt } from './attempt';
import type { Failure, Opening } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import { createConversationPoller } from './conversation-poller';
import { createConversationRecord, type ConversationRecord } from './conversation-record';
import { createOutbox, type Unsent } from './outbox';
import { registerVisitor, type Details } from './register-visitor';
import { afterReading } from './saved-conversation';
import { startConversation } from './start-conversation';
import { unreadAfter, type Said } from './transcript';

export interface ConversationState extends Pick<
  ConversationRecord,
  'saved' | 'transcript' | 'agentTyping' | 'lost'
> {
  unsent: Unsent[];
  unread: number;
  starting: boolean;
  /** Why the last attempt to start or to send failed. */
  failure: Failure | undefined;
  /** Why the details that the visitor left were not taken. */
  registerFailure: Failure | undefined;
}

export interface ConversationListeners {
  onUpdate(): void;
  /** Not for what was said before the page was loaded. */
  onMessage(line: Said): void;
  /** Messages that cannot be sent any more, as text for the field. */
  onReturned(text: string): void;
}

export interface Conversation {
  state(): ConversationState;
  /** Resolves with whether the conversation was started. */
  start(opening: Omit<Opening, 'clientMessageId'>): Promise<boolean>;
  send(text: string): void;
  /** The visitor, who started anonymously, says who they are. Resolves with whether that was taken. */
  register(details: Details): Promise<boolean>;
  /** The panel was opened or closed. */
  show(open: boolean): void;
  /** The next message starts another conversation. */
  leave(): void;
  stop(): void;
}

/** A visitor's conversation, kept known while the page is visible. */
export function createConversation(
  means: ConversationMeans,
  { onUpdate, onMessage, onReturned }: ConversationListeners,
): Conversation {
  const { env, client } = means;
  let stopped = false;

  const record = createConversationRecord(means, {
    onNews: update,
    onDropped: takeBack,
    onOpened: () => poller.stepBack(),
    onMessages(lines) {
      outbox.forget(lines);
      if (record.caughtUp) for (const line of lines) onMessage(line);
    },
  });
  const outbox = createOutbox(means, record, update);
  const poller = createConversationPoller(means, record, outbox, update);
  const starting = createAttempt(update);
  const registering = createAttempt(update);

  function takeBack(): void {
    const text = outbox.takeBack();
    if (text) onReturned(text);
  }

  function update(): void {
    if (stopped) return;
    const { saved, open, caughtUp, transcript } = record;
    // The visitor looks at it.
    if (saved && open && caughtUp && env.visible()) record.save(afterReading(saved, transcript));
    onUpdate();
    poller.plan();
  }

  env.listen(update);
  if (!record.saved) takeBack();
  poller.plan();

  return {
    state: () => ({
      ...record,
      unsent: outbox.list(),
      unread: unreadAfter(record.transcript, record.saved ? record.saved.seen : Infinity).length,
      starting: starting.running(),
      failure: starting.failure() ?? (record.saved ? outbox.failure() : undefined),
      registerFailure: registering.failure(),
    }),
    start: (opening) => starting.run(() => startConversation(means, record, opening)),
    send(text) {
      outbox.add(text);
      update();
      if (record.saved) void outbox.flush(record.saved);
    },
    register: (details) => registering.run(() => registerVisitor(means, record, details)),
    show(open) {
      record.show(open);
      if (!open) poller.stepBack();
      update();
    },
    leave() {
      if (record.saved) client.leave?.(record.saved.id);
      outbox.takeBack();
      record.drop();
      update();
    },
    stop() {
      stopped = true;
      poller.stepBack();
      env.close();
    },
  };
}
