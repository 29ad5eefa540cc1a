import type { Desk } from '../desk';
import type { SettingsOperation } from '../settings-transitions';
import { changed, refused, unchanged, type Transition } from '../transition';
import { wholeSecond } from '../whole-second';
import { CLOSURE_AHEAD_MS, CLOSURES } from './clock-limits';
import type { Closure } from './closure';

/**
 * Plans a closure, or changes the one of that id (rule H4). Instants are epoch ms; the past is not changed: what has begun
 * keeps its beginning.
 */
export function saveClosure(
  desk: Desk,
  { actor, operationId, now }: SettingsOperation,
  { id, from, to, message }: Omit<Closure, 'by'>,
): Transition {
  if (desk.settingsOperation === operationId) return unchanged(desk);
  if (!desk.settings.chatEnabled)
    return refused('chat-disabled', 'Chat isn’t turned on in this space. Turn it on before you close it.');
  const closures = currentClosures(desk, now);
  const before = closures.find((each) => each.id === id);
  const begins = before && before.from <= now ? before.from : Math.max(wholeSecond(from), wholeSecond(now));
  const closure: Closure = { id, from: begins, to: wholeSecond(to), message, by: actor };
  if (closure.to <= Math.max(now, begins))
    return refused(
      'invalid-request',
      'A closure ends after it begins, and in the future. Choose a later end.',
    );
  if (closure.to - now > CLOSURE_AHEAD_MS)
    return refused('invalid-request', 'A closure ends within a year. Choose an earlier end.');
  if (!before && closures.length >= CLOSURES)
    return refused(
      'limit',
      `A space can have ${String(CLOSURES)} closures at a time. End one of them first.`,
    );
  const rest = closures.filter((each) => each.id !== id);
  return changed(
    { ...desk, settingsOperation: operationId, closures: [...rest, closure].sort((a, b) => a.from - b.from) },
    { event: 'planned-closure', at: now, actor, subject: null, from: closure.from, until: closure.to },
  );
}

/** Ends one that runs, or takes back one that is planned. */
export function endClosure(
  desk: Desk,
  { actor, operationId, now }: SettingsOperation,
  closureId: string,
): Transition {
  if (desk.settingsOperation === operationId) return unchanged(desk);
  const closures = currentClosures(desk, now);
  const rest = closures.filter(({ id }) => id !== closureId);
  // It has ended by itself, or somebody else was faster: what was asked for holds.
  if (rest.length === closures.length) return unchanged(desk);
  return changed(
    { ...desk, settingsOperation: operationId, closures: rest },
    { event: 'ended-closure', at: now, actor, subject: null },
  );
}

/** Those that are not over. */
export const currentClosures = ({ closures = [] }: Pick<Desk, 'closures'>, now: number): Closure[] =>
  closures.filter(({ to }) => to > now);
