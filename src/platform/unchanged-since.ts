import { Filter, FilterConditions, kvs, type SetOptions } from '@forge/kvs';
import type { Clock } from '../ports';
import { ONCE, storeOnce } from './storage';

/** The revision of a record that holds nothing yet. */
const EMPTY = 0;

/** Not there, or there without anything in it. */
export const isAbsent = (stored: unknown): boolean =>
  stored === undefined || JSON.stringify(stored) === JSON.stringify({ rev: EMPTY });

/**
 * The condition that a record of the entity is still of the revision that was seen (null: that it was absent), for a
 * transaction that follows. No document says which condition a record fulfils that is not there: hence one that holds
 * nothing is put in its place first, once. Throws PlatformFault.
 */
export async function unchangedSince(
  clock: Clock,
  { entityName, key, rev }: { entityName: string; key: string; rev: number | null },
  options: SetOptions = {},
) {
  if (rev === null) {
    await storeOnce(clock, () => kvs.entity(entityName).set(key, { rev: EMPTY }, { ...options, ...ONCE }));
  }
  const conditions = new Filter<{ rev: number }>().and('rev', FilterConditions.equalTo(rev ?? EMPTY));
  return { entityName, conditions };
}
