import type { WallMomentBody, WallNames, WallNextBody, WallToldBody } from '../contract/wall';
import type { Person } from '../domain/person';
import { WALL_NAMES } from '../domain/team-limits';
import type { WallMoment, WallNext, WallTold } from '../domain/wall';

type People = ReadonlyMap<string, Person>;

/** A moment of a wall as it goes over the wire: with names, and without accounts. */
export const momentBody = (
  { at, told, online, expected, next }: WallMoment,
  people: People,
): WallMomentBody => ({
  at: iso(at),
  told: toldBody(told),
  onlineCount: online.length,
  online: online.slice(0, WALL_NAMES).map(({ accountId, until }) => ({
    name: nameOf(people, accountId),
    until: orNull(until),
  })),
  expected: namesOf(people, expected),
  next: next && nextBody(next, people),
});

/** Whose names a moment is told with. */
export const namedIn = ({ online, expected, next }: WallMoment): string[] => [
  ...online.slice(0, WALL_NAMES).map(({ accountId }) => accountId),
  ...expected.slice(0, WALL_NAMES),
  ...(next && 'accountIds' in next ? next.accountIds.slice(0, WALL_NAMES) : []),
];

const nextBody = (next: WallNext, people: People): WallNextBody =>
  next.kind === 'no-one'
    ? { kind: 'no-one', at: iso(next.at), after: toldBody(next.after) }
    : { kind: next.kind, at: iso(next.at), ...namesOf(people, next.accountIds) };

const toldBody = ({ state, closedUntil, back }: WallTold): WallToldBody => ({
  state,
  closedUntil: orNull(closedUntil),
  back: back && { at: iso(back.at), expected: back.expected },
});

const namesOf = (people: People, accountIds: string[]): WallNames => ({
  names: accountIds.slice(0, WALL_NAMES).map((accountId) => nameOf(people, accountId)),
  count: accountIds.length,
});

const nameOf = (people: People, accountId: string): string | null => people.get(accountId)?.name ?? null;

const iso = (ms: number): string => new Date(ms).toISOString();
const orNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
