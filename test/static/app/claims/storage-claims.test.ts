import { describe, expect, test } from 'vitest';
import { createStorageClaims, type ClaimStore } from '../../../../static/app/claims/storage-claims';
import { NOW } from '../../availability/panel-builder';

const REMEMBER_MS = 3 * 24 * 60 * 60_000;

function memory(content: string | null = null): ClaimStore {
  let stored = content;
  return {
    read: () => stored,
    write: (value) => {
      stored = value;
      return true;
    },
    exclusively: async (work) => work(),
  };
}

describe('a flag', () => {
  test('is shown by exactly one of five windows', async () => {
    const store = memory();
    const windows = Array.from({ length: 5 }, () => createStorageClaims(store, REMEMBER_MS));
    const claims = await Promise.all(windows.map((each) => each.claim('ending', NOW)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('does not keep another one from being shown', async () => {
    const once = createStorageClaims(memory(), REMEMBER_MS);
    expect(await once.claim('one', NOW)).toBe(true);
    expect(await once.claim('two', NOW)).toBe(true);
    expect(await once.claim('one', NOW + 60_000)).toBe(false);
  });

  test('is forgotten after some days, so that storage does not grow', async () => {
    const store = memory();
    const once = createStorageClaims(store, REMEMBER_MS);
    await once.claim('old', NOW);
    await once.claim('new', NOW + 4 * 24 * 60 * 60_000);
    expect(store.read()).not.toContain('old');
  });

  test('is shown once although the storage has become full', async () => {
    const once = createStorageClaims({ ...memory(), write: () => false }, REMEMBER_MS);
    expect(await once.claim('one', NOW)).toBe(true);
    expect(await once.claim('one', NOW)).toBe(false);
  });

  test.each(['not json', '{}', '[1,["a"]]', 'null'])(
    'is shown although what is stored is %s',
    async (stored) => {
      expect(await createStorageClaims(memory(stored), REMEMBER_MS).claim('one', NOW)).toBe(true);
    },
  );
});
