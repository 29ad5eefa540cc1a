import { realtime } from '@forge/bridge';
import type { LivePing, LookPing } from '../../src/contract/live';
import { callResolver } from './call-resolver';
import { LISTED_MS } from './listed-after';
import { onWake } from './on-wake';
import { readLook, readPing } from './read-ping';
import { createRefreshPacing, GATHER_MS } from './refresh-pacing';
import type { ServerClock } from './server-clock';

/** Realtime may be down or lose a ping: then this is how old a visible page can get. */
const SLOW_REFRESH_MS = 60_000;
const RENEW_BEFORE_MS = 60_000;
const RENEW_AT_LEAST_MS = 30_000;
const RENEW_AT_MOST_MS = 60 * 60_000;
const RETRY_MS = 30_000;
/** Long timers are set in steps: a browser's timer holds 24 days at most. */
const STEP_MS = 60 * 60_000;
/** Who has no part in any chat may have one later; asking twice a minute would cost the site its invocations. */
const RETRY_REFUSED_MS = 10 * 60_000;

/** What may have changed. All of it, unless a ping said which. */
export interface News {
  /** Who is online, and settings. */
  status: boolean;
  /** Lists of conversations. */
  conversations: boolean;
  /** What is said in them; not for pings that named one, see `onConversation`. */
  messages: boolean;
}

const ANY_NEWS: News = { status: true, conversations: true, messages: true };

export interface LiveOptions {
  clock: ServerClock;
  /** Fetches and draws. Never called twice at the same time. */
  refresh(news: News): Promise<void>;
  /** Is this page about any of these projects, and about that? Without it, every ping counts. */
  concerns?(projectIds: string[], news: News): boolean;
  /** Something happened in this conversation; `rev` as of then. */
  onConversation?(conversationId: string, rev: number): void;
  /** Somebody looks at a chat, or writes in it: nothing to fetch. */
  onLook?(look: LookPing): void;
  /** Milliseconds between fetches of lists at most, while one ping follows the other. */
  spacing?: number;
  /**
   * Does nobody see this page now? Then it asks nothing at all, and `refreshSoon` tells that somebody does again. Without it:
   * while its window is hidden, and the subscription is kept up.
   */
  isHidden?(): boolean;
  /** Is this page to hear of conversations although nobody sees it? Without it, none is. */
  listensHidden?(): boolean;
}

export interface Live {
  /** Asks for a refresh; calls while one runs lead to exactly one more. */
  refreshSoon(): void;
  /**
   * Asks for who is online once it is that moment (epoch ms of the server's clock), when something changes by itself; null: at
   * none. Each call takes the place of the one before.
   */
  refreshAt(at: number | null): void;
  stop(): void;
}

