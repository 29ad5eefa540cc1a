import { createConversationPoller } from './conversation-poller';
import { createConversationRecord } from './conversation-record';
import { failureOf, type ConversationClient, type Failure, type Opening } from './conversation-client';
import type { Environment } from '../browser/environment';
import { createOutbox, type Unsent } from './outbox';
import type { SavedConversation } from './saved-conversation';
import { unreadAfter, type Line, type Transcript } from './transcript';

export interface ConversationState {
  /** Null: nothing was started, or it cannot be gone on with. */
  saved: SavedConversation | null;
  transcript: Transcript;
  unsent: Unsent[];
  agentTyping: boolean;
  unread: number;
  starting: boolean;
  /** Why the last attempt to start or to send failed. */
  failure: Failure | undefined;
  /** Why the details that the visitor left were not taken. */
  registerFailure: Failure | undefined;
  /** Why the conversation cannot be gone on with. What was said stays readable. */
  lost: Failure['error'] | undefined;
}

export interface ConversationListeners {
  onUpdate(): void;
  /** Not for what was said before the page was loaded. */
  onMessage(line: Line): void;
  /** Messages that cannot be sent any more, as text for the field. */
  onReturned(text: string): void;
}

export interface Conversation {
  state(): ConversationState;
  /** Resolves with whether the conversation was started. */
  start(opening: Omit<Opening, 'clientMessageId'>): Promise<boolean>;
  send(text: string): void;
  /** The visitor, who started anonymously, says who they are. */
  register(details: { name: string; email: string }): Promise<void>;
  /** The panel was opened or closed. */
  show(open: boolean): void;
  /** The next message starts another conversation. */
  leave(): void;
  stop(): void;
}

/** A visitor's conversation, kept known while the page is visible. */
export function createConversation(
  env: Environment,
  /** Names what is stored and what the browser's tabs share. */
  name: string,
  client: ConversationClient,
  newId: () => string,
  { onUpdate, onMessage, onReturned }: ConversationListeners,
): Conversation {
  const { session, visible } = env;
  const startKey = `${name}:start`;
  let open = false;
  let starting = false;
  let stopped = false;
  let startFailure: Failure | undefined;
  let registering = false;
  let registerFailure: Failure | undefined;
  let lost: Failure['error'] | undefined;

  const record = createConversationRecord(env, name, {
    onNews: update,
    onDropped(reason) {
      lost = reason;
      takeBack();
    },
    onOpened() {
      if (!open) poller.stepBack();
    },
    onMessages(lines) {
      outbox.forget(new Set(lines.map(({ clientMessageId }) => clientMessageId)));
      if (record.caughtUp) for (const line of lines) onMessage(line);
    },
  });
  const outbox = createOutbox(env, `${name}:unsent`, client.send, {
    onUpdate: update,
    onLost: lose,
    onSent(chat, { id: clientMessageId, text }, { n, now: at }) {
      if (record.saved?.id !== chat.id) return;
      // Soon, for the note that it was delivered.
      poller.postpone();
      record.tell([{ n, at, kind: 'message', from: 'visitor', text, clientMessageId }]);
    },
  });
  const { poll } = client;
  const isOpen = (): boolean => open;
  const poller = createConversationPoller({
    env,
    name,
    poll,
    slowdown: () => client.slowdown?.() ?? 1,
    record,
    outbox,
    isOpen,
    onUpdate: update,
    onLost: lose,
  });

  function lose(chat: SavedConversation, { error }: Failure): void {
    if (record.saved?.id !== chat.id) return;
    lost = error;
    record.drop(error);
    takeBack();
  }

  function takeBack(): void {
    const texts = outbox.takeBack().map(({ text }) => text);
    if (texts[0]) onReturned(texts.join('\n\n'));
  }

  function update(): void {
    if (stopped) return;
    const { saved, caughtUp, transcript } = record;
    const { n, ended, registered } = transcript;
    const byMail = saved?.byMail === true || registered?.byMail === true;
    // The visitor looks at it.
    const isSeen = open && caughtUp && visible();
    if (saved && isSeen && ((saved.seen ?? -1) < n || saved.ended !== ended || saved.byMail !== byMail)) {
      record.save({ ...saved, seen: n, ended, byMail });
    }
    onUpdate();
    poller.plan();
  }

  env.listen(update);
  if (!record.saved) takeBack();
  poller.plan();

  return {
    state() {
      const { saved, transcript, agentTyping } = record;
      return {
        saved,
        transcript,
        agentTyping,
        unsent: outbox.list(),
        unread: unreadAfter(transcript, saved ? saved.seen : Infinity).length,
        starting,
        registerFailure,
        failure: startFailure ?? (saved ? outbox.failure() : undefined),
        // Another one was started since, in another tab perhaps.
        lost: saved ? undefined : lost,
      };
    },
    async start(opening) {
      if (starting) return false;
      starting = true;
      startFailure = undefined;
      update();
      const { message: text } = opening;
      // The same text tried again is the same message, also on the next page.
      const tried = JSON.parse(session?.getItem(startKey) ?? '{}') as Partial<Unsent>;
      const clientMessageId = tried.id && tried.text === text ? tried.id : newId();
      session?.setItem(startKey, JSON.stringify({ id: clientMessageId, text }));
      try {
        const started = await client.start({ ...opening, clientMessageId });
        const { conversationId: id, token, visitor, now: at, next } = started;
        session?.setItem(startKey, '{}');
        const { kind, email } = visitor;
        lost = undefined;
        record.save({
          id,
          token,
          email,
          byMail: kind === 'portal' || (kind !== 'anonymous' && email !== null),
          seen: 0,
          ended: false,
          ...(kind === 'anonymous' && email === null && { anonymous: true }),
        });
        record.caughtUp = true;
        poller.postpone(next);
        record.tell([{ n: 1, at, kind: 'message', from: 'visitor', text, clientMessageId }]);
      } catch (thrown) {
        startFailure = failureOf(thrown);
      }
      starting = false;
      update();
      return !startFailure;
    },
    send(text) {
      outbox.add({ id: newId(), text, state: 'sending' });
      update();
      if (record.saved) void outbox.flush(record.saved);
    },
    async register(details) {
      const chat = record.saved;
      if (!chat || registering) return;
      registering = true;
      registerFailure = undefined;
      update();
      try {
        const { visitor } = await client.register(chat.id, { token: chat.token, ...details });
        const { saved, transcript } = record;
        if (saved?.id === chat.id) {
          record.save({ ...saved, email: visitor.email, detailsAt: transcript.n });
          // Soon, for what Jira makes of it.
          poller.postpone();
        }
      } catch (thrown) {
        registerFailure = failureOf(thrown);
        if (registerFailure.error === 'not-found') lose(chat, registerFailure);
      }
      registering = false;
      update();
    },
    show(shown) {
      open = shown;
      // The tab with an open panel asks, in its quicker step.
      if (open) {
        record.due = 0;
        record.tellOpened();
      } else poller.stepBack();
      update();
    },
    leave() {
      if (record.saved) client.leave?.(record.saved.id);
      outbox.takeBack();
      lost = undefined;
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
