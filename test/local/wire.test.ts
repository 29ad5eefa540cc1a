import { asApp, asUser, privacy, route, webTrigger } from '@forge/api';
import { Queue } from '@forge/events';
import { Filter, FilterConditions, kvs, MetadataField, Sort, WhereConditions } from '@forge/kvs';
import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { beforeEach, describe, expect, it } from 'vitest';
import { runInvocation, type ForgeInvocation, installForgeGlobals } from '../../local/platform/forge-globals';
import { ForgeRuntime } from '../../local/platform/forge-runtime';
import { createInstallation } from '../../local/platform/installation';
import { jsonResponse, PlatformResponse } from '../../local/platform/platform-response';

/**
 * The calls that Frontdesk makes, as the @forge packages put them on the wire. The local platform answers exactly
 * these; a version of a package that sends something else fails here first, and says what changed.
 */

type Call = Parameters<ForgeInvocation['fetch']>;

const installation = createInstallation('app-id', 'test', ['storage:app']);
const invocation = {
  functionKey: 'f',
  payload: {},
  accountId: 'person',
  moduleKey: 'm',
  moduleType: 't',
  timeoutMs: 1,
};

/** Runs code in a function; returns what it put on the wire. */
async function wireOf(
  code: () => Promise<unknown>,
  answer: PlatformResponse,
): Promise<{ meta: unknown; path: string; init: unknown }> {
  const calls: Call[] = [];
  const fetch = (...call: Call) => {
    calls.push(call);
    return answer;
  };
  const runtime = new ForgeRuntime(installation, invocation, () => 0, 1_000);
  await runInvocation({ runtime, fetch, print: () => undefined }, code);
  expect(calls).toHaveLength(1);
  const [[meta, path, init] = []] = calls;
  const body: unknown = init?.body === undefined ? undefined : JSON.parse(init.body);
  return { meta, path: path ?? '', init: init && { ...init, ...(body === undefined ? {} : { body }) } };
}

const STORAGE = { type: 'kvs', provider: 'app', remote: 'kvs' };
const STARGATE = { type: 'fpp', provider: 'app', remote: 'stargate', accountId: undefined };
const JSON_HEADERS = { 'content-type': 'application/json' };
const empty = new PlatformResponse(204);
const found = jsonResponse({
  key: 'k',
  value: 1,
  createdAt: 1,
  updatedAt: 2,
  expireTime: '2026-01-01T00:00:00Z',
});
const page = jsonResponse({ data: [] });

beforeEach(() => installForgeGlobals());

describe('@forge/kvs sends', () => {
  const ttl = { value: 90, unit: 'DAYS' } as const;
  const desk = kvs.entity<{ rev: number }>('desk');
  const whenRev = {
    entityName: 'desk',
    conditions: new Filter<{ rev: number }>().and('rev', FilterConditions.equalTo(1)),
  };

  it.each<[string, () => Promise<unknown>, PlatformResponse, string, unknown]>([
    ['get', () => kvs.get('k'), found, '/api/v1/get', { key: 'k' }],
    [
      'get with metadata',
      () => kvs.get('k', { metadataFields: [MetadataField.EXPIRE_TIME] }),
      found,
      '/api/v1/get',
      { key: 'k', options: { metadataFields: ['EXPIRE_TIME'] } },
    ],
    ['set', () => kvs.set('k', 1, { ttl }), empty, '/api/v1/set', { key: 'k', value: 1, options: { ttl } }],
    [
      'set of a new key',
      () => kvs.set('k', 1, { keyPolicy: 'FAIL_IF_EXISTS' }),
      empty,
      '/api/v1/set',
      { key: 'k', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } },
    ],
    ['delete', () => kvs.delete('k'), empty, '/api/v1/delete', { key: 'k' }],
    [
      'query',
      () => kvs.query().where('key', WhereConditions.beginsWith('p:')).limit(100).cursor('c').getMany(),
      page,
      '/api/v1/query',
      { where: [{ property: 'key', condition: 'BEGINS_WITH', values: ['p:'] }], limit: 100, after: 'c' },
    ],
    ['entity get', () => desk.get('k'), found, '/api/v1/entity/get', { entityName: 'desk', key: 'k' }],
    [
      'entity query',
      () =>
        kvs
          .entity('history')
          .query()
          .index('by-project', { partition: ['1'] })
          .sort(Sort.DESC)
          .limit(25)
          .getMany(),
      page,
      '/api/v1/entity/query',
      { entityName: 'history', indexName: 'by-project', partition: ['1'], sort: 'DESC', limit: 25 },
    ],
    [
      'batch get',
      () => kvs.batchGet([{ key: 'a' }, { key: 'b', entityName: 'desk' }]),
      jsonResponse({ successfulKeys: [], failedKeys: [] }),
      '/api/v1/batch/get',
      [{ key: 'a' }, { key: 'b', entityName: 'desk' }],
    ],
    [
      'transaction',
      () =>
        kvs.transact().set('k', { rev: 2 }, whenRev).set('s', 1, undefined, { ttl }).delete('x').execute(),
      empty,
      '/api/v1/transaction',
      {
        set: [
          {
            key: 'k',
            value: { rev: 2 },
            entityName: 'desk',
            conditions: { and: [{ property: 'rev', condition: 'EQUAL_TO', values: [1] }] },
          },
          { key: 's', value: 1, options: { ttl } },
        ],
        delete: [{ key: 'x' }],
      },
    ],
  ])('%s', async (_, code, answer, path, body) => {
    expect(await wireOf(code, answer)).toEqual({
      meta: STORAGE,
      path,
      init: { method: 'POST', headers: JSON_HEADERS, body },
    });
  });
});

