import { describe, expect, it } from 'vitest';
import { checkedAt, checkParts, type AgentCheck } from '../../src/domain/agent-checks';
import type { RosterEntry } from '../../src/domain/desk';
import { CHECK_JOB_BYTES } from '../../src/domain/jira-limits';
import { MINUTE, NOON, aDesk, offline, online } from '../support/desk-builders';
import { onShifts } from '../support/scheduled-desks';

const inSpaces = (accountId: string, spaces: number): AgentCheck => ({
  accountId,
  projectIds: Array.from({ length: spaces }, (_, index) => String(10_000 + index)),
});
const agents = (count: number, spaces = 1): AgentCheck[] =>
  Array.from({ length: count }, (_, index) => inSpaces(`agent-${index}`, spaces));
const named = (parts: AgentCheck[][]): string[] => parts.flat().map(({ accountId }) => accountId);

describe('whom a sweep asks Jira about', () => {
  it('S10: who is online is asked about each time, who is offline and has no schedule never', () => {
    const desk = aDesk({ roster: { ann: online(), bo: offline() } });
    for (let minutes = 0; minutes < 12 * 60; minutes += 5)
      expect(checkedAt(desk, NOON + minutes * MINUTE)).toEqual(['ann']);
  });

  it('S10: everybody whom a schedule promises is asked about within half a day, also by sweeps that come late and early', () => {
    const accounts = Array.from({ length: 40 }, (_, index) => `agent-${index}`);
    const desk = aDesk({ roster: expectedOnly(accounts) });
    const asked = Array.from({ length: 144 }, (_, sweep) =>
      checkedAt(desk, NOON + sweep * 5 * MINUTE + (sweep % 2 === 0 ? -1 : 1)),
    ).flat();
    const times = accounts.map((id) => asked.filter((each) => each === id).length);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...times)).toBeLessThanOrEqual(3);
  });

  it('S10: of as many as a sweep may ask all are asked, in jobs of a hundred', () => {
    const parts = checkParts(agents(500), NOON);
    expect(parts.map(({ length }) => length)).toEqual([100, 100, 100, 100, 100]);
    expect(new Set(named(parts)).size).toBe(500);
    expect(checkParts([], NOON)).toEqual([]);
  });

  it('S10: of more, each sweep takes the next ones', () => {
    const sweeps = [0, 1, 2].map((index) => named(checkParts(agents(1_200), NOON + index * 5 * MINUTE)));
    expect(Math.max(...sweeps.map(({ length }) => length))).toBe(500);
    expect(new Set(sweeps.flat()).size).toBe(1_200);
  });

  it('a job carries no more than the queue takes, in however many spaces they are', () => {
    const parts = checkParts(agents(300, 400), NOON);
    expect(new Set(named(parts)).size).toBe(300);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(CHECK_JOB_BYTES + 1_000);
    expect(parts.length).toBeLessThan(20);
  });
});

/** Never online: nobody says that they are there. */
function expectedOnly(accounts: string[]): Record<string, RosterEntry> {
  return Object.fromEntries(
    Object.entries(onShifts(accounts, NOON)).map(([id, entry]) => [
      id,
      { ...entry, ...(entry.schedule && { schedule: { ...entry.schedule, isAutomatic: false } }) },
    ]),
  );
}
