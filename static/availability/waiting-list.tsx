import type { OwnWaitingChat, OwnWaitingChats } from '../../src/contract/panel';
import { customerName } from '../app/customer-name';
import { duration } from '../app/format-time';
import type { Texts } from '../app/texts';
import { useTexts } from '../app/texts-context';

export interface WaitingListProps {
  waiting: OwnWaitingChats[];
  now: number;
  onOpen(chat: OwnWaitingChat): void;
}

/** "2 of your chats are waiting for a reply" */
export function waitingWords(texts: Texts, waiting: OwnWaitingChats[]): string {
  const count = waiting.reduce((sum, each) => sum + each.count, 0);
  return waiting.some(({ isMore }) => isMore)
    ? texts.t('agent.atLeastWaiting', { count })
    : texts.counted('agent.waiting', count);
}

/** The same, with a link to each (rule S11). */
export function WaitingList({ waiting, now, onOpen }: WaitingListProps) {
  const texts = useTexts();
  const count = waiting.reduce((sum, each) => sum + each.count, 0);
  const shown = waiting.flatMap(({ chats, anonymousName }) =>
    chats.map((chat) => ({
      ...chat,
      customer: customerName(texts, chat.customer, anonymousName),
    })),
  );
  const more = count - shown.length;
  return (
    <div className="agent-waiting">
      <p>
        <strong>{waitingWords(texts, waiting)}</strong>
      </p>
      <ul>
        {shown.map((chat) => (
          <li key={chat.conversationId} className="agent-waiting-chat">
            <button type="button" className="agent-text-link" onClick={() => onOpen(chat)}>
              {chat.issueKey === null ? chat.customer : `${chat.issueKey} ${chat.customer}`}
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
