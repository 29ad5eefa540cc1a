import { publicAvailability } from '../domain/availability';
import { accountMark, addressMark, subjectMark } from '../domain/blocked-visitor';
import type { Visitor } from '../domain/conversation';
import { foldedEmail } from '../domain/email-address';
import type { VisitorRefusal } from '../domain/errors';
import { STARTS_PER_DAY } from '../domain/limits';
import { addressBudget, laneOf, type StartPlace } from '../domain/start-budgets';
import { decodeSummary } from '../domain/summary-record';
import { PlatformFault, type Ports } from '../ports';
import type { SeenWidget } from '../protection-ports';
import type { PublicConfig } from '../storage-ports';
import { admitPerson, admitStranger, type IdentifiedStart } from './admit-start';
import { blockIdOf } from './block-id';
import { isReachable, type Identified, type SaysWho } from './identify-visitor';

export type DecideNeeds = Pick<Ports, 'slots' | 'crypto' | 'blocks' | 'clock'>;

export type StartAsked = SaysWho & IdentifiedStart & { origin: string | null; inPortal: boolean };

export interface Admitted extends Identified {
  isHeld: boolean;
}

/** Whether somebody may start a chat now, and as whom. Throws PlatformFault. */
export async function decideStart(
  ports: DecideNeeds,
  input: StartAsked,
  who: Identified,
  { summary, config }: SeenWidget,
): Promise<Admitted | VisitorRefusal> {
  const now = ports.clock.now();
  const refusal = refusedByState(input, who, { summary, config }, now);
  if (refusal) return refusal;
  if (await isBlocked(ports, config.projectId, input, who)) return { error: 'closed' };
  if (who.person !== null) {
    const admission = await admitPerson(ports, who.person, input, now);
    return admission === 'taken' ? { ...who, isHeld: false } : admission;
  }
  const lane = laneOf(input, config.allowedOrigins);
  const admission = await admitStranger(ports, lane, placeOf(input, config), input, now);
  if (typeof admission === 'object') return admission;
  const visitor = await claimed(ports, config.projectId, input, who.visitor, now);
  const unreachable = refusedByState(input, { ...who, visitor }, { summary, config }, now);
  return unreachable ?? { ...who, visitor, isHeld: admission === 'held' };
}

export const placeOf = (
  { widgetId }: Pick<SaysWho, 'widgetId'>,
  { projectId, startsPerDay = STARTS_PER_DAY }: PublicConfig,
): StartPlace => ({ widgetId, projectId, startsPerDay });

/** Where and when chats may be started by this visitor at all; null: here and now. */
export function refusedByState(
  { origin, inPortal }: Pick<StartAsked, 'origin' | 'inPortal'>,
  { visitor, person }: Identified,
  { summary: record, config }: SeenWidget,
  now: number,
): VisitorRefusal | null {
  const { allowedOrigins, loggedInOnly, anonymous: policy } = config;
  const isForeign = origin !== null && allowedOrigins.length > 0 && !allowedOrigins.includes(origin);
  if (!inPortal && isForeign) return { error: 'origin-refused' };
  const summary = decodeSummary(record);
  if (!summary) throw new PlatformFault('the public summary cannot be read');
  const { state } = publicAvailability(summary, now);
  const isOpen = policy === 'always' || (policy === 'when-online' && state === 'online');
  // Somebody whom no answer could reach may start only where anonymous visitors may (rule C2).
  const mayStart = isReachable(visitor) || isOpen;
  const isVouched = !loggedInOnly || person !== null;
  return mayStart && isVouched ? null : { error: 'login-required', state };
}

/** One call, and only for somebody who is known by something. */
async function isBlocked(
  { blocks, crypto }: DecideNeeds,
  projectId: string,
  { accountId, email }: StartAsked,
  { signed }: Identified,
): Promise<boolean> {
  const marks =
    accountId !== null
      ? [accountMark(accountId)]
      : signed
        ? [subjectMark(signed.owner)]
        : email === undefined
          ? []
          : [addressMark(email)];
  if (marks.length === 0) return false;
  const ids = marks.map((mark) => blockIdOf(crypto, projectId, mark));
  return (await blocks.standing(projectId, ids)).isBlocked;
}

/**
 * An address of which nobody has confirmed enough already today is a word of the visitor's, and not theirs: nobody who
 * answers makes its owner a customer.
 */
async function claimed(
  ports: DecideNeeds,
  projectId: string,
  { id }: IdentifiedStart,
  visitor: Visitor,
  now: number,
): Promise<Visitor> {
  const { name, email } = visitor;
  if (visitor.kind !== 'registered' || email === null) return visitor;
  if (await mayClaim(ports, projectId, email, id, now)) return visitor;
  return {
    ...visitor,
    kind: 'anonymous',
    name: `${name ?? ''} · ${email} (email not confirmed)`,
    email: null,
  };
}

/** Takes one of the few places that an unconfirmed address has in a day. Throws PlatformFault. */
export const mayClaim = (
  { slots, crypto }: Pick<DecideNeeds, 'slots' | 'crypto'>,
  projectId: string,
  email: string,
  who: string,
  now: number,
): Promise<boolean> =>
  slots.take(addressBudget(crypto.hash(`${projectId} ${foldedEmail(email)}`).slice(0, 22)), who, now);
