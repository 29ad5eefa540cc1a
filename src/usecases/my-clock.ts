import type { AskedOfMe, Panel } from '../contract/panel';
import { askedCall } from '../domain/clock/roll-call';
import type { CallStretch } from '../domain/clock/stretches';
import type { RosterEntry } from '../domain/desk';
import { callAt } from '../domain/presence';

interface Place {
  id: string;
  entry: RosterEntry | undefined;
}

interface MyClock {
  reason: 'expected' | 'break' | null;
  until: string | null;
  told: Pick<Panel['me'], 'asked' | 'workEnds' | 'hasSchedule'>;
}

const DAY = 24 * 60 * 60_000;

/** What schedule, roll call and break say of somebody over some of their desks; what is asked of them, over all of them. */
export function myClock(places: Place[], all: Place[], now: number): MyClock {
  const everywhere = callsOf(all, now);
  const asked = everywhere.filter((each) => places.some(({ id }) => id === each.id));
  // What is in front of them comes first.
  const first = asked[0] ?? everywhere[0];
  const breaks = places.flatMap(({ entry }) => (entry?.status.kind === 'break' ? [entry.status.until] : []));
  const running = breaks.filter((until) => until > now);
  const ends = places.flatMap(({ entry }) => workEnd(entry, now) ?? []);
  const rollCall = asked.find(({ call }) => call.why === 'roll-call');
  return {
    reason: running.length > 0 ? 'break' : rollCall ? 'expected' : null,
    until: running.length > 0 ? iso(Math.min(...running)) : rollCall ? iso(rollCall.call.until) : null,
    told: {
      ...(first && { asked: askedOfMe(first.call, everywhere) }),
      ...(ends.length > 0 && { workEnds: iso(Math.max(...ends)) }),
      ...(places.some(({ entry }) => entry?.schedule) && { hasSchedule: true }),
    },
  };
}

function callsOf(places: Place[], now: number): { id: string; call: CallStretch }[] {
  return places.flatMap(({ id, entry }) => {
    const call = entry && (callAt(entry, now) ?? askedCall(entry, now));
    // What was missed is not asked any more, nor is what is still to come.
    return call && call.from <= now && now < call.until ? [{ id, call }] : [];
  });
}

/** One question for all places that ask the same: the one that waits longest. */
function askedOfMe(first: CallStretch, asked: { id: string; call: CallStretch }[]): AskedOfMe {
  const same = asked.filter(({ call }) => call.why === first.why);
  return {
    why: first.why,
    since: iso(first.from),
    until: iso(first.until),
    end: Number.isFinite(first.to) ? iso(first.to) : null,
    projectIds: same.map(({ id }) => id),
  };
}

/** Of the slot that runs, or else of the next one, if it begins within a day. */
function workEnd(entry: RosterEntry | undefined, now: number): number | null {
  const slot = entry?.schedule?.spans.find(({ to }) => to > now);
  return slot && slot.from < now + DAY ? slot.to : null;
}

const iso = (ms: number): string => new Date(ms).toISOString();
