import type { Desk, RosterEntry } from '../desk';
import { CALL_NOTICE_MS } from '../limits';
import { agentsExpected } from '../presence';
import { changed, unchanged, type Transition } from '../transition';

type Called = ReturnType<typeof agentsExpected>[number];

const isMailed = (entry: RosterEntry | undefined, { slot }: Called): boolean => entry?.mailedFor === slot;

/** Who has been asked for two minutes whether they are there, and was not sent a mail about it (rule H2). */
export const callsToMail = (desk: Desk, now: number): Called[] =>
  agentsExpected(desk, now).filter(
    (call) => now - call.from >= CALL_NOTICE_MS && !isMailed(desk.roster[call.accountId], call),
  );

/** When the next of them is due, epoch ms; null: nobody is asked. */
export function nextCallNotice(desk: Desk, now: number): number | null {
  const due = agentsExpected(desk, now)
    .filter((call) => !isMailed(desk.roster[call.accountId], call))
    .map(({ from }) => from + CALL_NOTICE_MS)
    .filter((at) => at > now);
  return due.length > 0 ? Math.min(...due) : null;
}

/** They are taken as sent before they are: rather none than two. */
export function noteMailed(desk: Desk, now: number): Transition {
  const calls = callsToMail(desk, now);
  if (calls.length === 0) return unchanged(desk);
  const roster = { ...desk.roster };
  for (const { accountId, slot } of calls) {
    const entry = roster[accountId];
    if (entry) roster[accountId] = { ...entry, mailedFor: slot };
  }
  return changed({ ...desk, roster });
}
