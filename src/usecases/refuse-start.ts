import type { VisitorRefusal } from '../domain/errors';
import { laneOf } from '../domain/start-budgets';
import type { Ports } from '../ports';
import type { SeenWidget } from '../protection-ports';
import { hasWorked, knownPersonRefusal, knownRefusal } from './admit-start';
import { placeOf, refusedByState, type DecideNeeds, type StartAsked } from './decide-start';
import { identifyVisitor } from './identify-visitor';

type Needs = DecideNeeds &
  Pick<Ports, 'refusals'> & {
    conversations: Pick<Ports['conversations'], 'read'>;
  };

/** What a start costs in reads that is decided anew. */
const DECIDED_READS = 3;

/**
 * A refusal that costs next to nothing (rule T6), by what this process has read moments ago and knows to be full. Null:
 * it is to be decided anew: also where the start is there already, which is looked for as long as that does not use up
 * what everybody else reads by, and always for whoever has worked.
 */
export async function refusedFromMemory(
  ports: Needs,
  input: StartAsked,
  seen: SeenWidget,
  id: string,
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
      : knownPersonRefusal(ports, who.person, now);
  if (!refusal) return null;
  const isLookedFor = hasWorked(ports, place, input, now) || refusals.maySpend(1, now);
  return isLookedFor && (await ports.conversations.read(id)) ? null : refusal;
}
