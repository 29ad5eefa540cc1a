import type { PollUse } from '../domain/poll-use';
import type { PollMemory } from '../ports';
import { perInstallation, remember } from './per-installation';

/** Pages that poll of which a process keeps count, per installation: some two hundred bytes each. */
const REMEMBERED = 5_000;

/** Pages for which it keeps what was read ahead: 400 KB each at most. */
const READING_AHEAD = 16;

/** In the memory of this process: another one counts for itself. */
export function pollMemory(): PollMemory {
  const known = perInstallation(() => new Map<string, PollUse>(), 50);
  const ahead = perInstallation(() => new Map<string, PollUse>(), 10);
  return {
    read: (key) => known().get(key),
    save: (key, use) => remember(known(), key, use, REMEMBERED),
    readAhead(key, events) {
      const use = known().get(key);
      if (!use) return;
      const holding = ahead();
      use.ahead = events ?? undefined;
      holding.delete(key);
      if (!events) return;
      const [oldest] = holding.size >= READING_AHEAD ? holding.keys() : [];
      const forgotten = oldest === undefined ? undefined : holding.get(oldest);
      if (oldest !== undefined && forgotten) {
        forgotten.ahead = undefined;
        holding.delete(oldest);
      }
      holding.set(key, use);
    },
  };
}
