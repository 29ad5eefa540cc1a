import { PlatformFault, type Clock, type Log, type Random } from '../ports';
import { perInstallation } from './per-installation';

/** Milliseconds between two lines about the same failure. */
const TOLD_EVERY_MS = 60_000;
/** Most failures told apart at a time. */
const KINDS_MOST = 100;

interface Told {
  at: number;
  traceId: string;
  /** How often it happened since. */
  since: number;
}

/**
 * A failure leaves a line at once, then at most one a minute, with how often it happened meanwhile. Whoever is shown a
 * trace id finds the line: within its minute, it is everybody's.
 */
export function failureLog(clock: Clock, random: Random, write: Log['error']): Log['failure'] {
  const toldBefore = perInstallation(() => new Map<string, Told>());
  return (message, error, details) => {
    const told = toldBefore();
    const now = clock.now();
    // A fault of our own is not to hide behind those of the platform.
    const kind = JSON.stringify([message, details, error instanceof PlatformFault ? null : nameOf(error)]);
    const last = told.get(kind);
    if (last && now - last.at < TOLD_EVERY_MS) {
      last.since += 1;
      return last.traceId;
    }
    const traceId = random.id().slice(0, 8);
    told.delete(kind);
    told.set(kind, { at: now, traceId, since: 0 });
    const oldest = told.size > KINDS_MOST ? told.keys().next().value : undefined;
    if (oldest !== undefined) told.delete(oldest);
    write(message, { traceId, times: 1 + (last?.since ?? 0), ...details, ...describe(error) });
    return traceId;
  };
}

/**
 * The cause of a fault of the platform, the place of one of our own. What others put into their messages may be
 * somebody's words, so of those only the kind is kept.
 */
function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: nameOf(error) };
  const { name, message, cause, stack = '' } = error;
  if (!(error instanceof PlatformFault)) return { error: name, stack: placesIn(stack) };
  const said = { error: `${name}: ${withoutIds(message)}` };
  return cause instanceof Error ? { ...said, cause: kindOf(cause) } : said;
}

/** Ids of people and conversations, tokens: nothing else that a message of ours holds is as long. */
const withoutIds = (text: string): string => text.replaceAll(/[\w:-]{20,}/g, '…').slice(0, 200);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const kindOf = (cause: Error): string =>
  'code' in cause && typeof cause.code === 'string' ? `${cause.name} ${cause.code}` : cause.name;

const placesIn = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
    .slice(0, 2_000);
