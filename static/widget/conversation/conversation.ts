import { createAttempt } from './attempt';
import type { FoundBody } from '../../../src/contract/conversation';
import type { Failure, Opening } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import type { ConversationSteps } from './conversation-steps';
import { createConversationPoller } from './conversation-poller';
import { createConversationRecord, type ConversationRecord } from './conversation-record';
import { createOutbox, type Unsent } from './outbox';
import { hurry } from './poll-pace';
import type { Details } from './register-visitor';
import { afterReading, newlySaved } from './saved-conversation';
import { unreadAfter, type Said } from './transcript';

export interface ConversationState extends Pick<
  ConversationRecord,
  'saved' | 'transcript' | 'agentTyping' | 'lost' | 'held' | 'working' | 'gone'
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
  /** The next message starts another conversation. What was not sent is the visitor's again. */
  leave(): void;
  stop(): void;
}

/** A visitor's conversation, kept known while the page is visible. */
export function createConversation(
  means: ConversationMeans & {
    /** Fetches them, unless they are there; rejects where they cannot be had. */
    steps(): Promise<ConversationSteps>;
  },
  { onUpdate, onMessage, onReturned }: ConversationListeners,
): Conversation {
  const { env, client } = means;
  /** The one that the visitor left for another one. */
  let left: string | undefined;
  let finding: Promise<void> | undefined;

  const record = createConversationRecord(means, {
    onNews: update,
    onDropped: takeBack,
    onMessages(lines) {
      if (record.gone) return;
      outbox.forget(lines);
      if (record.caughtUp) for (const line of lines) onMessage(line);
    },
  });
  const outbox = createOutbox(means, record, update, takeBack);
  const poller = createConversationPoller(means, record, outbox, update);
  const starting = createAttempt(update);
  const registering = createAttempt(update);

  function takeBack(): void {
    const text = outbox.takeBack();
    if (text) onReturned(text);
  }

  function update(): void {
    if (record.gone) return;
    const { saved, open, caughtUp, transcript } = record;
    // The visitor looks at it.
    if (saved && open && caughtUp && env.visible()) record.save(afterReading(saved, transcript));
    onUpdate();
    poller.plan();
  }

  /** Which one a signed person has is the server's to say. Again before a start: it may be from another device. */
  function find(): Promise<void> {
    const identity = record.saved ? undefined : means.identity?.();
    return (finding ??= (
      identity && client.current ? come(client.current(identity)) : Promise.resolve()
    ).finally(() => (finding = undefined)));
  }

  async function come(asked: Promise<FoundBody>): Promise<void> {
    const found = await asked;
    if (!found.conversationId || record.saved || record.gone || found.conversationId === left) return;
    record.save({ ...newlySaved(found), seen: null, ended: found.ended });
    update();
  }

  const findIfPossible = (): void => void find().catch(() => undefined);

  /** The line is back, or the visitor: what failed is tried again. */
  function comeBack(): void {
    hurry(outbox.pause);
    hurry(record);
    update();
  }

  env.listen(comeBack);
  env.listen(comeBack, 'online');
  env.listen(update, 'offline');
  findIfPossible();
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
    start: (opening) =>
      starting.run(async () => {
        const before = record.saved;
        await find();
        if (!record.saved || record.saved === before)
          return (await means.steps()).startConversation(means, record, opening, update);
        outbox.add(opening.message);
        void outbox.flush(record.saved);
      }),
    send(text) {
      outbox.add(text);
      update();
      if (record.saved) void outbox.flush(record.saved);
    },
    register: (details) =>
      registering.run(async () => (await means.steps()).registerVisitor(means, record, details)),
    show(open) {
      record.show(open);
      if (open) findIfPossible();
      update();
    },
    leave() {
      left = record.saved?.id;
      if (left) client.leave?.(left);
      record.drop();
      update();
    },
    stop() {
      record.gone = true;
      env.close();
    },
  };
}
