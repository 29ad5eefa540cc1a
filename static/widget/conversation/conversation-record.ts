import type { PublicEvent } from '../../../src/contract/conversation';
import type { Failure } from './conversation-client';
import type { ConversationMeans } from './conversation-means';
import { NO_PAUSE, pauseFor, pollInterval, type Pause } from './poll-pace';
import { readConversation, saveConversation, type SavedConversation } from './saved-conversation';
import { adopt, EMPTY_TRANSCRIPT, type Said, type Transcript } from './transcript';

/** Its pause is the one before the next question. `due` is 0 as well where something was missed, or nothing is known yet. */
export interface ConversationRecord extends Pause {
  /** Null: nothing was started, or it cannot be gone on with. */
  saved: SavedConversation | null;
  transcript: Transcript;
  /** Why the conversation cannot be gone on with. What was said stays readable. */
  lost: Failure['error'] | undefined;
  /** Is all known that was said before the page was loaded? */
  caughtUp: boolean;
  agentTyping: boolean;
  /** It is stored, and not passed on to the agents yet: too many started at once. */
  held: boolean;
  /** The browser works for a start, and has done so for some time. */
  working: boolean;
  /** It is not shown here any more. */
  gone: boolean;
  /** Did this tab ask last? Then it goes on, and the others only look whether it does. */
  leads: boolean;
  /** Is this tab's panel open? */
  open: boolean;
  /** Changes what is saved, in all tabs. */
  save(saved: SavedConversation): void;
  /**
   * In all tabs the conversation is not gone on with: left for another one and forgotten, or lost for this reason and
   * still readable.
   */
  drop(reason?: Failure['error']): void;
  /** The server said that it does not go on with this one, which may have been left meanwhile. */
  lose(saved: SavedConversation, failure: Failure): void;
  /** Is asked for after the seconds that the server said; sooner when nothing is said. */
  postpone(next?: number, retryAfter?: number): void;
  /** Takes events over, in all tabs. */
  tell(events: PublicEvent[]): void;
  /** The server has taken the visitor's own message as event `n`, at `at`. */
  tellOwn(message: { id: string; text: string }, n: number, at: string): void;
  /** This tab's panel was opened, so that it is to ask from now on, or closed. */
  show(open: boolean): void;
}

export interface RecordListeners {
  /** Another tab had something to tell. */
  onNews(): void;
  /** The conversation was dropped, here or in another tab. */
  onDropped(): void;
  /** Messages that came in. */
  onMessages(lines: Said[]): void;
}

/** What the browser's tabs tell each other. */
interface News extends Partial<Pick<ConversationRecord, 'saved' | 'agentTyping' | 'held' | 'due'>> {
  /** Why nothing is saved any more, where that is not the visitor's wish. */
  reason?: Failure['error'] | undefined;
  /** Events of the conversation that has this id. */
  of?: string;
  events?: PublicEvent[];
  opened?: true;
  /** Whose panel is open, asks in a quicker step: nobody with an open one waits for another's slow one. */
  open?: boolean;
}

/** What is known of the conversation; the same in all tabs of the browser. */
export function createConversationRecord(
  { env, name, client }: ConversationMeans,
  { onNews, onDropped, onMessages }: RecordListeners,
): ConversationRecord {
  const send = env.channel(`${name}:chat`, (message) => {
    const { saved, reason, of, events, opened, open, due, ...news } = message as News;
    if (saved) take(saved);
    if (saved === null) forget(reason);
    if (opened && !record.open) record.leads = false;
    if (events && of === record.saved?.id) {
      Object.assign(record, news, (open === true || !record.open) && { due, earliest: due, leads: false });
      learn(events);
    }
    onNews();
  });
  // Another tab may be somebody else's by now: it gets nothing of a chat that belongs to a signed person (rule T3).
  const post = (news: News): void => {
    if (!record.saved?.signed) send(news);
  };

  /** Another conversation than before, or the same with more of it seen. */
  function take(saved: SavedConversation): void {
    if (saved.id !== record.saved?.id) {
      Object.assign(record, { transcript: EMPTY_TRANSCRIPT, caughtUp: false, due: 0 });
    }
    record.saved = saved;
    record.lost = undefined;
  }

  function forget(reason: Failure['error'] | undefined): void {
    record.saved = null;
    record.lost = reason;
    if (!reason) record.transcript = EMPTY_TRANSCRIPT;
    onDropped();
  }

  function learn(events: PublicEvent[]): void {
    const before = record.transcript.n;
    record.transcript = adopt(record.transcript, events);
    const { n, lines } = record.transcript;
    onMessages(lines.filter((line): line is Said => line.n > before && line.kind === 'message'));
    if (events.some((event) => event.n > n)) record.due = 0;
  }

  const record: ConversationRecord = {
    saved: readConversation(env, name),
    transcript: EMPTY_TRANSCRIPT,
    lost: undefined,
    caughtUp: false,
    agentTyping: false,
    held: false,
    working: false,
    gone: false,
    ...NO_PAUSE,
    leads: true,
    open: false,
    save(saved) {
      if (saved === record.saved) return;
      take(saved);
      saveConversation(env, name, saved);
      post({ saved });
    },
    drop(reason) {
      forget(reason);
      saveConversation(env, name, null);
      post({ saved: null, reason });
    },
    lose(saved, { error }) {
      if (record.saved?.id === saved.id) record.drop(error);
    },
    postpone(next = 0, retryAfter) {
      pauseFor(record, env, pollInterval(next, record.open, client.slowdown?.() ?? 1), retryAfter);
    },
    tell(events) {
      learn(events);
      const { saved, agentTyping, held, due, open } = record;
      if (saved) post({ of: saved.id, events, agentTyping, held, due, open });
    },
    tellOwn({ id: clientMessageId, text }, n, at) {
      record.tell([{ n, at, kind: 'message', from: 'visitor', text, clientMessageId }]);
    },
    show(open) {
      record.open = open;
      if (!open) return;
      // In its quicker step.
      record.due = 0;
      post({ opened: true });
    },
  };
  return record;
}
