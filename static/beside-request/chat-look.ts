import type { InboxRow } from '../../src/contract/inbox';
import type { RequestChat } from '../../src/contract/request-chat';
import { agentName } from '../app/agent-name';
import { customerName } from '../app/customer-name';
import { clockTime, duration } from '../app/format-time';
import type { Texts } from '../app/texts';
import { unanswerableText } from '../chats/conversation/unanswerable-text';
import { identityKey } from '../chats/customer/identity-key';
import { failureLine } from '../chats/failure-text';
import { isLongWait } from '../chats/long-wait';

/** What is shown of the request's chat. */
export interface ChatLook {
  /** `late`: waiting for long. `stopped`: nothing that is written here reaches its customer. */
  state: 'waiting' | 'late' | 'replied' | 'ended' | 'stopped' | 'unknown';
  /** Another one when something happened in it. */
  key: string;
  /** It is what somebody came for. */
  isMain: boolean;
  title: string;
  /** A second sentence; empty: none. */
  after: string;
  facts: Fact[];
  /** On the button that leads to it. */
  open: string;
}

export interface Fact {
  /** What is drawn before the words. */
  mark: 'here' | 'away' | 'unsure' | 'warning' | null;
  text: string;
}

export interface ChatViewer {
  viewerId: string;
  now: number;
}

type Said = Pick<ChatLook, 'state' | 'title' | 'after'>;

export function chatLook(
  texts: Texts,
  { chat, anonymousName }: Pick<RequestChat, 'anonymousName'> & { chat: NonNullable<RequestChat['chat']> },
  viewer: ChatViewer,
): ChatLook {
  const { row, continuesIn } = chat;
  const name = customerName(texts, row.customer, anonymousName);
  const stopped =
    unanswerableText(texts, { row }) ??
    (continuesIn === undefined ? null : texts.t('beside.continuesIn', { key: continuesIn }));
  const isMain = row.unanswered && stopped === null;
  const said: Said =
    stopped === null ? saidOf(texts, row, name, viewer) : { state: 'stopped', title: stopped, after: '' };
  return {
    ...said,
    key: `${said.state === 'late' ? 'waiting' : said.state} ${row.lastAt}`,
    isMain,
    open: texts.t(isMain ? 'beside.replyInChat' : 'beside.openChat'),
    facts: stopped === null ? factsOf(texts, row, name, viewer) : [{ mark: null, text: name }],
  };
}

function saidOf(texts: Texts, row: InboxRow, name: string, { viewerId, now }: ChatViewer): Said {
  if (row.waitingSince !== null) {
    const waited = Math.max(0, now - Date.parse(row.waitingSince));
    const title = texts.t('beside.waits', { name, duration: duration(waited, texts) });
    // Here is where one would comment.
    const after = row.confidence === 'unconfirmed' ? texts.t('beside.confirmByReply') : '';
    return { state: isLongWait(waited) ? 'late' : 'waiting', title, after };
  }
  if (row.ended)
    return { state: 'ended', title: texts.t('beside.ended'), after: texts.t('beside.endedThen') };
  const time = clockTime(Date.parse(row.lastAt), now, texts);
  const title =
    row.lastAgent?.accountId === viewerId
      ? texts.t('beside.youReplied', { time })
      : texts.t('beside.replied', {
          name: row.lastAgent ? agentName(texts, row.lastAgent) : texts.t('agent.someone'),
          time,
        });
  return { state: 'replied', title, after: '' };
}

/** The words are those of the inbox: whether they are here, how sure it is who they are (rule T1), and whose chat it is. */
function factsOf(texts: Texts, row: InboxRow, name: string, { viewerId }: ChatViewer): Fact[] {
  const { t } = texts;
  const here = t(row.here ? 'inbox.hereNow' : 'inbox.notHere');
  return [
    // Who waits is named already.
    { mark: null, text: row.waitingSince === null ? name : '' },
    { mark: row.here ? 'here' : 'away', text: here },
    { mark: row.confidence === 'unconfirmed' ? 'unsure' : null, text: t(identityKey({ row })) },
    { mark: null, text: whoseText(texts, row, viewerId) },
    { mark: null, text: row.pending > 0 ? texts.counted('inbox.onTheirWay', row.pending) : '' },
    { mark: 'warning', text: row.failure === null ? '' : failureLine(texts, row.failure) },
  ].filter((fact): fact is Fact => fact.text !== '');
}

function whoseText(texts: Texts, { assignee, assigneeLeft }: InboxRow, viewerId: string): string {
  if (!assignee) return texts.t('inbox.unassigned');
  if (assignee.accountId === viewerId) return texts.t('inbox.assignedToYou');
  return texts.t(assigneeLeft ? 'inbox.assignedToLeft' : 'inbox.assignedTo', {
    name: agentName(texts, assignee),
  });
}
