import { asApp, route } from '@forge/api';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { createSite } from '../../local/site';
import { FIXTURE_MANIFEST } from './fixture-app';
import { insideFunction } from './inside-function';

const fixtureSite = () =>
  createSite({ clock: manualClock(Date.UTC(2026, 10, 22, 9)), manifestPath: FIXTURE_MANIFEST });

describe('A limit of Jira’s that says how long to wait (F16)', () => {
  const asking = () => {
    const { inside, faults, clock } = insideFunction();
    const ask = async () => {
      const response = await inside(() => asApp().requestJira(route`/rest/api/3/project/SUP`));
      const resetAt = Date.parse(response.headers.get('x-ratelimit-reset') ?? '');
      return { status: response.status, waitS: Number(response.headers.get('retry-after')), resetAt };
    };
    return { ask, faults, clock };
  };

  it('refuses until the time is over, and whoever asks earlier waits longer', async () => {
    const { ask, faults, clock } = asking();
    faults.set({ jira: { retryAfterS: 30 } });
    expect(await ask()).toEqual({ status: 429, waitS: 30, resetAt: clock.now() + 30_000 });
    await clock.advance(10_000);
    expect(await ask()).toMatchObject({ status: 429, waitS: 50 });
    await clock.advance(49_000);
    expect(await ask()).toMatchObject({ status: 429, waitS: 31 });
    await clock.advance(31_000);
    expect((await ask()).status).toBe(200);
    await clock.advance(60_000);
    expect((await ask()).status).toBe(200);
  });

  it('grows to ten times the wait at most', async () => {
    const { ask, faults } = asking();
    faults.set({ jira: { retryAfterS: 30 } });
    for (let times = 0; times < 20; times += 1) await ask();
    expect(await ask()).toMatchObject({ status: 429, waitS: 300 });
  });

  it('comes again by chance where calls are throttled, and ends with the faults', async () => {
    const { ask, faults, clock } = asking();
    faults.set({ jira: { throttled: 1, retryAfterS: 3 } });
    expect((await ask()).waitS).toBe(3);
    await clock.advance(3_000);
    expect((await ask()).waitS).toBe(3);
    faults.set({});
    expect((await ask()).status).toBe(200);
  });
});

describe('A transaction’s condition on an entity that is absent', () => {
  const whenNew = {
    entityName: 'task',
    conditions: new Filter<{ rev: number }>().and('rev', FilterConditions.notExists()),
  };

  it('holds, or fails where the site is made to refuse it; FAIL_IF_EXISTS works in both', async () => {
    const { inside, faults } = insideFunction();
    const create = (key: string) => inside(() => kvs.transact().set(key, { rev: 1 }, whenNew).execute());
    await create('a');
    faults.set({ storage: { notExistsRefused: true } });
    await expect(create('b')).rejects.toMatchObject({ responseDetails: { status: 409 } });
    await inside(async () => {
      expect(await kvs.entity('task').get('b')).toBeUndefined();
      await kvs.entity('task').set('b', { rev: 1 }, { keyPolicy: 'FAIL_IF_EXISTS' });
      await expect(
        kvs.entity('task').set('b', { rev: 2 }, { keyPolicy: 'FAIL_IF_EXISTS' }),
      ).rejects.toMatchObject({ responseDetails: { status: 409 } });
    });
  });
});

describe('What a function is told of where it runs', () => {
  it('leaves out the site’s address where the site is made to', async () => {
    const site = await fixtureSite();
    const context = () => site.invoke({ account: 'ann', functionKey: 'context' });
    expect(await context()).toHaveProperty('siteUrl');
    site.faults.set({ contexts: { siteUrl: false } });
    expect(await context()).not.toHaveProperty('siteUrl');
  });

  it('leaves out what follows a web trigger’s id, and keeps the whole path', async () => {
    const site = await fixtureSite();
    const event = async () => {
      const { body } = await site.webTrigger({ method: 'GET', path: '/v1/x?y=1' });
      return (JSON.parse(body) as { event: unknown }).event;
    };
    expect(await event()).toMatchObject({ userPath: '/v1/x' });
    site.faults.set({ contexts: { userPath: false } });
    expect(await event()).not.toHaveProperty('userPath');
    expect(await event()).toMatchObject({
      path: expect.stringMatching(/^\/public\/[\w-]+\/v1\/x$/),
      queryParameters: { y: ['1'] },
    });
  });
});
