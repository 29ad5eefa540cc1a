import { kvs, MetadataField, WhereConditions } from '@forge/kvs';
import { describe, expect, it } from 'vitest';
import { insideFunction } from './inside-function';

const refusal = (code: string, status: number) =>
  expect.objectContaining({ code, responseDetails: expect.objectContaining({ status }) as unknown });

const DAY_MS = 86_400_000;

describe('Key-value storage', () => {
  it('gives back a copy of what was set, and undefined for what never was', async () => {
    const { inside } = insideFunction();
    const value = { list: [1, { deep: true }], text: 'ü', nothing: null };
    await inside(async () => {
      await kvs.set('a', value);
      const first = await kvs.get<typeof value>('a');
      expect(first).toEqual(value);
      first?.list.push(2);
      expect(await kvs.get('a')).toEqual(value);
      expect(await kvs.get('b')).toBeUndefined();
    });
  });

  it('is another text after any change of what is stored, and the same while nothing changes', async () => {
    const { inside, kvs: storage } = insideFunction();
    await inside(async () => {
      const texts = [storage.text()];
      await kvs.set('a', 1);
      texts.push(storage.text());
      await kvs.setSecret('a', 1);
      texts.push(storage.text());
      await kvs.set('a', 2, { ttl: { unit: 'DAYS', value: 1 } });
      texts.push(storage.text());
      await kvs.deleteSecret('a');
      texts.push(storage.text());
      expect(new Set(texts).size).toBe(5);
      await kvs.get('a');
      expect(storage.text()).toBe(texts.at(-1));
      await kvs.delete('a');
      expect(storage.text()).toBe(texts[0]);
    });
  });

  it('deletes, and does not mind deleting what is not there', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await kvs.set('a', 1);
      await kvs.delete('a');
      await kvs.delete('a');
      expect(await kvs.get('a')).toBeUndefined();
    });
  });

  it.each([
    ['an empty key', '', 'KEY_TOO_SHORT'],
    ['a key of 501 characters', 'k'.repeat(501), 'KEY_TOO_LONG'],
    ['a key with a slash', 'a/b', 'INVALID_KEY'],
    ['a key with an at sign', 'a@b', 'INVALID_KEY'],
    ['a key of blanks', '   ', 'INVALID_KEY'],
  ])('refuses %s', async (_, key, code) => {
    const { inside } = insideFunction();
    await expect(inside(() => kvs.set(key, 1))).rejects.toEqual(refusal(code, 400));
  });

  it('accepts keys of 500 characters and all the documented punctuation', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      for (const key of ['k'.repeat(500), 'a:b.c_d e-f#g']) {
        await kvs.set(key, key);
        expect(await kvs.get(key)).toBe(key);
      }
    });
  });

  it('refuses a value over 240 KiB, counted in bytes, and takes one of exactly that', async () => {
    const { inside } = insideFunction();
    const quotes = 2;
    await inside(() => kvs.set('a', 'x'.repeat(240 * 1024 - quotes)));
    await expect(inside(() => kvs.set('a', 'x'.repeat(240 * 1024 - quotes + 1)))).rejects.toEqual(
      refusal('MAX_SIZE', 400),
    );
    await expect(inside(() => kvs.set('a', 'ü'.repeat(121 * 1024)))).rejects.toEqual(
      refusal('MAX_SIZE', 400),
    );
  });

  it('refuses a value that is nested deeper than 31 levels', async () => {
    const { inside } = insideFunction();
    const nested = (levels: number): unknown => (levels === 0 ? 'end' : { down: nested(levels - 1) });
    await inside(() => kvs.set('a', nested(31) as object));
    await expect(inside(() => kvs.set('a', nested(32) as object))).rejects.toEqual(refusal('MAX_DEPTH', 400));
  });

  it('lets exactly one of many writers create a key', async () => {
    const { inside } = insideFunction();
    const outcomes = await inside(() =>
      Promise.allSettled(
        Array.from({ length: 12 }, (_, i) => kvs.set('a', i, { keyPolicy: 'FAIL_IF_EXISTS' })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.at(-1)).toMatchObject({
      reason: { code: 'KEY_CONFLICT', responseDetails: { status: 409 } },
    });
  });

  it('returns the previous or the latest value when a write asks for it', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await kvs.set('a', 'old');
      const previous = await kvs.set('a', 'new', { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' });
      expect(previous).toMatchObject({ value: 'old' });
      const latest = await kvs.set('a', 'newest', { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' });
      expect(latest).toMatchObject({ value: 'newest' });
    });
  });

  it('keeps secrets apart from values, and out of queries', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      await kvs.setSecret('s', 'hidden');
      expect(await kvs.getSecret('s')).toBe('hidden');
      expect(await kvs.get('s')).toBeUndefined();
      expect((await kvs.query().getMany()).results).toEqual([]);
      await kvs.deleteSecret('s');
      expect(await kvs.getSecret('s')).toBeUndefined();
    });
  });

  it('refuses everything while the manifest lacks the scope storage:app', async () => {
    const { inside } = insideFunction({ scopes: [] });
    await expect(inside(() => kvs.get('a'))).rejects.toMatchObject({ responseDetails: { status: 403 } });
  });
});

