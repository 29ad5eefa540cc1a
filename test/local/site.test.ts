import { describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { createSite, type Site, type SiteOptions } from '../../local/site';
import { FIXTURE_MANIFEST } from './fixture-app';

const START = Date.UTC(2026, 10, 22, 9);
const MINUTE = 60_000;

const fixtureSite = (options: Partial<SiteOptions> = {}): Promise<Site> =>
  createSite({ clock: manualClock(START), manifestPath: FIXTURE_MANIFEST, queryLagMs: 0, ...options });

const stored = (site: Site, key: string): unknown => site.kvs.snapshot().plain[key]?.value;
const invoke = (site: Site, functionKey: string, payload: unknown = {}, account = 'ann'): Promise<unknown> =>
  site.invoke({ account, functionKey, payload });

describe('A call from a page', () => {
  it('tells the resolver who calls and where from', async () => {
    const site = await fixtureSite();
    const { accountId, locale, timezone } = site.jira.person('bo') ?? {};
    const context = await site.invoke({
      account: 'bo',
      functionKey: 'context',
      projectId: 'SUP',
      extension: { issue: 'X-1' },
    });
    expect(context).toMatchObject({
      accountId,
      accountType: 'licensed',
      moduleKey: 'page',
      cloudId: site.cloudId,
      siteUrl: site.siteUrl,
      locale,
      timezone,
      extension: {
        type: 'jira:globalPage',
        project: { id: '10001', key: 'SUP', type: 'service_desk' },
        issue: 'X-1',
      },
    });
  });

  it('comes from the portal for customers and anonymous visitors, who share one account id', async () => {
    const site = await fixtureSite();
    expect(await invoke(site, 'context', {}, 'cara')).toMatchObject({
      accountType: 'customer',
      moduleKey: 'footer',
    });
    const request = { account: 'anonymous', functionKey: 'context', projectId: 'SUP' };
    expect(await site.invoke(request)).toMatchObject({
      accountId: 'unidentified',
      accountType: 'anonymous',
      extension: { page: 'portal', portal: { id: 1 } },
    });
  });

  it('is refused where the module is not open to them, or does not exist', async () => {
    const site = await fixtureSite();
    const from = (account: string, moduleKey: string) =>
      site.invoke({ account, moduleKey, functionKey: 'echo' });
    await expect(from('cara', 'page')).rejects.toMatchObject({ status: 403 });
    await expect(from('anonymous', 'page')).rejects.toMatchObject({ status: 403 });
    await expect(from('ann', 'nowhere')).rejects.toMatchObject({ status: 404 });
    await expect(from('nobody', 'page')).rejects.toMatchObject({ status: 404 });
    await expect(invoke(site, 'zz')).rejects.toThrow("Resolver has no definition for 'zz'.");
  });

  it('takes at most 500 KB and answers at most 5 MB', async () => {
    const site = await fixtureSite();
    await expect(invoke(site, 'echo', { text: 'x'.repeat(500 * 1024) })).rejects.toMatchObject({
      status: 413,
    });
    await expect(invoke(site, 'large')).rejects.toThrow('is larger than 5242880 bytes');
  });

  it('fails with what the function throws, and counts it', async () => {
    const site = await fixtureSite();
    await expect(invoke(site, 'fail')).rejects.toThrow('Broken on purpose');
    expect(site.stats.snapshot().invocations.resolver).toEqual({ calls: 1, failed: 1 });
  });
});

describe('A function', () => {
  it('lives on the clock of its site', async () => {
    const site = await fixtureSite();
    expect(await invoke(site, 'now')).toEqual({ fromDate: START, fromNow: START, isDate: true });
    expect(await invoke(site, 'sleep', { ms: 20_000 })).toBe(START + 20_000);
  });

  it('is given up after 25 seconds', async () => {
    const site = await fixtureSite();
    await expect(invoke(site, 'sleep', { ms: 25_001 })).rejects.toThrow('took longer than 25 seconds');
  });

  it('keeps its memory while the process is warm, and loses it at a reset', async () => {
    const site = await fixtureSite();
    expect([await invoke(site, 'count'), await invoke(site, 'count')]).toEqual([1, 2]);
    await site.reset();
    expect(await invoke(site, 'count')).toBe(1);
  });

  it("prints into the site's log", async () => {
    const site = await fixtureSite();
    await invoke(site, 'print');
    expect(site.log.lines()).toMatchObject([
      { level: 'warn', functionKey: 'resolver', text: 'something { odd: true }' },
    ]);
  });

  it('shares its memory, but no data, with the other installation in the process', async () => {
    const first = await fixtureSite();
    const second = await fixtureSite({ share: first });
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const [site, owner] = i % 2 === 0 ? [first, 'first'] : [second, 'second'];
        await invoke(site, 'set', { key: `k${i % 10}`, value: owner });
        expect(await invoke(site, 'get', { key: `k${i % 10}` })).toBe(owner);
      }),
    );
    expect(await invoke(first, 'count')).toBe(1);
    expect(await invoke(second, 'count')).toBe(2);
    expect(first.webTriggerUrl('hook')).not.toBe(second.webTriggerUrl('hook'));
  });
});

