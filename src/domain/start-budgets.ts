import type { Budget } from './budget';
import {
  ADDRESS_STARTS_PER_DAY,
  FREE_DAILY_SHARE,
  FREE_STARTS_PER_MINUTE,
  HELD_PER_DAY,
  HELD_PER_MINUTE,
  HOURLY_SHARE,
  INSTALLATION_STARTS_PER_MINUTE,
  PERSON_STARTS_PER_DAY,
  PERSON_STARTS_PER_WINDOW,
  PERSON_WINDOW_MS,
  STARTS_PER_HOUR_MIN,
  WORKED_STARTS_PER_MINUTE,
} from './start-limits';

/**
 * The budgets that starts of chats are paid from (rule T6). None pays for another: a flood over one web site, or of
 * programs, takes nothing from people whom somebody vouches for, from other web sites, or from whoever has worked for it.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where a stranger comes from. A web site is one that the project lists: any other name anybody can make up. */
export type Lane = 'portal' | 'programs' | { readonly site: string };

export interface StartPlace {
  widgetId: string;
  projectId: string;
  /** The desk's number of strangers' chats within a day. */
  startsPerDay: number;
}

export function laneOf(
  { origin, inPortal }: { origin: string | null; inPortal: boolean },
  allowedOrigins: readonly string[],
): Lane {
  if (inPortal) return 'portal';
  return origin !== null && allowedOrigins.includes(origin) ? { site: origin } : 'programs';
}

/** What a stranger's start needs a place in without more ado. `hash`: of an origin, short, for a key. */
export const freeBudgets = (lane: Lane, place: StartPlace, hash: (text: string) => string): Budget[] => [
  {
    id: `free:${place.widgetId}:${typeof lane === 'string' ? lane : hash(lane.site)}`,
    windowMs: MINUTE,
    most: FREE_STARTS_PER_MINUTE,
  },
  { id: `free-hour:${place.projectId}`, windowMs: HOUR, most: hourly(place) },
  freeDay(place),
];

/** What one needs a place in that was worked for. */
export const workedBudgets = (place: StartPlace): Budget[] => [
  workedMinute(place),
  { id: `worked-hour:${place.projectId}`, windowMs: HOUR, most: hourly(place) },
  workedDay(place),
];

export const workedMinute = ({ widgetId }: Pick<StartPlace, 'widgetId'>): Budget => ({
  id: `worked:${widgetId}`,
  windowMs: MINUTE,
  most: WORKED_STARTS_PER_MINUTE,
});

export const heldBudgets = ({ widgetId, projectId }: StartPlace): Budget[] => [
  { id: `held:${widgetId}`, windowMs: MINUTE, most: HELD_PER_MINUTE },
  heldDay({ projectId }),
];

/** The days that the card about protection counts. */
export const freeDay = ({ projectId, startsPerDay }: Omit<StartPlace, 'widgetId'>): Budget => ({
  id: `free-day:${projectId}`,
  windowMs: DAY,
  most: Math.ceil(startsPerDay * FREE_DAILY_SHARE),
});

export const workedDay = ({ projectId, startsPerDay }: Omit<StartPlace, 'widgetId'>): Budget => ({
  id: `worked-day:${projectId}`,
  windowMs: DAY,
  most: Math.floor(startsPerDay * (1 - FREE_DAILY_SHARE)),
});

export const heldDay = ({ projectId }: Pick<StartPlace, 'projectId'>): Budget => ({
  id: `held-day:${projectId}`,
  windowMs: DAY,
  most: HELD_PER_DAY,
});

const hourly = ({ startsPerDay }: StartPlace): number =>
  Math.max(STARTS_PER_HOUR_MIN, Math.floor(startsPerDay * HOURLY_SHARE));

/** All strangers' starts on all widgets of an installation. */
export const INSTALLATION_STARTS: Budget = {
  id: 'installation',
  windowMs: MINUTE,
  most: INSTALLATION_STARTS_PER_MINUTE,
};

/** `person`: a hash, under which nobody finds an account or a subject. */
export const personBudgets = (person: string): Budget[] => [
  { id: `person:${person}`, windowMs: PERSON_WINDOW_MS, most: PERSON_STARTS_PER_WINDOW },
  { id: `person-day:${person}`, windowMs: DAY, most: PERSON_STARTS_PER_DAY },
];

/** `address`: a hash of it and of the project. */
export const addressBudget = (address: string): Budget => ({
  id: `address:${address}`,
  windowMs: DAY,
  most: ADDRESS_STARTS_PER_DAY,
});

/** New customers by agents' replies. */
export const customersBudget = (projectId: string, most: number): Budget => ({
  id: `customers:${projectId}`,
  windowMs: DAY,
  most,
});