describe('@forge/api sends', () => {
  const jira = (provider: string) => ({ type: 'fpp', provider, remote: 'jira', accountId: undefined });

  it('requests of Jira with who asks, and the path as it is', async () => {
    const path = '/rest/api/3/project/SUP?expand=a%2Cb';
    const request = route`/rest/api/3/project/${'SUP'}?expand=${'a,b'}`;
    expect(await wireOf(() => asApp().requestJira(request), found)).toEqual({
      meta: jira('app'),
      path,
      init: undefined,
    });
    expect(await wireOf(() => asUser().requestJira(request), found)).toEqual({
      meta: jira('user'),
      path,
      init: undefined,
    });
  });

  it("the question for the web trigger's address", async () => {
    const answer = jsonResponse({ data: { createWebTriggerUrl: { url: 'http://x/public/1' } } });
    const { meta, path, init } = await wireOf(() => webTrigger.getUrl('public'), answer);
    expect([meta, path]).toEqual([STARGATE, '/graphql']);
    expect(init).toMatchObject({
      method: 'POST',
      body: {
        query: expect.stringContaining(
          'createWebTriggerUrl(input: $input, forceCreate: $forceCreate)',
        ) as string,
        variables: {
          input: {
            appId: 'app-id',
            envId: installation.environmentId,
            triggerKey: 'public',
            contextId: installation.contextAri,
          },
        },
      },
    });
  });

  it('the report of personal data', async () => {
    const accounts = [{ accountId: 'a', updatedAt: '2026-01-01T00:00:00Z' }];
    const { meta, path, init } = await wireOf(() => privacy.reportPersonalData(accounts), empty);
    expect([meta, path]).toEqual([STARGATE, '/app/report-accounts']);
    expect(init).toMatchObject({ method: 'POST', body: { accounts } });
  });
});

describe('@forge/events sends', () => {
  it('events with their queue, job and delay', async () => {
    const push = () => new Queue({ key: 'jobs' }).push({ body: { kind: 'x' }, delayInSeconds: 30 });
    const { meta, path, init } = await wireOf(push, new PlatformResponse(201));
    expect([meta, path]).toEqual([
      STARGATE,
      '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}',
    ]);
    expect(init).toMatchObject({
      method: 'POST',
      body: {
        queueName: 'jobs',
        jobId: expect.any(String) as string,
        payload: [{ body: { kind: 'x' }, delayInSeconds: 30 }],
      },
    });
  });
});

describe('@forge/realtime sends', () => {
  it('global events', async () => {
    const answer = jsonResponse({
      data: { ecosystem: { publishRealtimeChannel: { eventId: '1', eventTimestamp: '2' } } },
    });
    const { meta, path, init } = await wireOf(() => publishGlobal('news', { n: 1 }), answer);
    expect([meta, path]).toEqual([{ type: 'realtime' }, '/']);
    expect(init).toMatchObject({
      method: 'POST',
      body: {
        query: expect.stringContaining('mutation publishRealtimeChannel') as string,
        variables: {
          installationId: installation.installationId,
          name: 'news',
          payload: '{"n":1}',
          isGlobal: true,
        },
      },
    });
  });

  it('requests for tokens', async () => {
    const forgeRealtimeToken = { jwt: 'a.b.c', expiresAt: 1 };
    const answer = jsonResponse({
      data: { ecosystem: { signRealtimeToken: { forgeRealtimeToken, success: true } } },
    });
    const { meta, path, init } = await wireOf(
      () => signRealtimeToken('news', { role: 'x' }, ['subscribe'] as never),
      answer,
    );
    expect([meta, path]).toEqual([{ type: 'realtime' }, '/']);
    expect(init).toMatchObject({
      method: 'POST',
      body: {
        query: expect.stringContaining('mutation signRealtimeToken') as string,
        variables: { channelName: 'news', claims: { role: 'x' }, permissions: ['subscribe'] },
      },
    });
  });
});
