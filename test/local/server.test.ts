import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeContractProblems } from '../../local/jira/openapi/contract-problems';
import { startServer, type RunningServer } from '../../local/server';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());

interface Reply {
  status: number;
  body: unknown;
}

async function get(where: string): Promise<Reply> {
  const response = await fetch(server.url + where);
  return { status: response.status, body: await response.json() };
}

async function post(where: string, body: unknown): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(server.url + where, { method: 'POST', body: text });
  return { status: response.status, body: await response.json() };
}

interface Description {
  accounts: Record<string, { accountId: string; roles: string[] }>;
  projects: Record<string, { id: string; widgetId: string | null }>;
  webTriggerUrl: string;
  pages: Record<string, string>;
}
const describeSite = async (): Promise<Description> => (await get('/_local/site')).body as Description;

/** Fetch does not let one choose the Host header. */
const statusWithHost = (host: string, where: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = server;
    const sent = httpRequest({ host: '127.0.0.1', port, path: where, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });

describe('The control plane', () => {
  it('describes who and what is on the site', async () => {
    const site = await describeSite();
    expect(Object.keys(site.accounts)).toEqual(
      expect.arrayContaining(['ann', 'bo', 'cy', 'pia', 'otto', 'joe', 'lee', 'cara', 'anonymous']),
    );
    expect(site.accounts.anonymous?.accountId).toBe('unidentified');
    expect(site.projects.SUP?.widgetId).toMatch(/^[\w-]+$/);
    expect(site.projects.OPS?.widgetId).toMatch(/^[\w-]+$/);
    expect([site.projects.HR?.widgetId, site.projects.DEV?.widgetId]).toEqual([null, null]);
    expect(site.webTriggerUrl).toMatch(new RegExp(`^${server.url}/public/[\\w-]+$`));
  });

  it('lists pages that are there', async () => {
    for (const url of Object.values((await describeSite()).pages)) {
      expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    }
  });

  it('tells in its statistics what Atlassian’s documents do not know (R13)', async () => {
    expect((await get('/_local/stats')).body).toMatchObject({ contractProblems: [] });
    server.site.jira.contract.note(['GET /rest/api/3/nothing: not there']);
    expect((await get('/_local/stats')).body).toMatchObject({
      contractProblems: ['GET /rest/api/3/nothing: not there'],
    });
    expect((await get('/_local/log')).body).toMatchObject({
      lines: expect.arrayContaining([expect.objectContaining({ level: 'error', functionKey: 'jira' })]),
    });
    expect(takeContractProblems()).toHaveLength(1);
    server.site.jira.contract.clear();
  });

  it('moves the clock, and has run what was due when it answers', async () => {
    const before = await get('/_local/clock');
    const sweeps = async () =>
      ((await get('/_local/stats')).body as { invocations: Record<string, { calls: number }> }).invocations[
        'sweep-desks'
      ]?.calls ?? 0;
    const swept = await sweeps();
    const after = await post('/_local/clock', { advance: 'PT30M' });
    const moved =
      Date.parse((after.body as { now: string }).now) - Date.parse((before.body as { now: string }).now);
    expect(moved).toBeGreaterThanOrEqual(30 * 60_000);
    expect(await sweeps()).toBe(swept + 6);
    expect((await post('/_local/clock', { now: '2026-01-05T08:00:00+01:00' })).body).toMatchObject({
      now: expect.stringMatching(/^2026-01-05T07:00:0/) as string,
    });
    await post('/_local/reset', {});
  });

  it.each([
    ['/_local/clock', { advance: '30 minutes' }],
    ['/_local/clock', { advance: 'P1M' }],
    ['/_local/clock', { advance: 'P32D' }],
    ['/_local/clock', { now: 'tomorrow' }],
    ['/_local/clock', {}],
    ['/_local/clock', 'not json'],
    ['/_local/invoke', { account: 'ann' }],
    ['/_local/invoke', { account: 'ann', functionKey: 'getPanel', as: 'pia' }],
    ['/_local/faults', { storage: { throttled: -1 } }],
    ['/_local/faults', 'null'],
    ['/_local/people', { account: 'nobody', action: 'delete' }],
    ['/_local/people', { account: 'bo', action: 'revoke-agent' }],
    ['/_local/requests', { issue: 'SUP-99', action: 'hide' }],
    ['/_local/requests', { issue: 'SUP-1', action: 'move' }],
    ['/_local/requests', { issue: 'SUP-1', action: 'paint' }],
    ['/_local/faults', { events: { lateMs: 5 } }],
  ])('refuses what it does not understand with a sentence: %s %j', async (where, body) => {
    expect(await post(where, body)).toEqual({
      status: 400,
      body: { error: expect.stringMatching(/\.$/) as string },
    });
  });

  it('says that an address does not exist', async () => {
    expect((await get('/_local/nothing')).status).toBe(404);
  });

  it('calls functions as anybody would from a page', async () => {
    const panel = await post('/_local/invoke', { account: 'ann', functionKey: 'getPanel', payload: {} });
    expect(panel).toMatchObject({ status: 200, body: { ok: true, value: { me: { isAgent: true } } } });
    const refused = await post('/_local/invoke', {
      account: 'cara',
      functionKey: 'getPanel',
      moduleKey: 'chat',
    });
    expect(refused).toMatchObject({ status: 403, body: { error: expect.any(String) as string } });
  });

  it('asks an action as an agent of Rovo does, with the inputs that the manifest names', async () => {
    const ask = (account: string, action: string, inputs: object) =>
      post('/_local/action', { account, action, inputs });
    const asked = await ask('ann', 'is-somebody-there', { projectKey: 'SUP' });
    expect(asked).toMatchObject({ status: 200, body: { state: 'offline' } });
    expect((await ask('cara', 'is-somebody-there', { projectKey: 'SUP' })).status).toBe(403);
    expect((await ask('ann', 'anything', {})).status).toBe(404);
    for (const inputs of [{}, { projectKey: 7 }, { projectKey: 'SUP', more: 'x' }])
      expect((await ask('ann', 'is-somebody-there', inputs)).status, JSON.stringify(inputs)).toBe(400);
  });

  it('breaks storage on request, counts what happens, and heals it again', async () => {
    await post('/_local/faults', { storage: { down: true } });
    const { webTriggerUrl, projects } = await describeSite();
    expect(projects.SUP?.widgetId).toBeNull();
    const answer = await fetch(`${webTriggerUrl}/v1/availability/anything`);
    expect(await answer.json()).toMatchObject({ state: 'offline', degraded: true });
    await post('/_local/faults', {});
    const { storage } = (await get('/_local/stats')).body as { storage: Record<string, { failed: number }> };
    expect(storage.get?.failed).toBeGreaterThan(0);
    expect((await describeSite()).projects.SUP?.widgetId).toMatch(/./);
  });

  it('shows what is stored, and resets it', async () => {
    const before = (await describeSite()).projects.SUP?.widgetId;
    expect((await get('/_local/snapshot')).body).toMatchObject({ entities: { desk: {} }, queue: [] });
    expect((await post('/_local/reset', {})).status).toBe(200);
    const after = (await describeSite()).projects.SUP?.widgetId;
    expect(after).toMatch(/./);
    expect(after).not.toBe(before);
  });

  it('takes agents away from Jira, and tells the app', async () => {
    const agents = async () => (await describeSite()).accounts.cy?.roles;
    await post('/_local/people', { account: 'cy', action: 'revoke-agent', projectId: 'SUP' });
    expect(await agents()).not.toContain('agent:SUP');
    await post('/_local/people', { account: 'cy', action: 'grant-agent', projectId: 'SUP' });
    expect(await agents()).toContain('agent:SUP');
    await post('/_local/people', { account: 'cy', action: 'delete' });
    expect(await agents()).toBeUndefined();
    await post('/_local/reset', {});
  });

  it('does to a request what the pages have no button for', async () => {
    expect((await post('/_local/requests', { issue: 'SUP-1', action: 'move', to: 'HR' })).status).toBe(200);
    expect(server.site.jira.desk.issues.find('SUP-1')?.key).toMatch(/^HR-/);
    await post('/_local/reset', {});
    expect(server.site.jira.desk.issues.find('SUP-1')?.key).toBe('SUP-1');
  });

  it('answers to this machine only: not under other names, and not to other web sites', async () => {
    expect(await statusWithHost(`localhost:${server.port}`, '/_local/site')).toBe(200);
    expect(await statusWithHost(`rebound.example:${server.port}`, '/_local/site')).toBe(403);
    expect(await statusWithHost('rebound.example', '/')).toBe(403);
    const headers = { origin: 'https://evil.example' };
    const reset = await fetch(`${server.url}/_local/reset`, { method: 'POST', headers });
    expect(reset.status).toBe(403);
  });
});

describe('The event stream of a browser', () => {
  it('says first where the clock is, which may have moved since the page was loaded', async () => {
    await post('/_local/clock', { advance: 'PT30M' });
    const stream = await fetch(`${server.url}/__forge__/live`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('event: clock')) heard += (await reader?.read())?.value ?? 'event: clock (never)';
    const [, time = '{}'] = /event: clock\ndata: (.*)/.exec(heard) ?? [];
    expect(JSON.parse(time)).toEqual(server.site.clock.siteTime());
    await reader?.cancel();
  });
});

describe("The web trigger's address", () => {
  it('answers over HTTP with the headers of the platform', async () => {
    const { webTriggerUrl, projects } = await describeSite();
    const response = await fetch(`${webTriggerUrl}/v1/availability/${projects.SUP?.widgetId ?? ''}`);
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('x-ratelimit-limit'))).toBe(5_000);
    expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeLessThan(5_000);
    expect(response.headers.get('x-ratelimit-reset')).toMatch(/^\d+$/);
  });

  it('takes bodies up to 5 MB', async () => {
    const { webTriggerUrl } = await describeSite();
    const send = async (body: string) => {
      try {
        return (await fetch(`${webTriggerUrl}/v1/nothing`, { method: 'POST', body })).status;
      } catch {
        return 'cut off';
      }
    };
    expect([413, 'cut off']).toContain(await send('x'.repeat(5 * 1024 * 1024 + 1)));
    expect(await send('small')).toBeLessThan(500);
  });

  it('does not exist under another id', async () => {
    expect((await fetch(`${server.url}/public/unknown/v1/widget.js`)).status).toBe(404);
  });
});