describe('Expiry', () => {
  const metadata = {
    metadataFields: [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME],
  };

  it('is told in metadata, beside the times of creation and change', async () => {
    const { inside, clock } = insideFunction();
    const start = clock.now();
    await inside(() => kvs.set('a', 1));
    await clock.advance(1_000);
    const read = await inside(async () => {
      await kvs.set('a', 2, { ttl: { value: 7, unit: 'DAYS' } });
      return kvs.get('a', metadata);
    });
    expect(read).toEqual({
      key: 'a',
      value: 2,
      createdAt: start,
      updatedAt: start + 1_000,
      expireTime: new Date(start + 1_000 + 7 * DAY_MS).toISOString(),
    });
  });

  it('leaves a zombie for 48 hours: still read, still queried, still in the way of FAIL_IF_EXISTS', async () => {
    const { inside, clock } = insideFunction();
    await inside(() => kvs.set('a', 1, { ttl: { value: 1, unit: 'MINUTES' } }));
    await clock.advance(60_000 + 2 * DAY_MS - 1);
    await inside(async () => {
      expect(await kvs.get('a')).toBe(1);
      expect((await kvs.query().getMany()).results).toHaveLength(1);
      await expect(kvs.set('a', 2, { keyPolicy: 'FAIL_IF_EXISTS' })).rejects.toEqual(
        refusal('KEY_CONFLICT', 409),
      );
    });
    await clock.advance(1);
    await inside(async () => {
      expect(await kvs.get('a')).toBeUndefined();
      expect((await kvs.query().getMany()).results).toEqual([]);
      await kvs.set('a', 2, { keyPolicy: 'FAIL_IF_EXISTS' });
    });
  });

  it.each([
    [0, 'SECONDS'],
    [1.5, 'HOURS'],
    [366, 'DAYS'],
  ] as const)('of %s %s is refused', async (value, unit) => {
    const { inside } = insideFunction();
    await expect(inside(() => kvs.set('a', 1, { ttl: { value, unit } }))).rejects.toEqual(
      refusal('INVALID_TTL', 400),
    );
  });
});

describe('Queries by key', () => {
  it('find by prefix, in order, page by page', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      for (const key of ['p:3', 'p:1', 'q:1', 'p:2']) await kvs.set(key, key);
      const query = () => kvs.query().where('key', WhereConditions.beginsWith('p:')).limit(2);
      const first = await query().getMany();
      expect(first.results.map(({ key }) => key)).toEqual(['p:1', 'p:2']);
      const second = await query()
        .cursor(first.nextCursor ?? '')
        .getMany();
      expect(second.results.map(({ key }) => key)).toEqual(['p:3']);
      expect(second.nextCursor).toBeUndefined();
    });
  });

  it('return ten records unless they say how many, and refuse more than a hundred', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      for (let i = 0; i < 12; i++) await kvs.set(`k${i}`, i);
      expect((await kvs.query().getMany()).results).toHaveLength(10);
      expect((await kvs.query().limit(100).getMany()).results).toHaveLength(12);
      await expect(kvs.query().limit(101).getMany()).rejects.toEqual(
        refusal('LIST_QUERY_LIMIT_EXCEEDED', 400),
      );
    });
  });

  it('see a write and a delete only after the lag, while reads by key see them at once', async () => {
    const { inside, clock } = insideFunction({ queryLagMs: 200 });
    const found = () => inside(async () => (await kvs.query().getMany()).results.map(({ value }) => value));
    await inside(() => kvs.set('a', 1));
    expect(await inside(() => kvs.get('a'))).toBe(1);
    expect(await found()).toEqual([]);
    await clock.advance(200);
    expect(await found()).toEqual([1]);
    await inside(() => kvs.delete('a'));
    expect(await found()).toEqual([1]);
    await clock.advance(200);
    expect(await found()).toEqual([]);
  });

  it('refuse a cursor that no query returned', async () => {
    const { inside } = insideFunction();
    await expect(inside(() => kvs.query().cursor('nonsense').getMany())).rejects.toEqual(
      refusal('INVALID_CURSOR', 400),
    );
  });
});

describe('Batches', () => {
  it('say for every key what became of it', async () => {
    const { inside } = insideFunction();
    await inside(async () => {
      const written = await kvs.batchSet<unknown>([
        { key: 'a', value: 1 },
        { key: 'b', value: { rev: 2 }, entityName: 'task' },
        { key: 'c/d', value: 1 },
      ]);
      expect(written.successfulKeys).toEqual([{ key: 'a' }, { key: 'b', entityName: 'task' }]);
      expect(written.failedKeys).toMatchObject([{ key: 'c/d', error: { code: 'INVALID_KEY' } }]);
      const read = await kvs.batchGet([{ key: 'a' }, { key: 'b', entityName: 'task' }, { key: 'x' }]);
      expect(read.successfulKeys).toMatchObject([
        { key: 'a', value: 1 },
        { key: 'b', value: { rev: 2 } },
      ]);
      expect(read.failedKeys).toMatchObject([{ key: 'x', error: { code: 'KEY_NOT_FOUND' } }]);
      expect((await kvs.batchDelete([{ key: 'a' }, { key: 'x' }])).failedKeys).toEqual([]);
      expect(await kvs.get('a')).toBeUndefined();
    });
  });

  it('refuse more than 25 keys, and a key that occurs twice', async () => {
    const { inside } = insideFunction();
    const keys = Array.from({ length: 26 }, (_, i) => ({ key: `k${i}` }));
    await expect(inside(() => kvs.batchGet(keys))).rejects.toEqual(refusal('INVALID_BATCH', 400));
    await expect(inside(() => kvs.batchGet([{ key: 'a' }, { key: 'a' }]))).rejects.toEqual(
      refusal('INVALID_BATCH', 400),
    );
  });
});
