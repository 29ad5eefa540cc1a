import type { EntityDefinition } from '../manifest-schema';
import { answer, type KvsAnswer } from './kvs-answer';
import { parseJson } from './kvs-body';
import { createKvsCalls } from './kvs-calls';
import { KvsEntities } from './kvs-entities';
import { badRequest, KvsError } from './kvs-error';
import { readSnapshot, writeSnapshot, type KvsSnapshot } from './kvs-snapshot';
import { KvsSpace } from './kvs-space';

/** The storage service behind @forge/kvs, for one installation. */
export interface Kvs {
  /** One call of the wire; `path` is like "/api/v1/get". */
  handle(path: string, body: string): KvsAnswer;
  /** Called whenever something stored changes. Returns what stops it. */
  onChange(listener: () => void): () => void;
  /** Lets queries see every write made so far, as after a quiet moment. */
  catchUp(): void;
  snapshot(): KvsSnapshot;
  /** The same as text, for a look at whether anything changed: of what did not, it is written once. */
  text(): string;
  restore(snapshot: KvsSnapshot): void;
  reset(): void;
}

export function createKvs(options: {
  entities: EntityDefinition[];
  now: () => number;
  queryLagMs: number;
  /** Whether conditions of transactions fail for entities that are absent; default: no. */
  absentRefused?: () => boolean;
}): Kvs {
  const { now, absentRefused = () => false } = options;
  const entities = new KvsEntities(options.entities);
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  const newSpace = (): KvsSpace => new KvsSpace(now, options.queryLagMs, changed);
  const plain = newSpace();
  const secret = newSpace();
  const ofEntity = new Map(entities.names().map((name) => [name, newSpace()]));
  const allSpaces = [plain, secret, ...ofEntity.values()];

  function spaceOf(entityName: string | undefined): KvsSpace {
    if (entityName === undefined) return plain;
    const space = ofEntity.get(entities.definition(entityName).name);
    if (!space)
      throw badRequest('INVALID_ENTITY_TYPE', `Entity ${entityName} is not declared in the manifest`);
    return space;
  }

  const calls = createKvsCalls({ plain, secret, entities, spaceOf, now, absentRefused });

  return {
    handle(path, body) {
      try {
        const call = calls[path];
        if (!call) throw new KvsError(404, 'NOT_FOUND', `The storage service has no ${path}`);
        return call(parseJson(body));
      } catch (error) {
        if (!(error instanceof KvsError)) throw error;
        return answer(JSON.stringify({ code: error.code, message: error.message }), 0, 0, error.status);
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    catchUp() {
      for (const space of allSpaces) space.catchUp();
    },
    snapshot: () => writeSnapshot({ plain, secret, entities: ofEntity }),
    text: () =>
      [['plain', plain] as const, ['secret', secret] as const, ...ofEntity]
        .map(([name, space]) => `${name}\n${space.text()}`)
        .join('\n'),
    restore: (snapshot) => readSnapshot(snapshot, { plain, secret, entities: ofEntity }),
    reset() {
      for (const space of allSpaces) space.clear();
    },
  };
}
