import type { PublicEvent } from '../../../src/contract/conversation';
import type { Failure } from './conversations';
import type { Environment } from '../browser/environment';
import { readChat, saveChat, type SavedChat } from './saved-chat';
import { adopt, EMPTY_TRANSCRIPT, type Line, type Transcript } from './transcript';

export interface ChatRecord {
  /** Null: nothing was started, or it cannot be gone on with. */
  saved: SavedChat | null;
  transcript: Transcript;
  /** Is all known that was said before the page was loaded? */
  caughtUp: boolean;
  agentTyping: boolean;
  /** When to ask again. 0: something was missed, or nothing is known yet. */
  due: number;
  /** Is it this tab that asks? Then it decides when: another's pace is that of a closed panel, perhaps. */
  leads: boolean;
  /** Changes what is saved, in all tabs. */
  save(chat: SavedChat): void;
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
  saved?: SavedChat | null;
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
export function createChatRecord(
  env: Environment,
  name: string,
  { onNews, onDropped, onOpened, onMessages }: RecordListeners,
): ChatRecord {
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
  function take(chat: SavedChat): void {
    if (chat.id !== record.saved?.id) {
      Object.assign(record, { transcript: EMPTY_TRANSCRIPT, caughtUp: false, due: 0 });
    }
    record.saved = chat;
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

  const record: ChatRecord = {
    saved: readChat(env, name),
    transcript: EMPTY_TRANSCRIPT,
    caughtUp: false,
    agentTyping: false,
    due: 0,
    leads: false,
    save(chat) {
      take(chat);
      saveChat(env, name, chat);
      post({ saved: chat });
    },
    drop(reason) {
      forget(reason);
      saveChat(env, name, null);
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
