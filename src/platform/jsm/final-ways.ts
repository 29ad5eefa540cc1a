import { FINAL_WAYS_MOST, FINAL_WAYS_REMEMBERED_MS } from '../../domain/jira-limits';
import type { Way } from '../../domain/ways';
import type { Clock } from '../../ports';
import { perInstallation, remember } from '../per-installation';

type Named = Pick<Way, 'id' | 'name' | 'to'>;

/** By project and way: whether nothing led back from its end, and when that was seen, epoch ms. */
const seenWays = perInstallation(() => new Map<string, { final: boolean; at: number }>());

/**
 * From which ends a workflow has no way back. Of two workflows in one project whose ways are called the same and have the
 * same number, the one seen last counts: at worst somebody is warned of an end that could be undone, or not warned.
 */
export function finalWays(clock: Clock): {
  /** Undefined: nobody has ended a request that way lately. */
  isFinal(issueKey: string, way: Named): boolean | undefined;
  note(issueKey: string, way: Named, final: boolean): void;
} {
  const keyOf = (issueKey: string, { id, name, to }: Named): string =>
    JSON.stringify([issueKey.replace(/-\d+$/, ''), id, name, to]);
  return {
    isFinal(issueKey, way) {
      const seen = seenWays().get(keyOf(issueKey, way));
      return seen && clock.now() - seen.at < FINAL_WAYS_REMEMBERED_MS ? seen.final : undefined;
    },
    note(issueKey, way, final) {
      remember(seenWays(), keyOf(issueKey, way), { final, at: clock.now() }, FINAL_WAYS_MOST);
    },
  };
}
