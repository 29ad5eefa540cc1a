import { Filter, FilterConditions, ForgeKvsAPIError, kvs, MetadataField } from '@forge/kvs';
import { describe, expect, it } from 'vitest';
import { insideFunction } from './inside-function';

interface Task {
  rev: number;
  done?: boolean;
}

const at = (rev: number, done?: boolean): Task => (done === undefined ? { rev } : { rev, done });
const whenRev = (rev: number) => ({
  entityName: 'task',
  conditions: new Filter<Task>().and('rev', FilterConditions.equalTo(rev)),
});
const whenNew = {
  entityName: 'task',
  conditions: new Filter<Task>().and('rev', FilterConditions.notExists()),
};
const task = kvs.entity('task');

const isRefusal = (error: unknown): boolean =>
  error instanceof ForgeKvsAPIError &&
  error.responseDetails.status >= 400 &&
  error.responseDetails.status < 500;

describe('Transactions', () => {
  it('write everything, or nothing when a condition is not met', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await kvs.transact().set('a', at(1), whenNew).set('s', 'first').execute();
      const failed = kvs.transact().set('a', at(9), whenRev(7)).set('s', 'second').delete('x').execute();
      await expect(failed).rejects.toSatisfy(isRefusal);
      expect(await task.get('a')).toEqual({ rev: 1 });
      expect(await kvs.get('s')).toBe('first');
      await kvs.transact().set('a', at(2), whenRev(1)).delete('s').execute();
      expect(await task.get('a')).toEqual({ rev: 2 });
      expect(await kvs.get('s')).toBeUndefined();
    });
  });

  it('let one of several compare-and-set writers through', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await task.set('a', { rev: 1 });
      const write = (rev: number) => kvs.transact().set('a', at(rev), whenRev(1)).execute();
      const outcomes = await Promise.allSettled([write(2), write(3), write(4)]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(await task.get('a')).toEqual({ rev: 2 });
    });
  });

  it('check a record that they do not write', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await task.set('guard', { rev: 5 });
      await expect(kvs.transact().check('guard', whenRev(4)).set('a', 1).execute()).rejects.toSatisfy(
        isRefusal,
      );
      await kvs.transact().check('guard', whenRev(5)).set('a', 1).execute();
      expect(await kvs.get('a')).toBe(1);
    });
  });

  it('accept alternatives', async () => {
    const { inside } = insideFunction();
    const newOrFinished = {
      entityName: 'task',
      conditions: new Filter<Task>()
        .or('rev', FilterConditions.notExists())
        .or('done', FilterConditions.equalTo(true)),
    };
    await inside(async () => {
      await kvs.transact().set('a', at(1, false), newOrFinished).execute();
      const again = kvs.transact().set('a', at(2), newOrFinished).execute();
      await expect(again).rejects.toSatisfy(isRefusal);
    });
  });

  it('give records a time to live', async () => {
    const { inside, clock } = insideFunction();
    const read = await inside(async () => {
      await kvs
        .transact()
        .set('a', 1, undefined, { ttl: { value: 30, unit: 'SECONDS' } })
        .execute();
      return kvs.get('a', { metadataFields: [MetadataField.EXPIRE_TIME] });
    });
    expect(read).toMatchObject({ expireTime: new Date(clock.now() + 30_000).toISOString() });
  });

  it('refuse more than 25 operations, a key that occurs twice, and conditions on plain keys', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      const large = kvs.transact();
      for (let i = 0; i < 26; i++) large.set(`k${i}`, i);
      await expect(large.execute()).rejects.toMatchObject({ code: 'INVALID_TRANSACTION' });
      await expect(kvs.transact().set('a', 1).delete('a').execute()).rejects.toMatchObject({
        code: 'INVALID_TRANSACTION',
      });
      const plain = {
        entityName: undefined as never,
        conditions: new Filter<Task>().and('rev', FilterConditions.exists()),
      };
      await expect(kvs.transact().set('a', at(1), plain).execute()).rejects.toMatchObject({
        code: 'INVALID_TRANSACTION',
      });
      expect(await kvs.get('k0')).toBeUndefined();
    });
  });

  it('refuse an entity value that does not fit, and write nothing of the rest', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      const mixed = kvs.transact().set('a', 1).set('b', { rev: 'one' }, { entityName: 'task' });
      await expect(mixed.execute()).rejects.toMatchObject({ code: 'INVALID_ENTITY_VALUE' });
      expect(await kvs.get('a')).toBeUndefined();
    });
  });
});
