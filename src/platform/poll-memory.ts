import type { PollUse } from '../domain/poll-use';
import type { PollMemory } from '../ports';
import { perInstallation, remember } from './per-installation';

/** Pages that poll of which a process keeps count, per installation: some two hundred bytes each. */
const REMEMBERED = 5_000;

/** In the memory of this process: another one counts for itself. */
export function pollMemory(): PollMemory {
  const known = perInstallation(() => new Map<string, PollUse>(), 50);
  return {
    read: (key) => known().get(key),
    save: (key, use) => remember(known(), key, use, REMEMBERED),
  };
}
