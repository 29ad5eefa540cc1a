import type { Waiting, WaitingChat } from '../../../src/contract/inbox';
import type { FlagNeeds, ShownFlag } from '../../app/flag';
import { customerName } from '../../app/customer-name';
import { createShownFlags, type ShownFlags } from './shown-flags';

/** More chats than this at once make one flag. */
const FLAGS_AT_ONCE = 3;

/** Characters of a message in a flag. */
const LINE_LENGTH = 80;

/** One that waits where I am online, and where that is. */
export interface ChatToTell extends WaitingChat {
  projectId: string;
  projectName: string;
  anonymousName: string;
}

export interface WaitingFlagsNeeds extends FlagNeeds {
  /** Is the conversation before somebody's eyes on this page? */
  isRead(conversationId: string): Promise<boolean>;
  openChats(projectId: string, conversationId: string): void;
}

export interface WaitingFlags {
  /** Raises a flag for each chat that waits and has none on this page yet, and takes back those of chats that do not. */
  show(waiting: Waiting): Promise<void>;
  /** Takes back the flags of chats that wait no more, and raises none. */
  takeBack(waiting: Waiting): void;
  /** Takes the flag of a conversation back: somebody reads it. */
  close(conversationId: string): void;
}

/** The longest wait first, of all projects. */
export const chatsToTell = ({ projects }: Waiting): ChatToTell[] =>
  projects
    .flatMap(({ chats, projectId, projectName, anonymousName }) =>
      chats.map((chat) => ({ ...chat, projectId, projectName, anonymousName })),
    )
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since));

/** The same for as long as nothing more is said in it. */
export const wordId = ({ conversationId, lastAt }: WaitingChat): string => `${conversationId} ${lastAt}`;

/**
 * "Cara in Support: Hello, …" as long as the chat waits (rule D1): after a reload, too, and of any age. What was said in it
 * since makes a new flag in the place of the one before; one that was dismissed does not come back on this page until then.
 */
export function createWaitingFlags(needs: WaitingFlagsNeeds): WaitingFlags {
  const { isRead } = needs;
  const shown = createShownFlags();
  const told = new Set<string>();
  /** The flag for more than a few, and what it was raised for. */
  let summary: { flag: ShownFlag; about: ChatToTell[] } | null = null;

  /** One flag for all of them, and for what the one before it still was about. */
  function summarize(fresh: ChatToTell[]): void {
    const left = summary ? shown.take(summary.flag) : [];
    const before = summary?.about.filter(({ conversationId }) => left.includes(conversationId)) ?? [];
    const about = [...before, ...fresh];
    summary = null;
    if (about.length > 0) summary = { flag: show(needs, shown, about, summaryOf(needs, about)), about };
  }

  function takeBack(waiting: Waiting): void {
    const left = new Set(chatsToTell(waiting).map(({ conversationId }) => conversationId));
    for (const id of shown.conversationIds()) if (!left.has(id)) shown.close(id);
  }

  return {
    close: shown.close,
    takeBack,
    show: async (waiting) => {
      takeBack(waiting);
      const fresh: ChatToTell[] = [];
      for (const chat of chatsToTell(waiting)) {
        if (told.has(wordId(chat))) continue;
        told.add(wordId(chat));
        shown.close(chat.conversationId);
        // What somebody reads counts as told.
        if (!(await isRead(chat.conversationId))) fresh.push(chat);
      }
      const isOutdated = summary && shown.count(summary.flag) < summary.about.length;
      if (fresh.length > FLAGS_AT_ONCE) return summarize(fresh);
      // What it says is true of the chats that are left.
      if (isOutdated) summarize([]);
      for (const chat of fresh) show(needs, shown, [chat], flagOf(needs, chat));
    },
  };
}

/** Shows a flag that is about these conversations, the longest wait first. */
function show(
  { texts, showFlag, openChats }: WaitingFlagsNeeds,
  shown: ShownFlags,
  about: ChatToTell[],
  { id, title }: { id: string; title: string },
): ShownFlag {
  const flag = showFlag({
    id,
    type: 'info',
    title,
    actions: [
      {
        text: texts.t('background.openChat'),
        onClick: () => {
          const left = shown.take(flag);
          const opened = about.find(({ conversationId }) => left.includes(conversationId)) ?? about[0];
          if (opened) openChats(opened.projectId, opened.conversationId);
        },
      },
    ],
    isAutoDismiss: false,
  });
  shown.add(
    flag,
    about.map(({ conversationId }) => conversationId),
  );
  return flag;
}

function flagOf({ texts }: WaitingFlagsNeeds, chat: ChatToTell): { id: string; title: string } {
  const { projectName: project, isNew } = chat;
  const line = shortened(chat.line);
  const name = customerName(texts, chat.customer, chat.anonymousName);
  // "New chat" says enough of somebody who did not say who they are.
  const begins = chat.customer === null ? 'background.newChat' : 'background.newChatFrom';
  const title = texts.t(isNew ? begins : 'background.newMessage', { name, project, line });
  return { id: `waiting ${wordId(chat)}`, title };
}

const summaryOf = ({ texts }: WaitingFlagsNeeds, about: ChatToTell[]): { id: string; title: string } => ({
  id: `waiting ${about.map(wordId).join(' ')}`.slice(0, 200),
  title: texts.counted('background.manyChats', about.length),
});

/** By characters, not by UTF-16 units: half an emoji is none. */
function shortened(line: string): string {
  const characters = [...line];
  return characters.length <= LINE_LENGTH ? line : `${characters.slice(0, LINE_LENGTH).join('').trimEnd()}…`;
}
