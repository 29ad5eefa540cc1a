import { secondsLeft, type Budget } from '../domain/budget';
import type { VisitorRefusal } from '../domain/errors';
import {
  freeBudgets,
  heldBudgets,
  INSTALLATION_STARTS,
  personBudgets,
  workedBudgets,
  workedMinute,
  type Lane,
  type StartPlace,
} from '../domain/start-budgets';
import { bitsAccepted, bitsAt, isWorkDone, minuteOf } from '../domain/start-work';
import type { Ports } from '../ports';

/** A start as far as it matters whether there is a place for it. */
export interface AskedStart {
  clientMessageId: string;
  /** As it was sent. */
  messageAsSent: string;
  work?: string | undefined;
}

/** Under the id of its conversation, by which it is known again. */
export type IdentifiedStart = AskedStart & { id: string };

export type Admission = 'taken' | 'held' | VisitorRefusal;

type Needs = Pick<Ports, 'slots' | 'crypto'>;

/**
 * Whether a stranger's start is taken (rule T6): free, while there are free places where it comes from; else for work;
 * what was worked for, and finds no place either, is held. Asks storage for nothing that this process knows to be full.
 */
export async function admitStranger(
  ports: Needs,
  lane: Lane,
  place: StartPlace,
  start: IdentifiedStart,
  now: number,
): Promise<Admission> {
  const take = (budgets: Budget[]): Promise<Budget | null> => takeAll(ports, budgets, start, now);
  const free = freeLane(ports, lane, place);
  const isWorked = hasWorked(ports, place, start, now);
  const full = isWorked ? await take(workedBudgets(place)) : await take(free);
  if (full !== null && !isWorked) return challenge(ports, place, full, now);
  if (full === null || (await take(free)) === null) {
    if ((await take([INSTALLATION_STARTS])) === null) return 'taken';
  }
  const none = await take(heldBudgets(place));
  return none === null ? 'held' : { error: 'rate-limited', retryAfter: secondsLeft(none, now) };
}

/** Somebody of whom portal or web site say who they are: they have their own places, and are never held. */
export async function admitPerson(
  ports: Needs,
  person: string,
  start: IdentifiedStart,
  now: number,
): Promise<'taken' | VisitorRefusal> {
  const full = await takeAll(ports, personBudgets(person), start, now);
  return full === null ? 'taken' : { error: 'rate-limited', retryAfter: secondsLeft(full, now) };
}

/** What `admitStranger` would answer as far as this process knows without asking anybody; null: it does not know. */
export function knownRefusal(
  ports: Needs,
  lane: Lane,
  place: StartPlace,
  start: IdentifiedStart,
  now: number,
): VisitorRefusal | null {
  const full = knownFull(ports, freeLane(ports, lane, place), start.id, now);
  if (!full) return null;
  if (!hasWorked(ports, place, start, now)) return challenge(ports, place, full, now);
  const none = knownFull(ports, heldBudgets(place), start.id, now);
  const worked =
    knownFull(ports, workedBudgets(place), start.id, now) ??
    knownFull(ports, [INSTALLATION_STARTS], start.id, now);
  return none && worked ? { error: 'rate-limited', retryAfter: secondsLeft(none, now) } : null;
}

export function knownPersonRefusal(
  ports: Needs,
  person: string,
  { id }: IdentifiedStart,
  now: number,
): VisitorRefusal | null {
  const full = knownFull(ports, personBudgets(person), id, now);
  return full ? { error: 'rate-limited', retryAfter: secondsLeft(full, now) } : null;
}

/** One hash at most. */
export const hasWorked = (
  ports: Needs,
  place: Pick<StartPlace, 'widgetId'>,
  { work, clientMessageId, messageAsSent }: AskedStart,
  now: number,
): boolean =>
  isWorkDone(
    work,
    { widgetId: place.widgetId, clientMessageId, message: messageAsSent },
    { bits: bitsAccepted(bitsNow(ports, place, now)), now, hash: ports.crypto.hex },
  );

const freeLane = ({ crypto }: Needs, lane: Lane, place: StartPlace): Budget[] =>
  freeBudgets(lane, place, (text) => crypto.hash(text).slice(0, 16));

function bitsNow({ slots }: Needs, place: Pick<StartPlace, 'widgetId'>, now: number): number {
  const budget = workedMinute(place);
  return bitsAt(slots.known(budget, now), budget.most);
}

/** Without work there is a place again when the window is over that was full. */
export const challenge = (
  ports: Needs,
  place: Pick<StartPlace, 'widgetId'>,
  full: Pick<Budget, 'windowMs'>,
  now: number,
): VisitorRefusal => ({
  error: 'rate-limited',
  retryAfter: secondsLeft(full, now),
  challenge: { bits: bitsNow(ports, place, now), minute: minuteOf(now) },
});

const knownFull = ({ slots }: Needs, budgets: Budget[], id: string, now: number): Budget | undefined =>
  budgets.find((budget) => slots.isFull(budget, id, now));

/** One after the other, so that what finds none in a minute takes none of the day. Null: all taken; else the full one. */
async function takeAll(
  ports: Needs,
  budgets: Budget[],
  { id }: IdentifiedStart,
  now: number,
): Promise<Budget | null> {
  const full = knownFull(ports, budgets, id, now);
  if (full) return full;
  for (const budget of budgets) {
    if (!(await ports.slots.take(budget, id, now))) return budget;
  }
  return null;
}
