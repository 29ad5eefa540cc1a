import type { VisitorRefusal } from '../domain/errors';
import { laneOf } from '../domain/start-budgets';
import { STARTS_AGAIN_PER_MINUTE } from '../domain/start-limits';
import type { Ports } from '../ports';
import type { SeenWidget } from '../protection-ports';
import { challenge, hasWorked, knownPersonRefusal, knownRefusal } from './admit-start';
import { placeOf, refusedByState, type DecideNeeds, type StartAsked } from './decide-start';
import { identifyVisitor } from './identify-visitor';

type Needs = DecideNeeds &
  Pick<Ports, 'refusals'> & {
    conversations: Pick<Ports['conversations'], 'read'>;
  };

/** What a start costs in reads that is decided anew, and one that was taken already, whose page gets a new token. */
const DECIDED_READS = 3;
const AGAIN_READS = 4;

const A_MINUTE = { windowMs: 60_000 };

/**
 * A refusal that costs next to nothing (rule T6), by what this process has read moments ago and knows to be full. Null:
 * it is to be decided anew: also where the start is there already, which is looked for as long as that does not use up
 * what everybody else reads by, and always for whoever has worked.
 */
export async function refusedFromMemory(
  ports: Needs,
  input: StartAsked,
  seen: SeenWidget,
): Promise<VisitorRefusal | null> {
  const { refusals, clock } = ports;
  const now = clock.now();
  const { config } = seen;
  const secret = input.identity === undefined ? null : refusals.secret(config.projectId, now);
  if (secret === undefined) return null;
  const who = identifyVisitor(ports, config.projectId, input, secret, now);
  const byState = refusedByState(input, who, seen, now);
  // The state may be another by now: it is read again, unless too many ask.
  if (byState) return refusals.maySpend(DECIDED_READS, now) ? null : byState;
  const place = placeOf(input, config);
  const refusal =
    who.person === null
      ? knownRefusal(ports, laneOf(input, config.allowedOrigins), place, input, now)
      : knownPersonRefusal(ports, who.person, input, now);
  if (!refusal) return null;
  const isLookedFor = hasWorked(ports, place, input, now) || refusals.maySpend(1, now);
  return isLookedFor && (await ports.conversations.read(input.id)) ? null : refusal;
}

/**
 * A start that was taken already costs no budget, and must not cost everybody's reads either: it may come again a few
 * times a minute, as long as not too many do; with work always. Null: it may.
 */
export function refusedAgain(ports: Needs, input: StartAsked, times: number): VisitorRefusal | null {
  const now = ports.clock.now();
  const isPatient = times <= STARTS_AGAIN_PER_MINUTE;
  if (isPatient && (hasWorked(ports, input, input, now) || ports.refusals.maySpend(AGAIN_READS, now)))
    return null;
  return challenge(ports, input, A_MINUTE, now);
}
