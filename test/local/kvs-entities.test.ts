import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { describe, expect, it } from 'vitest';
import { insideFunction } from './inside-function';

const refusal = (code: string, status: number) =>
  expect.objectContaining({ code, responseDetails: expect.objectContaining({ status }) as unknown });

interface Task {
  rev?: number;
  owner?: string;
  done?: boolean;
  body?: object;
}

const task = kvs.entity<Task>('task');
const query = (owner: string) => task.query().index('by-owner', { partition: [owner] });

async function seedTasks(): Promise<void> {
  await task.set('t1', { owner: 'ann', rev: 3, done: false });
  await task.set('t2', { owner: 'ann', rev: 1, done: true });
  await task.set('t3', { owner: 'ann', rev: 2, done: true });
  await task.set('t4', { owner: 'bo', rev: 9, done: false });
  await task.set('t5', { owner: 'ann', done: false });
}

const keysOf = ({ results }: { results: { key: string }[] }): string[] => results.map(({ key }) => key);

describe('Custom entities', () => {
  it('are stored beside plain keys and other entities of the same key', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await task.set('a', { rev: 1, body: { free: ['form'] } });
      await kvs.set('a', 'plain');
      expect(await task.get('a')).toEqual({ rev: 1, body: { free: ['form'] } });
      expect(await kvs.get('a')).toBe('plain');
      await task.delete('a');
      expect(await task.get('a')).toBeUndefined();
      expect(await kvs.get('a')).toBe('plain');
    });
  });

  it.each([
    ['an undeclared attribute', { color: 'red' }, 'INVALID_ENTITY_ATTRIBUTE'],
    ['a value that is no object', [1], 'INVALID_ENTITY_VALUE'],
    ['an integer with a fraction', { rev: 1.5 }, 'INVALID_ENTITY_VALUE'],
    ['an integer over 32 bits', { rev: 2 ** 31 }, 'INVALID_ENTITY_VALUE'],
    ['a blank text', { owner: ' ' }, 'INVALID_ENTITY_VALUE'],
    ['a text for a flag', { done: 'yes' }, 'INVALID_ENTITY_VALUE'],
    ['a range value over 900 bytes', { owner: 'o'.repeat(901) }, 'INVALID_ENTITY_VALUE'],
  ])('refuse %s', async (_, value, code) => {
    const { inside } = insideFunction();
    await expect(inside(() => task.set('a', value as never))).rejects.toEqual(refusal(code, 400));
  });

  it('refuse an entity that the manifest does not declare', async () => {
    const { inside } = insideFunction();
    await expect(inside(() => kvs.entity('ghost').get('a'))).rejects.toEqual(
      refusal('INVALID_ENTITY_TYPE', 400),
    );
  });
});

describe('Queries of entities', () => {
  it('follow the index: one partition, ordered by its range, without records that lack an attribute', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await seedTasks();
      expect(keysOf(await query('ann').getMany())).toEqual(['t2', 't3', 't1']);
      expect(keysOf(await query('ann').sort(Sort.DESC).getMany())).toEqual(['t1', 't3', 't2']);
    });
  });

  it('take a value for each attribute of a partition, in order, and follow a record to another one', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await seedTasks();
      const tasks = (owner: string, done: boolean) =>
        task.query().index('by-owner-and-state', { partition: [owner, done] });
      expect(keysOf(await tasks('ann', true).getMany())).toEqual(['t2', 't3']);
      expect(keysOf(await tasks('bo', true).getMany())).toEqual([]);
      await task.set('t2', { owner: 'ann', rev: 1, done: false });
      expect(keysOf(await tasks('ann', true).getMany())).toEqual(['t3']);
      expect(keysOf(await tasks('ann', false).sort(Sort.DESC).getMany())).toEqual(['t1', 't2']);
    });
  });

  it('go on within a range, from where a record was that is elsewhere now', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await seedTasks();
      const from2 = () => query('ann').where(WhereConditions.greaterThan(1)).sort(Sort.DESC).limit(1);
      const first = await from2().getMany();
      expect(keysOf(first)).toEqual(['t1']);
      await task.set('t1', { owner: 'ann', rev: 9, done: false });
      const second = await from2()
        .cursor(first.nextCursor ?? '')
        .getMany();
      expect(keysOf(second)).toEqual(['t3']);
      expect(second.nextCursor).toBeUndefined();
    });
  });

  it('narrow the range', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await seedTasks();
      expect(keysOf(await query('ann').where(WhereConditions.between(2, 3)).getMany())).toEqual(['t3', 't1']);
      expect(keysOf(await query('ann').where(WhereConditions.lessThan(2)).getMany())).toEqual(['t2']);
    });
  });

  it('filter after the limit, so that an empty page may have a cursor', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await seedTasks();
      const open = () =>
        query('ann')
          .filters(new Filter<Task>().and('done', FilterConditions.equalTo(false)))
          .limit(2);
      const first = await open().getMany();
      expect(first.results).toEqual([]);
      expect(
        keysOf(
          await open()
            .cursor(first.nextCursor ?? '')
            .getMany(),
        ),
      ).toEqual(['t1']);
    });
  });

  it('go backwards through pages', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await seedTasks();
      const backwards = () => query('ann').sort(Sort.DESC).limit(2);
      const first = await backwards().getMany();
      expect(keysOf(first)).toEqual(['t1', 't3']);
      expect(
        keysOf(
          await backwards()
            .cursor(first.nextCursor ?? '')
            .getMany(),
        ),
      ).toEqual(['t2']);
    });
  });

  it('know the index that an attribute has by itself, and the one by key', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await seedTasks();
      const byOwner = task.query().index('owner').where(WhereConditions.beginsWith('b'));
      expect(keysOf(await byOwner.getMany())).toEqual(['t4']);
      expect(keysOf(await task.query().index('by-key').getMany())).toEqual(['t1', 't2', 't3', 't4', 't5']);
    });
  });

  it.each([
    ['an unknown index', () => task.query().index('by-color'), 'INVALID_ENTITY_INDEX', 400],
    ['a missing partition', () => task.query().index('by-owner'), 'INVALID_ENTITY_INDEX', 400],
    [
      'half a partition',
      () => task.query().index('by-owner-and-state', { partition: ['ann'] }),
      'INVALID_ENTITY_INDEX',
      400,
    ],
    ['a limit of 101', () => query('ann').limit(101), 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', 400],
    [
      'a filter on an attribute of type any',
      () => query('ann').filters(new Filter<Task>().and('body', FilterConditions.exists())),
      'INVALID_ENTITY_ATTRIBUTE',
      422,
    ],
  ])('refuse %s', async (_, ask, code, status) => {
    const { inside } = insideFunction();
    await expect(inside(() => ask().getMany())).rejects.toEqual(refusal(code, status));
  });

  it('see a change only after the lag', async () => {
    const { inside, clock } = insideFunction({ queryLagMs: 200 });
    await inside(seedTasks);
    expect(keysOf(await inside(() => query('ann').getMany()))).toEqual([]);
    await clock.advance(200);
    expect(keysOf(await inside(() => query('ann').getMany()))).toHaveLength(3);
  });
});