/** Keeps a page current: realtime pings, a slow refresh while visible, and a refresh when the page wakes up. */
export function startLive(options: LiveOptions): Live {
  const { clock, refresh, concerns = () => true, onConversation, onLook } = options;
  const { isHidden = () => document.visibilityState === 'hidden' } = options;
  const pacing = createRefreshPacing(options.spacing);
  let stopped = false;
  let running = false;
  /** What the next refresh is for, while one runs or is to come. */
  let waiting: News | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let gatheredAt = Infinity;
  let heardAt = -Infinity;
  const named = new Map<string, number>();
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let listed: ReturnType<typeof setTimeout> | undefined;
  let change: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe: (() => Promise<void>) | undefined;
  let isFirst = true;
  /** The subscription is to be renewed once somebody sees the page. */
  let isRenewalDue = false;

  async function run(): Promise<void> {
    if (stopped || running || !waiting) return;
    const news = waiting;
    waiting = undefined;
    running = true;
    if (news.conversations) pacing.ran(performance.now());
    try {
      await refresh(news);
    } finally {
      running = false;
      // What came meanwhile and was not taken up.
      if (!gather) void run();
    }
  }

  const hear = (heard: News): void => {
    let news = heard;
    if (isHidden()) {
      // A hidden page draws for nobody; it refreshes the moment it is seen.
      if (!news.conversations || !options.listensHidden?.()) return;
      news = { status: false, conversations: true, messages: false };
    }
    waiting = {
      status: news.status || (waiting?.status ?? false),
      conversations: news.conversations || (waiting?.conversations ?? false),
      messages: news.messages || (waiting?.messages ?? false),
    };
    const now = performance.now();
    const isForLists = !news.status && !news.messages;
    const at = now + (isForLists ? pacing.delay(now) : GATHER_MS);
    if (gather && gatheredAt <= at) return;
    clearTimeout(gather);
    gatheredAt = at;
    gather = setTimeout(() => {
      gather = undefined;
      void run();
    }, at - now);
  };
  const refreshSoon = (): void => {
    if (isRenewalDue) renew();
    hear(ANY_NEWS);
  };

  function renew(): void {
    isRenewalDue = options.isHidden?.() ?? false;
    if (!isRenewalDue) void subscribe();
  }

  function refreshAt(at: number | null): void {
    clearTimeout(change);
    if (at === null || stopped) return;
    const wait = at - clock.now();
    if (wait > 0) change = setTimeout(() => refreshAt(at), Math.min(wait, STEP_MS));
    else hear({ status: true, conversations: false, messages: false });
  }

  /** One conversation's pings come in twos and threes: stored, delivered, answered. */
  function hearOf(conversationId: string, rev: number): void {
    if (!onConversation || isHidden()) return;
    const isGathering = named.has(conversationId);
    named.set(conversationId, Math.max(rev, named.get(conversationId) ?? 0));
    if (isGathering) return;
    setTimeout(() => {
      const latest = named.get(conversationId) ?? rev;
      named.delete(conversationId);
      if (!stopped) onConversation(conversationId, latest);
    }, GATHER_MS);
  }

  async function subscribe(): Promise<void> {
    const next = await subscribeOnce(
      (ping) => {
        if (!ping) return refreshSoon();
        const { projects, conversations = false, conversation, rev = Infinity } = ping;
        const news = { status: !conversations, conversations, messages: conversations && !conversation };
        if (!concerns(projects, news)) return;
        if (conversation) hearOf(conversation, rev);
        hear(news);
        if (!conversations) return;
        heardAt = performance.now();
        clearTimeout(listed);
        listed = setTimeout(() => hear({ ...news, messages: false }), LISTED_MS);
      },
      (look) => onLook?.(look),
      clock,
    );
    if (stopped) {
      await next.unsubscribe?.();
      return;
    }
    // What happened between the page's first question and the first ping that can reach it.
    if (isFirst) refreshSoon();
    isFirst = false;
    renewal = setTimeout(renew, next.renewInMs);
    // An old subscription that may still work is better than none.
    if (!next.unsubscribe) return;
    const previous = unsubscribe;
    unsubscribe = next.unsubscribe;
    await previous?.().catch(() => undefined);
  }

  const slow = setInterval(() => {
    // Pings of conversations that arrive are fetched for, and show that others would, too.
    const isHeard = performance.now() - heardAt < SLOW_REFRESH_MS;
    hear(isHeard ? { status: true, conversations: false, messages: false } : ANY_NEWS);
  }, SLOW_REFRESH_MS);
  const stopWaking = onWake(refreshSoon);
  void subscribe();

  return {
    refreshSoon,
    refreshAt,
    stop: () => {
      stopped = true;
      clearTimeout(change);
      clearTimeout(gather);
      clearTimeout(renewal);
      clearTimeout(listed);
      clearInterval(slow);
      stopWaking();
      void unsubscribe?.().catch(() => undefined);
    },
  };
}

interface Subscription {
  renewInMs: number;
  /** Absent when realtime cannot be had now. */
  unsubscribe?: () => Promise<void>;
}

/** A ping that cannot be read is passed on as undefined: refresh anyway. */
async function subscribeOnce(
  onPing: (ping: LivePing | undefined) => void,
  onLook: (look: LookPing) => void,
  clock: ServerClock,
): Promise<Subscription> {
  const answer = await callResolver('getLiveToken', {});
  if (!answer.ok) {
    return { renewInMs: answer.error.code === 'not-allowed' ? RETRY_REFUSED_MS : RETRY_MS };
  }
  const { channel, token, expiresAt } = answer.value;
  try {
    const hear = (payload: unknown): void => {
      const look = readLook(payload);
      if (look) onLook(look);
      else onPing(readPing(payload));
    };
    const { unsubscribe } = await realtime.subscribeGlobal(channel, hear, { token });
    const left = Date.parse(expiresAt) - clock.now() - RENEW_BEFORE_MS;
    const renewInMs = Math.min(RENEW_AT_MOST_MS, Math.max(RENEW_AT_LEAST_MS, left || 0));
    return { renewInMs, unsubscribe: async () => unsubscribe() };
  } catch {
    return { renewInMs: RETRY_MS };
  }
}
