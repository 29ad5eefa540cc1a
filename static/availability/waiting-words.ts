import type { OwnWaitingChat, OwnWaitingChats } from '../../src/contract/panel';
import { customerName } from '../app/customer-name';
import type { Texts } from '../app/texts';

/** A flag is read in passing: more of them are counted. */
const NAMED = 3;

/** A chat of mine that waits, and what it is called: "SUP-15 Mia Miller". */
export interface NamedChat extends OwnWaitingChat {
  label: string;
}

/** The longest wait first, wherever that is. */
export const namedChats = (texts: Texts, waiting: OwnWaitingChats[]): NamedChat[] =>
  waiting
    .flatMap(({ chats, anonymousName }) =>
      chats.map((chat) => {
        const customer = customerName(texts, chat.customer, anonymousName);
        return { ...chat, label: chat.issueKey === null ? customer : `${chat.issueKey} ${customer}` };
      }),
    )
    .sort((a, b) => Date.parse(a.waitingSince) - Date.parse(b.waitingSince));

/** How many of my chats wait, those included that are not named. */
export const countWaiting = (waiting: OwnWaitingChats[]): number =>
  waiting.reduce((sum, { count }) => sum + count, 0);

/** "2 of your chats are waiting for a reply" */
export function waitingWords(texts: Texts, waiting: OwnWaitingChats[]): string {
  const count = countWaiting(waiting);
  return waiting.some(({ isMore }) => isMore)
    ? texts.t('agent.atLeastWaiting', { count })
    : texts.counted('agent.waiting', count);
}

/** The same in one sentence with their names. */
export function waitingSentence(texts: Texts, waiting: OwnWaitingChats[]): string {
  const count = countWaiting(waiting);
  const labels = namedChats(texts, waiting).map(({ label }) => label);
  const named = labels.slice(0, NAMED);
  const more = count - named.length;
  const names = texts.list(more > 0 ? [...named, texts.counted('background.moreChats', more)] : named);
  return waiting.some(({ isMore }) => isMore)
    ? texts.t('background.yoursWaitAtLeast', { count, names })
    : texts.counted('background.yoursWait', count, { names });
}
