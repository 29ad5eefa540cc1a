import { encodeSpans } from '../domain/clock/span-record';
import type { Span } from '../domain/span';
import { newDesk, type Desk } from '../domain/desk';
import { refuse, succeed, type Result } from '../domain/errors';
import { DESK_BYTES, HORIZON_MS } from '../domain/limits';
import type { Transition } from '../domain/transition';
import type { Ports } from '../ports';
import type { CommitOutcome } from '../storage-ports';
import { changeRecord } from './change-record';

type Needs = Pick<Ports, 'desks' | 'clock' | 'random' | 'live' | 'site'>;

/**
 * Changes one desk by compare-and-set, and pings every window when it changed. `decide` must be idempotent by
 * operation id. Throws PlatformFault when the change could not be stored in time.
 */
export async function changeDesk(
  ports: Needs,
  projectId: string,
  decide: (desk: Desk, now: number) => Transition,
): Promise<Result<Desk>> {
  const { desks, live, site } = ports;
  const commit: Commit = async (before, { desk, log }) =>
    desks.commit(before, desk, log, (await site.globalSettings()).logDays);
  const { decision, stored } = await changeRecord<Desk, Transition>(ports, {
    read: () => desks.read(projectId),
    decide(before, now) {
      const transition = decide(before ?? newDesk(projectId), now);
      if (transition.kind !== 'changed') return transition;
      const desk = { ...transition.desk, rev: (before?.rev ?? 0) + 1, horizon: now + HORIZON_MS };
      return sizeOf(desk) > DESK_BYTES ? FULL : { ...transition, desk };
    },
    store: (before, transition) => (transition.kind === 'changed' ? commit(before, transition) : null),
  });
  if (decision.kind === 'refused') return { ok: false, error: decision.error };
  if (stored) await live.ping([projectId]);
  return succeed(decision.desk);
}

/** Desks that one change of many is written to at a time: two hundred are done well within an invocation. */
const AT_ONCE = 10;

/**
 * The same change of many desks, told to the windows at once: Forge takes 50 pings a second. Throws PlatformFault when
 * one could not be stored; others may have been.
 */
export async function changeDesks(
  ports: Needs,
  projectIds: string[],
  decide: (desk: Desk, now: number) => Transition,
): Promise<Result<Desk>[]> {
  const changed: string[] = [];
  const ping = (ids: string[]): Promise<void> => Promise.resolve(void changed.push(...ids));
  const quietly = { ...ports, live: { ...ports.live, ping } };
  const results: Result<Desk>[] = [];
  try {
    for (let start = 0; start < projectIds.length; start += AT_ONCE) {
      const some = projectIds.slice(start, start + AT_ONCE);
      const settled = await Promise.allSettled(some.map((id) => changeDesk(quietly, id, decide)));
      for (const each of settled) {
        if (each.status === 'rejected') throw each.reason;
        results.push(each.value);
      }
    }
  } finally {
    if (changed.length > 0) await ports.live.ping(changed);
  }
  return results;
}

type Commit = (
  before: Desk | null,
  change: Extract<Transition, { kind: 'changed' }>,
) => Promise<CommitOutcome>;

const FULL: Transition = {
  kind: 'refused',
  error: refuse('limit', 'This space’s list of agents is full. Ask a Jira admin for help.').error,
};

/** Schedules are stored in a tenth of what they are here. */
const sizeOf = (desk: Desk): number =>
  new TextEncoder().encode(
    JSON.stringify(desk, (key, value: unknown) => (key === 'spans' ? encodeSpans(value as Span[]) : value)),
  ).length;
