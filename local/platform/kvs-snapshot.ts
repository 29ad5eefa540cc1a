import { z } from 'zod';
import { Row, type KvsSpace } from './kvs-space';

const record = z.object({
  value: z.unknown(),
  createdAt: z.number(),
  updatedAt: z.number(),
  expireTime: z.string().optional(),
});
const records = z.record(z.string(), record);

export const kvsSnapshotSchema = z.object({
  plain: records,
  secret: records,
  entities: z.record(z.string(), records),
});

/** Everything that is stored, by key. */
export type KvsSnapshot = z.infer<typeof kvsSnapshotSchema>;

interface Spaces {
  plain: KvsSpace;
  secret: KvsSpace;
  entities: Map<string, KvsSpace>;
}

const write = (space: KvsSpace): z.infer<typeof records> =>
  Object.fromEntries(
    space.all().map(({ key, json, createdAt, updatedAt, expireAt }) => [
      key,
      {
        value: JSON.parse(json) as unknown,
        createdAt,
        updatedAt,
        ...(expireAt === null ? {} : { expireTime: new Date(expireAt).toISOString() }),
      },
    ]),
  );

function read(space: KvsSpace, stored: z.infer<typeof records> = {}): void {
  space.clear();
  for (const [key, { value, createdAt, updatedAt, expireTime }] of Object.entries(stored)) {
    const expireAt = expireTime === undefined ? null : Date.parse(expireTime);
    space.load(new Row(key, { json: JSON.stringify(value), createdAt, updatedAt, expireAt }));
  }
  space.catchUp();
}

export function writeSnapshot({ plain, secret, entities }: Spaces): KvsSnapshot {
  return {
    plain: write(plain),
    secret: write(secret),
    entities: Object.fromEntries([...entities].map(([name, space]) => [name, write(space)])),
  };
}

export function readSnapshot(snapshot: KvsSnapshot, { plain, secret, entities }: Spaces): void {
  read(plain, snapshot.plain);
  read(secret, snapshot.secret);
  for (const [name, space] of entities) read(space, snapshot.entities[name]);
}
