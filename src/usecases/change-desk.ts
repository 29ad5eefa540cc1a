import { newDesk, type Desk } from '../domain/desk';
import { refuse, succeed, type Result } from '../domain/errors';
import { DESK_BYTES, HORIZON_MS } from '../domain/limits';
import type { Transition } from '../domain/transition';
import { PlatformFault, type Ports } from '../ports';

/** Milliseconds within which a change must be stored: well under the platform's 25 s for a resolver. */
const BUDGET_MS = 10_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_500;

type Needs = Pick<Ports, 'desks' | 'clock' | 'random' | 'live' | 'site'>;

/**
 * Changes one desk: read, decide, store on the condition that nobody else stored meanwhile; again with full
 * jitter when somebody did. A store whose outcome is unknown is not an error: the next round reads the desk, and
 * `decide` finds its own operation there and answers `unchanged`. So `decide` must be idempotent by operation id.
 *
 * Throws PlatformFault when the change could not be stored within the budget.
 */
export async function changeDesk(
  { desks, clock, random, live, site }: Needs,
  projectId: string,
  decide: (desk: Desk, now: number) => Transition,
): Promise<Result<Desk>> {
  const deadline = clock.now() + BUDGET_MS;
  let logDays: number | undefined;
  let uncertain = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const before = await desks.read(projectId);
      const now = clock.now();
      const transition = decide(before ?? newDesk(projectId), now);
      if (transition.kind === 'refused') return { ok: false, error: transition.error };
      if (transition.kind === 'unchanged') {
        if (uncertain) await live.ping([projectId]);
        return succeed(transition.desk);
      }
      const after = { ...transition.desk, rev: (before?.rev ?? 0) + 1, horizon: now + HORIZON_MS };
      if (sizeOf(after) > DESK_BYTES) {
        return refuse(
          'limit',
          'Too many agents are on this project’s list to add another one. Ask a Jira admin for help.',
        );
      }
      logDays ??= (await site.globalSettings()).logDays;
      const outcome = await desks.commit(before, after, transition.log, logDays);
      if (outcome === 'committed') {
        await live.ping([projectId]);
        return succeed(after);
      }
      uncertain ||= outcome === 'unknown';
    } catch (fault) {
      if (!(fault instanceof PlatformFault) || !fault.passing) throw fault;
      if (clock.now() >= deadline) throw fault;
    }
    const pause = random.fraction() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    if (clock.now() + pause >= deadline) throw new PlatformFault('the change could not be stored in time');
    await clock.sleep(pause);
  }
}

const sizeOf = (desk: Desk): number => new TextEncoder().encode(JSON.stringify(desk)).length;
