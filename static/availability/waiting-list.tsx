import type { OwnWaitingChat, OwnWaitingChats } from '../../src/contract/panel';
import { duration } from '../app/format-time';
import { useTexts } from '../app/texts-context';
import { countWaiting, namedChats, waitingWords } from './waiting-words';

export interface WaitingListProps {
  waiting: OwnWaitingChats[];
  now: number;
  onOpen(chat: OwnWaitingChat): void;
}

/** "2 of your chats are waiting for a reply", with a link to each (rule S11). */
export function WaitingList({ waiting, now, onOpen }: WaitingListProps) {
  const texts = useTexts();
  const shown = namedChats(texts, waiting);
  const more = countWaiting(waiting) - shown.length;
  return (
    <div className="agent-waiting">
      <p>
        <strong>{waitingWords(texts, waiting)}</strong>
      </p>
      <ul>
        {shown.map((chat) => (
          <li key={chat.conversationId} className="agent-waiting-chat">
            <button type="button" className="fd-link" onClick={() => onOpen(chat)}>
              {chat.label}
            </button>
            <span className="fd-small">{duration(now - Date.parse(chat.waitingSince), texts)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="fd-small fd-subtle">{texts.counted('agent.more', more)}</p>}
      <p className="fd-small fd-subtle">{texts.t('agent.stayYours')}</p>
    </div>
  );
}