describe('A web trigger', () => {
  it('is told the method, the path behind its id, and headers and query as lists', async () => {
    const site = await fixtureSite();
    const { status, body } = await site.webTrigger({
      method: 'POST',
      path: '/v1/thing?a=1&a=2&__proto__=x',
      headers: { 'X-One': 'a', 'X-Two': ['b', 'c'] },
      body: 'text',
    });
    expect(status).toBe(200);
    const { event, context } = JSON.parse(body) as { event: Record<string, unknown>; context: unknown };
    expect(event).toMatchObject({
      method: 'POST',
      userPath: '/v1/thing',
      headers: { 'X-One': ['a'], 'X-Two': ['b', 'c'] },
      body: 'text',
    });
    expect(Object.entries(event.queryParameters as object)).toEqual([
      ['a', ['1', '2']],
      ['__proto__', ['x']],
    ]);
    expect(context).not.toHaveProperty('principal');
  });

  it('answers with what the function returns', async () => {
    const site = await fixtureSite();
    expect(await site.webTrigger({ method: 'GET', path: '/teapot' })).toEqual({
      status: 418,
      statusText: 'Short and stout',
      headers: { 'X-Two': ['a', 'b'] },
      body: 'tea',
    });
  });

  it.each(['/fail', '/nothing', '/bad-headers'])(
    'answers 500 when the function does not answer: %s',
    async (path) => {
      const site = await fixtureSite();
      expect(await site.webTrigger({ method: 'GET', path })).toMatchObject({ status: 500 });
    },
  );
});

describe('What nobody calls', () => {
  it('runs on schedule: after five minutes, then every five', async () => {
    const site = await fixtureSite();
    await site.clock.advance(15 * MINUTE);
    await site.idle();
    expect(stored(site, 'ticks')).toMatchObject(
      [5, 10, 15].map((minutes) => ({
        at: START + minutes * MINUTE,
        payload: { context: { cloudId: site.cloudId, moduleKey: 'clockwork' } },
      })),
    );
  });

  it('consumes events, and again when it asks or breaks', async () => {
    const site = await fixtureSite();
    await invoke(site, 'push', { body: { fail: 'once' } });
    await invoke(site, 'push', { body: { fail: 'asks' }, delayInSeconds: 30 });
    await site.clock.advance(5 * MINUTE - 1);
    const events = stored(site, 'work') as { at: number; body: unknown }[];
    expect(events.map(({ at, body }) => [at - START, body])).toEqual([
      [0, { fail: 'once' }],
      [5_000, { fail: 'once' }],
      [30_000, { fail: 'asks' }],
      [90_000, { fail: 'asks' }],
    ]);
  });

  it('hears of its installation, and of people who were deleted', async () => {
    const site = await fixtureSite();
    const { accountId } = site.jira.person('bo') ?? {};
    await site.deletePerson('bo');
    expect(stored(site, 'events')).toMatchObject([
      { id: site.installation.installationId, app: { version: '1.0.0' } },
      { eventType: 'avi:jira:deleted:user', user: { accountId } },
    ]);
  });
});

describe('A reset', () => {
  it('leaves nothing behind but the seed, and starts the clock again', async () => {
    const site = await fixtureSite();
    await invoke(site, 'set', { key: 'a', value: 1 });
    await invoke(site, 'push', { body: {}, delayInSeconds: 600 });
    site.faults.set({ storage: { down: true } });
    site.jira.setActive(site.jira.person('ann')?.accountId ?? '', false);
    await site.clock.advance(7 * MINUTE);
    await site.reset();
    expect(Object.keys(site.kvs.snapshot().plain)).toEqual(['events']);
    expect([site.clock.now(), site.queue.pending(), site.faults.get()]).toEqual([START, [], {}]);
    expect(site.jira.person('ann')?.active).toBe(true);
    expect(site.stats.snapshot()).toMatchObject({ storage: {}, invocations: {} });
    await site.clock.advance(5 * MINUTE);
    expect(stored(site, 'ticks')).toHaveLength(1);
  });

  it('keeps a function that still runs from touching what comes after', async () => {
    const site = await fixtureSite({ clock: manualClock(START) });
    const late = invoke(site, 'set', { key: 'late', value: 1 });
    site.faults.set({ storage: { latencyMs: [1_000, 1_000] } });
    await Promise.allSettled([late, site.reset()]);
    expect(stored(site, 'late')).toBeUndefined();
  });
});
