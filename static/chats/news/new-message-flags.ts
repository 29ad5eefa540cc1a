import type { NewMessages } from '../../../src/contract/inbox';
import { FLAGGED_CHATS } from '../../../src/domain/limits';
import { customerName } from '../customer-name';
import { createSoundPreference } from './sound-preference';
import type { Call } from '../../app/call';
import type { ShownOnce } from '../../app/claims/shown-once';
import type { FlagNeeds, ShownFlag } from '../../app/flag';
import { newsOfConversations, type ConversationNews } from './conversation-news';
import { createShownFlags, type ShownFlags } from './shown-flags';

/** Messages older than this are no news: a page that was hidden for long does not tell the whole day. */
export const NEWS_MS = 60 * 60_000;
/**
 * Each question overlaps the one before, because a message is listed some moments after it was stored; what was told is
 * claimed and not told again. A page that just opened thus also asks for what came while the one before it closed.
 */
const OVERLAP_MS = 60_000;
/** More conversations than this at once make one flag. */
const FLAGS_AT_ONCE = 3;

export interface NewMessageFlagsNeeds extends FlagNeeds {
  call: Call;
  shownOnce: ShownOnce;
  /** Is the conversation before somebody's eyes on this page? */
  isRead(conversationId: string): Promise<boolean>;
  openChats(projectId: string, conversationId: string): void;
  playSound(): void;
}

export interface NewMessageFlags {
  /** Asks what visitors wrote, raises one flag per conversation, and takes back those of chats that were seen to. */
  tell(): Promise<void>;
  /** Takes the flag of a conversation back: somebody reads it. */
  close(conversationId: string): void;
  /** Is there any flag to take back? */
  areShown(): boolean;
}

/** "Cara in Support: Hello, …" on any Jira page, for agents who are online there: the server's answer decides who. */
export function createNewMessageFlags(needs: NewMessageFlagsNeeds): NewMessageFlags {
  const { call, clock, shownOnce, isRead, playSound } = needs;
  const shown = createShownFlags();
  let since: number | null = null;
  /** The flag for more than a few, and what it was raised for. */
  let summary: { flag: ShownFlag; about: ConversationNews[] } | null = null;

  /** One flag for all of them, and for what the one before it still was about. */
  function summarize(fresh: ConversationNews[]): void {
    const left = summary ? shown.take(summary.flag) : [];
    const before = summary?.about.filter(({ conversationId }) => left.includes(conversationId)) ?? [];
    const about = [...fresh, ...before];
    summary = { flag: show(needs, shown, about, summaryOf(needs, about)), about };
  }

  async function fetchNews(): Promise<NewMessages | null> {
    const now = clock.now();
    const from = Math.max((since ?? now) - OVERLAP_MS, now - NEWS_MS);
    const flagged = shown.conversationIds().slice(-FLAGGED_CHATS);
    const answer = await call('getNewMessages', {
      since: new Date(from).toISOString(),
      ...(flagged.length > 0 && { flagged }),
    });
    if (!answer.ok) return null;
    since = Date.parse(answer.value.now);
    return answer.value;
  }

  return {
    close: shown.close,
    areShown: () => shown.conversationIds().length > 0,
    tell: async () => {
      // Only a window that somebody looks at may use up the one showing there is.
      if (document.visibilityState === 'hidden') return;
      const fetched = await fetchNews();
      for (const conversationId of fetched?.settled ?? []) shown.close(conversationId);
      const fresh: ConversationNews[] = [];
      for (const news of newsOfConversations(fetched?.messages ?? [])) {
        const { conversationId, at } = news;
        if (!(await shownOnce.claim(`${conversationId} ${at}`, clock.now()))) continue;
        // What somebody reads counts as told.
        if (await isRead(conversationId)) shown.close(conversationId);
        else fresh.push(news);
      }
      if (fresh.length === 0) return;
      for (const { conversationId } of fresh) shown.close(conversationId);
      if (fresh.length > FLAGS_AT_ONCE) summarize(fresh);
      else for (const news of fresh) show(needs, shown, [news], flagOf(needs, news));
      if (createSoundPreference().isOn()) playSound();
    },
  };
}

/** Shows a flag that is about these conversations, newest first. */
function show(
  { texts, showFlag, openChats }: NewMessageFlagsNeeds,
  shown: ShownFlags,
  about: ConversationNews[],
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

function flagOf({ texts }: NewMessageFlagsNeeds, news: ConversationNews): { id: string; title: string } {
  const { conversationId, projectName: project, line, isNew, at } = news;
  const name = customerName(texts, news.customer, news.anonymousName);
  // "New chat" says enough of somebody who did not say who they are.
  const begins = news.customer === null ? 'background.newChat' : 'background.newChatFrom';
  const title = texts.t(isNew ? begins : 'background.newMessage', { name, project, line });
  return { id: `message ${conversationId} ${at}`, title };
}

const summaryOf = (
  { texts }: NewMessageFlagsNeeds,
  about: ConversationNews[],
): { id: string; title: string } => ({
  id: `messages ${about[0]?.at ?? ''}`,
  title: texts.counted('background.manyChats', about.length),
});
