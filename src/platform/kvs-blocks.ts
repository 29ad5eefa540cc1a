import { kvs } from '@forge/kvs';
import type { BlockedVisitor } from '../domain/blocked-visitor';
import { BLOCKED_VISITORS } from '../domain/start-limits';
import type { Clock } from '../ports';
import type { Blocks } from '../protection-ports';
import { plain, readBatch } from './kvs-batch';
import { readPrefix } from './kvs-prefix';
import type { ProjectRecord } from './public-records';
import { ONCE, storageCall, storageKey, storeOnce } from './storage';

/** Another id of the same visitor. */
interface Alias {
  of: string;
}

type Stored = BlockedVisitor | Alias;

/** Blocked visitors: one key for whatever each is known by, so that whoever starts is looked up by one call. */
export function kvsBlocks(clock: Clock): Blocks {
  const get = (projectId: string, blockId: string): Promise<Stored | undefined> =>
    storageCall(clock, () => kvs.get<Stored>(storageKey.blocked(projectId, blockId)));

  return {
    async standing(projectId, blockIds) {
      const place = storageKey.project(projectId);
      const keys = blockIds.map((id) => storageKey.blocked(projectId, id));
      const found = await readBatch(clock, plain([place, ...keys]));
      const project = found.get(place) as ProjectRecord | undefined;
      return {
        widgetId: project?.chatEnabled ? project.widgetId : null,
        isBlocked: keys.some((key) => found.has(key)),
      };
    },
    async read(projectId, blockId) {
      const stored = await get(projectId, blockId);
      return stored && 'blockId' in stored ? stored : null;
    },
    async list(projectId) {
      const prefix = storageKey.blocked(projectId, '');
      // Each may have an alias.
      const rows = await readPrefix<Stored>(clock, prefix, 2 * BLOCKED_VISITORS);
      return rows.flatMap(({ value }) => ('blockId' in value ? [value] : []));
    },
    async save(projectId, blocked) {
      for (const alias of blocked.aliases) {
        const key = storageKey.blocked(projectId, alias);
        // One that is blocked already stays what it is.
        await storeOnce(clock, () => kvs.set(key, { of: blocked.blockId } satisfies Alias, ONCE));
      }
      const key = storageKey.blocked(projectId, blocked.blockId);
      await storageCall(clock, () => kvs.set(key, blocked));
    },
    async remove(projectId, blockId) {
      const stored = await get(projectId, blockId);
      const aliases = stored && 'aliases' in stored ? stored.aliases : [];
      for (const alias of aliases) {
        // Somebody else may be blocked under it.
        const other = await get(projectId, alias);
        if (other && 'of' in other && other.of === blockId)
          await storageCall(clock, () => kvs.delete(storageKey.blocked(projectId, alias)));
      }
      await storageCall(clock, () => kvs.delete(storageKey.blocked(projectId, blockId)));
    },
  };
}
