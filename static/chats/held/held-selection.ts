import type { InboxRow } from '../../../src/contract/inbox';
import type { Which } from './use-held-decision';

/** Chats that one decision may name. */
const MOST_AT_ONCE = 100;

/** Chats that were held back within one hour of the reader's clock, newest first. */
export interface HeldHour {
  /** Epoch ms. */
  from: number;
  to: number;
  rows: InboxRow[];
  /** Older ones of it may not be loaded yet. */
  isPart: boolean;
}

export const heldAt = ({ held, lastAt }: Pick<InboxRow, 'held' | 'lastAt'>): number =>
  Date.parse(held ?? lastAt);

/** `isMore`: the list goes on after these rows. */
export function heldHours(rows: readonly InboxRow[], isMore: boolean): HeldHour[] {
  const hours: HeldHour[] = [];
  for (const row of [...rows].sort((a, b) => heldAt(b) - heldAt(a))) {
    const from = new Date(heldAt(row)).setMinutes(0, 0, 0);
    const last = hours.at(-1);
    if (last?.from === from) last.rows.push(row);
    else hours.push({ from, to: from + 3_600_000, rows: [row], isPart: false });
  }
  return hours.map((hour, index) => ({ ...hour, isPart: isMore && index === hours.length - 1 }));
}

/**
 * What is decided about: hours as wholes, those of their chats included that are not loaded, but none that came after what
 * the reader saw; and other chats one by one, as many as a call takes at a time.
 */
export function whichOf(ids: readonly string[], wholeHours: readonly HeldHour[], now: number): Which[] {
  const calls: Which[] = wholeHours.map(({ from, to }) => ({
    from: new Date(from).toISOString(),
    to: new Date(Math.min(to, now)).toISOString(),
  }));
  for (let start = 0; start < ids.length; start += MOST_AT_ONCE)
    calls.push({ conversationIds: ids.slice(start, start + MOST_AT_ONCE) });
  return calls;
}
