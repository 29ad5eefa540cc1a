import type { Waiting } from '../../../src/contract/inbox';
import type { Turn } from '../../app/browser/turn';
import type { Call } from '../../app/call';
import type { ServerClock } from '../../app/server-clock';
import { createSoundPreference } from './sound-preference';
import type { SoundInOneWindow } from './sound-in-one-window';
import { chatsToTell, createWaitingFlags, wordId, type WaitingFlagsNeeds } from './waiting-flags';

/** What was said longer ago makes no sound: a page that just opened does not ring for what waited before. */
const RINGS_MS = 3 * 60_000;

export interface WaitingNewsNeeds extends WaitingFlagsNeeds {
  call: Call;
  clock: ServerClock;
  /** Of the windows that somebody looks at: it shows the flags. */
  shows: Turn;
  /** Of all windows, hidden or not: it makes the sounds. */
  listens: Turn;
  sound: SoundInOneWindow;
  /** Who waits is known anew. */
  onWaiting(waiting: Waiting): void;
}

export interface WaitingNews {
  /** Asks who waits and tells it: the indicator in every window, flags and sound in one each. */
  tell(): Promise<void>;
  /** It is this window's turn: what is known already is shown. */
  showAgain(): Promise<void>;
  /** Somebody reads this conversation. */
  close(conversationId: string): void;
  /** Is this hidden window the one that is to hear of new messages? */
  listensHidden(): boolean;
}

/** Nobody waits unseen (rule D1). */
export function createWaitingNews(needs: WaitingNewsNeeds): WaitingNews {
  const { call, clock, shows, listens, sound, isRead, onWaiting } = needs;
  const flags = createWaitingFlags(needs);
  const preference = createSoundPreference();
  let known: Waiting | null = null;

  async function showAgain(): Promise<void> {
    if (known && shows.has()) await flags.show(known);
  }

  /** The windows agree among themselves that each word rings once. */
  async function ring(waiting: Waiting): Promise<void> {
    if (!listens.has() || !preference.isOn()) return;
    const fresh: string[] = [];
    for (const chat of chatsToTell(waiting)) {
      if (clock.now() - Date.parse(chat.lastAt) > RINGS_MS) continue;
      if (!(await isRead(chat.conversationId))) fresh.push(wordId(chat));
    }
    if (fresh.length > 0) await sound.play(fresh);
  }

  return {
    showAgain,
    close: flags.close,
    listensHidden: () => listens.has() && preference.isOn(),
    tell: async () => {
      const answer = await call('getWaiting', {});
      if (!answer.ok) return;
      known = answer.value;
      onWaiting(known);
      if (!shows.has()) flags.takeBack(known);
      await showAgain();
      await ring(known);
    },
  };
}
