import { asApp, route } from '@forge/api';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { describeSite } from '../../local/describe-site';
import { strictFaults } from '../../local/fault-settings';
import { adfOfText, textOfAdf, type AdfDocument } from '../../local/jira/records/adf';
import { seedChat, widgetIdOf } from '../../local/seed-chat';
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

describe('Events of Jira', () => {
  const listening = async (faults: object) => {
    const site = await fixtureSite();
    site.faults.set(faults);
    return {
      ...site,
      async comment(text: string) {
        await site.jira.handle({
          method: 'POST',
          path: '/rest/api/3/issue/SUP-1/comment',
          actor: { kind: 'app' },
          body: JSON.stringify({ body: adfOfText(text) }),
        });
        await site.idle();
      },
      async heard() {
        await site.idle();
        const events = (site.kvs.snapshot().plain.events?.value ?? []) as {
          comment?: { body: AdfDocument };
        }[];
        return events.flatMap(({ comment }) => (comment ? textOfAdf(comment.body) : []));
      },
    };
  };

  it('never come', async () => {
    const { comment, heard, clock } = await listening({ events: { lost: 1 } });
    await comment('one');
    await clock.advance(900_000);
    expect(await heard()).toEqual([]);
  });

  it('come later, each at its own time', async () => {
    const { comment, heard, clock } = await listening({ events: { lateMs: [30_000, 90_000] }, seed: 2 });
    for (const text of ['one', 'two', 'three', 'four']) await comment(text);
    await clock.advance(29_999);
    expect(await heard()).toEqual([]);
    await clock.advance(60_001);
    expect(new Set(await heard())).toEqual(new Set(['one', 'two', 'three', 'four']));
    expect(await heard()).not.toEqual(['one', 'two', 'three', 'four']);
  });

  it('come twice, each time when it comes', async () => {
    const { comment, heard, clock } = await listening({ events: { duplicate: 1, lateMs: [1_000, 60_000] } });
    await comment('one');
    await clock.advance(60_000);
    expect(await heard()).toEqual(['one', 'one']);
  });

  it('are overtaken by the next one, and come at last when there is none', async () => {
    const { comment, heard, clock } = await listening({ events: { swapped: 1 } });
    await comment('one');
    expect(await heard()).toEqual([]);
    await comment('two');
    expect(await heard()).toEqual(['two', 'one']);
    await comment('three');
    await clock.advance(60_000);
    expect(await heard()).toEqual(['two', 'one', 'three']);
  });

  it('of before a reset do not come after it', async () => {
    const { comment, heard, clock, reset } = await listening({ events: { lateMs: [30_000, 30_000] } });
    await comment('one');
    await reset();
    await clock.advance(60_000);
    expect(await heard()).toEqual([]);
  });
});

describe('A strict site', () => {
  it('has every fault that is a property of sites, with chat on all the same, and after a reset, too', async () => {
    const site = await createSite({ clock: manualClock(Date.UTC(2026, 10, 22, 9)), strict: true });
    await seedChat(site);
    expect(site.faults.get()).toEqual(strictFaults());
    site.faults.set({});
    expect(await widgetIdOf(site, 'SUP')).toMatch(/^[\w-]{22}$/);
    await site.reset();
    expect(site.faults.get()).toEqual(strictFaults());
    expect((await describeSite(site)).strict).toBe(true);
  });

  it('refuses the app what only admins may, as the faults of the control plane do', async () => {
    const { inside, faults } = insideFunction({ scopes: ['manage:servicedesk-customer'] });
    const make = async (email: string) => {
      const body = JSON.stringify({ email, displayName: 'Vera' });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      return (await inside(() => asApp().requestJira(route`/rest/servicedeskapi/customer`, init))).status;
    };
    expect(await make('vera@example.org')).toBe(201);
    faults.set({ jira: { noAdmin: true } });
    expect(await make('vera2@example.org')).toBe(403);
    faults.set({});
    expect(await make('vera2@example.org')).toBe(201);
  });
});