describe('A folder for the state', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-state-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps what happened over a restart', async () => {
    const first = await startServer({ port: 0, dataDir: folder });
    const goOnline = { scope: 'project', projectId: '10001', operationId: 'one' };
    await first.site.invoke({ account: 'ann', functionKey: 'goOnline', payload: goOnline });
    await first.close();
    const second = await startServer({ port: 0, dataDir: folder });
    const panel = await second.site.invoke({
      account: 'bo',
      functionKey: 'getPanel',
      payload: { projectId: '10001' },
    });
    second.site.faults.set({ storage: { down: true } });
    const example = await (await fetch(`${second.url.replace('localhost', '127.0.0.1')}/example`)).text();
    await second.close();
    expect(panel).toMatchObject({ ok: true, value: { onlineCount: 1 } });
    expect(example).toContain('/v1/widget.js');
  });

  it('whose file is broken stops the start with one sentence, and is left as it is', async () => {
    writeFileSync(path.join(folder, 'site.json'), '{"version":1,');
    await expect(startServer({ port: 0, dataDir: folder })).rejects.toThrow(
      /^\/.*site\.json cannot be read.*\.$/,
    );
    expect(readFileSync(path.join(folder, 'site.json'), 'utf8')).toBe('{"version":1,');
  });
});

describe('A port', () => {
  it('that is taken stops the start with one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startServer({ port })).rejects.toThrow(`Port ${port} is taken`);
    other.close();
  });
});
