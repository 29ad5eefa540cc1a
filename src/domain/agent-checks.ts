import type { Desk } from './desk';
import { hashOf } from './fingerprint';
import {
  AGENTS_CHECKED_PER_JOB,
  AGENTS_CHECKED_PER_SWEEP,
  CHECK_JOB_BYTES,
  PROMISED_CHECKED_MS,
  SWEEP_MS,
} from './jira-limits';
import { agentsOnline } from './presence';

/** Whether an account is an agent in each of the projects is to be asked of Jira. */
export interface AgentCheck {
  accountId: string;
  projectIds: string[];
}

/**
 * Whom of this desk a sweep asks about (rule S10): who is online, and in their turn those whom their schedules promise. Turns
 * are by the account, so that whoever works in sixty spaces is asked about once for all of them.
 */
export function checkedAt(desk: Desk, now: number): string[] {
  const online = agentsOnline(desk, now).map(({ accountId }) => accountId);
  const promised = Object.keys(desk.roster).filter((id) => desk.roster[id]?.schedule && isTurnOf(id, now));
  return [...new Set([...online, ...promised])];
}

/** A turn is as long as two sweeps: one that comes a little early or late lets nobody out. */
const TURN_MS = 2 * SWEEP_MS;

function isTurnOf(accountId: string, now: number): boolean {
  const turns = PROMISED_CHECKED_MS / TURN_MS;
  return Math.floor(now / TURN_MS) % turns === hashOf(accountId) % turns;
}

/** The questions in parts, each for a job; of more than a sweep may ask, each sweep takes the next ones. */
export function checkParts(checks: readonly AgentCheck[], now: number): AgentCheck[][] {
  const parts: AgentCheck[][] = [];
  let bytes = 0;
  for (const check of inTurn(checks, now)) {
    const last = parts.at(-1);
    const more = JSON.stringify(check).length;
    if (last && last.length < AGENTS_CHECKED_PER_JOB && bytes + more <= CHECK_JOB_BYTES) {
      last.push(check);
      bytes += more;
    } else {
      parts.push([check]);
      bytes = more;
    }
  }
  return parts;
}

function inTurn(checks: readonly AgentCheck[], now: number): readonly AgentCheck[] {
  const turns = Math.max(1, Math.ceil(checks.length / AGENTS_CHECKED_PER_SWEEP));
  const from = (Math.floor(now / SWEEP_MS) % turns) * AGENTS_CHECKED_PER_SWEEP;
  return checks.slice(from, from + AGENTS_CHECKED_PER_SWEEP);
}
