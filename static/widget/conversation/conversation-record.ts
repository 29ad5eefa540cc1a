import type { PublicEvent } from '../../../src/contract/webtrigger-api';
import type { Failure } from './conversation-client';
import type { Environment } from '../browser/environment';
import { readConversation, saveConversation, type SavedConversation } from './saved-conversation';
import { adopt, EMPTY_TRANSCRIPT, type Line, type Transcript } from './transcript';

export interface ConversationRecord {
  /** Null: nothing was started, or it cannot be gone on with. */
  saved: SavedConversation | null;
  transcript: Transcript;
  /** Is all known that was said before the page was loaded? */
  caughtUp: boolean;
  agentTyping: boolean;
  /** When to ask again. 0: something was missed, or nothing is known yet. */
  due: number;
  /** Is it this tab that asks? Then it decides when: another's pace is that of a closed panel, perhaps. */
  leads: boolean;
  /** Changes what is saved, in all tabs. */
  save(saved: SavedConversation): void;
  /**
   * In all tabs the conversation is not gone on with: left for another one and forgotten, or lost for this reason and
   * still readable.
   */
  drop(reason?: Failure['error']): void;
  /** Takes events over, in all tabs. */
  tell(events: PublicEvent[]): void;
  /** The panel of this tab was opened: it is to ask from now on. */
  tellOpened(): void;
}

export interface RecordListeners {
  /** Another tab had something to tell. */
  onNews(): void;
  /** Another tab dropped the conversation. */
  onDropped(reason: Failure['error'] | undefined): void;
  /** Another tab's panel was opened. */
  onOpened(): void;
  /** Messages that came in. */
  onMessages(lines: Line[]): void;
}

/** What the browser's tabs tell each other. */
interface News {
  saved?: SavedConversation | null;
  /** Why nothing is saved any more, where that is not the visitor's wish. */
  reason?: Failure['error'] | undefined;
  /** Events of the conversation that has this id. */
  of?: string;
  events?: PublicEvent[];
  agentTyping?: boolean;
  due?: number;
  opened?: true;
}

/** What is known of the conversation; the same in all tabs of the browser. */
export function createConversationRecord(
  env: Environment,
  name: string,
  { onNews, onDropped, onOpened, onMessages }: RecordListeners,
): ConversationRecord {
  const send = env.channel(`${name}:chat`, (message) => {
    const { saved, reason, of, events, opened, ...news } = message as News;
    if (saved) take(saved);
    if (saved === null) {
      forget(reason);
      onDropped(reason);
    }
    if (opened) onOpened();
    if (events && of === record.saved?.id) {
      Object.assign(record, news, record.leads && { due: record.due });
      learn(events);
    }
    onNews();
  });
  const post = (news: News): void => send(news);

  /** Another conversation than before, or the same with more of it seen. */
  function take(saved: SavedConversation): void {
    if (saved.id !== record.saved?.id) {
      Object.assign(record, { transcript: EMPTY_TRANSCRIPT, caughtUp: false, due: 0 });
    }
    record.saved = saved;
  }

  function forget(reason: Failure['error'] | undefined): void {
    record.saved = null;
    if (!reason) record.transcript = EMPTY_TRANSCRIPT;
  }

  function learn(events: PublicEvent[]): void {
    const before = record.transcript.n;
    record.transcript = adopt(record.transcript, events);
    const { n, lines } = record.transcript;
    onMessages(lines.filter((line) => line.n > before && line.kind === 'message'));
    if (events.some((event) => event.n > n)) record.due = 0;
  }

  const record: ConversationRecord = {
    saved: readConversation(env, name),
    transcript: EMPTY_TRANSCRIPT,
    caughtUp: false,
    agentTyping: false,
    due: 0,
    leads: false,
    save(saved) {
      take(saved);
      saveConversation(env, name, saved);
      post({ saved });
    },
    drop(reason) {
      forget(reason);
      saveConversation(env, name, null);
      post({ saved: null, reason });
    },
    tell(events) {
      learn(events);
      const { saved, agentTyping, due } = record;
      if (saved) post({ of: saved.id, events, agentTyping, due });
    },
    tellOpened: () => post({ opened: true }),
  };
  return record;
}
