import type { NewMessages } from '../../src/contract/resolver-api';
import { customerName } from '../inbox/customer-name';
import { createSoundPreference } from '../inbox/sound-preference';
import type { Call } from '../shared/call';
import { newsOfConversations, type ConversationNews } from './conversation-news';
import type { ShownFlag } from './ending-flag';
import type { FlagsNeeds } from './flags';

/** Messages older than this are no news: a page that was hidden for long does not tell the whole day. */
export const NEWS_MS = 60 * 60_000;
/** A page that just opened also asks for what came while the one before it closed. */
const BEFORE_OPENING_MS = 60_000;
/** More conversations than this at once make one flag. */
const FLAGS_AT_ONCE = 3;

export interface NewMessageFlagsNeeds extends Pick<FlagsNeeds, 'texts' | 'clock' | 'showFlag' | 'shownOnce'> {
  call: Call;
  /** Is the conversation before somebody's eyes on this page? */
  isRead(conversationId: string): Promise<boolean>;
  openChats(projectId: string, conversationId: string): void;
  playSound(): void;
}

export interface NewMessageFlags {
  /** Asks what visitors wrote since it was last asked, and raises one flag per conversation. */
  tell(): Promise<void>;
  /** Takes the flag of a conversation back: somebody reads it. */
  close(conversationId: string): void;
}

/** "Cara in Support: Hello, …" on any Jira page, for agents who are online there: the server's answer decides who. */
export function createNewMessageFlags(needs: NewMessageFlagsNeeds): NewMessageFlags {
  const { call, clock, shownOnce, isRead, playSound } = needs;
  const flags = new Map<string, ShownFlag>();
  let since: number | null = null;

  async function fetchNews(): Promise<NewMessages | null> {
    const now = clock.now();
    const from = Math.max(since ?? now - BEFORE_OPENING_MS, now - NEWS_MS);
    const answer = await call('getNewMessages', { since: new Date(from).toISOString() });
    if (!answer.ok) return null;
    since = Date.parse(answer.value.now);
    return answer.value;
  }

  function close(conversationId: string): void {
    void flags
      .get(conversationId)
      ?.close()
      .catch(() => undefined);
    flags.delete(conversationId);
  }

  return {
    close,
    tell: async () => {
      // Only a window that somebody looks at may use up the one showing there is.
      if (document.visibilityState === 'hidden') return;
      const fetched = await fetchNews();
      const fresh: ConversationNews[] = [];
      for (const news of newsOfConversations(fetched?.messages ?? [])) {
        if (await isRead(news.conversationId)) close(news.conversationId);
        else if (await shownOnce.claim(`${news.conversationId} ${news.at}`, clock.now())) fresh.push(news);
      }
      if (fresh.length === 0) return;
      for (const { conversationId } of fresh) close(conversationId);
      if (fresh.length > FLAGS_AT_ONCE) showSummary(needs, fresh);
      else for (const news of fresh) flags.set(news.conversationId, showNews(needs, news));
      if (createSoundPreference().isOn()) playSound();
    },
  };
}

function showNews({ texts, showFlag, openChats }: NewMessageFlagsNeeds, news: ConversationNews): ShownFlag {
  const { conversationId, projectId, projectName: project, line, isNew, at } = news;
  const name = customerName(texts, news.customer, news.anonymousName);
  const flag = showFlag({
    id: `message ${conversationId} ${at}`,
    type: 'info',
    title: isNew
      ? texts.t('background.newChat', { project, line })
      : texts.t('background.newMessage', { name, project, line }),
    actions: [
      {
        text: texts.t('background.openChat'),
        onClick: () => {
          void flag.close();
          openChats(projectId, conversationId);
        },
      },
    ],
    isAutoDismiss: false,
  });
  return flag;
}

function showSummary({ texts, showFlag, openChats }: NewMessageFlagsNeeds, fresh: ConversationNews[]): void {
  const [newest] = fresh;
  if (!newest) return;
  const flag = showFlag({
    id: `messages ${newest.at}`,
    type: 'info',
    title: texts.counted('background.manyChats', fresh.length),
    actions: [
      {
        text: texts.t('background.openChat'),
        onClick: () => {
          void flag.close();
          openChats(newest.projectId, newest.conversationId);
        },
      },
    ],
    isAutoDismiss: false,
  });
}
