import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { payloadSchemas, type FunctionKey } from '../../src/contract/functions';
import { SUP, aSite, type SiteDriver } from '../support/a-site';

let app: SiteDriver;
let widgetId: string;

beforeAll(async () => {
  app = await aSite();
  widgetId = await app.widgetId('SUP');
});

/** Looks like nothing that Frontdesk says of itself: found in an answer, it was echoed. */
const MARK = 'zqxjkvbw';

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '../../../etc/passwd',
    '%00',
    '%2e%2e%2f',
    '<script>alert(1)</script>',
    '\r\nSet-Cookie: a=b',
    '__proto__',
    'constructor',
    '{"$ne":null}',
    "' OR 1=1 --",
    '\u202e\u0000\uffff',
    '💥'.repeat(30),
  ),
);

const segment = fc.oneof(
  fc.constantFrom(
    'v1',
    'availability',
    'widgets',
    'badge',
    'widget.js',
    'panel-0000000000000000.js',
    '',
    '.',
    '..',
    'v2',
  ),
  hostileText,
);

const path = fc
  .tuple(
    fc.array(segment, { maxLength: 5 }),
    fc.constantFrom('', '/', '.svg', '%zz', `-${MARK}`),
    fc.boolean(),
  )
  .map(([parts, end, valid]) => `${valid ? `/v1/availability/${widgetId}/` : '/'}${parts.join('/')}${end}`);

const many = fc.dictionary(hostileText, fc.oneof(hostileText, fc.array(hostileText, { maxLength: 4 })), {
  maxKeys: 5,
});

const request = fc.record({
  method: fc.oneof(
    fc.constantFrom('GET', 'get', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'CONNECT', '', MARK),
    hostileText,
  ),
  path,
  headers: many,
  query: fc.oneof(many, fc.record({ locale: fc.oneof(hostileText, fc.constant(`${MARK}-de`)) })),
  body: fc.option(fc.oneof(hostileText, fc.constant(MARK.repeat(3_000))), { nil: undefined }),
});

describe('R6: hostile input to the web trigger', () => {
  it('5,000 requests: never a 5xx, nothing echoed, nothing stored, errors of at most 512 bytes', async () => {
    const before = JSON.stringify(app.site.kvs.snapshot());
    await fc.assert(
      fc.asyncProperty(request, async (hostile) => {
        const answer = await app.site.webTrigger(hostile);
        const text = String(answer.body ?? '');
        expect(answer.status).toBeLessThan(500);
        expect(text).not.toContain(MARK);
        expect(JSON.stringify(answer.headers)).not.toContain(MARK);
        expect(answer.status === 200 ? 0 : text.length).toBeLessThanOrEqual(512);
      }),
      { numRuns: 5_000 },
    );
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
  });

  it('2,000 corrupt stored records: never a 5xx, never online', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const stored = app.site.kvs.handle('/api/v1/set', JSON.stringify({ key: `s:${widgetId}`, value }));
        if (stored.status >= 300) return;
        const answer = await app.site.webTrigger({ method: 'GET', path: `/v1/availability/${widgetId}` });
        expect(answer.status).toBe(200);
        expect(JSON.parse(String(answer.body))).toMatchObject({ state: 'offline', degraded: true });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('R6: hostile payloads to the resolver', () => {
  const keys = Object.keys(payloadSchemas) as FunctionKey[];
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      MARK,
      SUP,
      '0',
      '-1',
      '1e9',
      '99999999999999999999',
      'project',
      'all',
      null,
      {},
      [],
      `${MARK}'`,
    ),
    fc.constant(MARK.repeat(100)),
  );
  const members = [
    'projectId',
    'projectKey',
    'scope',
    'until',
    'operationId',
    'accountId',
    'session',
    'reason',
    'settings',
    'rev',
    'cursor',
    'portalId',
    'locale',
    '__proto__',
    MARK,
  ];
  const payload = fc.oneof(
    fc
      .array(fc.tuple(fc.constantFrom(...members), value), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
    value,
  );

  it('2,000 payloads to every function: a code of the closed set, nothing echoed, nothing changed by the refused', async () => {
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...keys),
        payload,
        fc.constantFrom('ann', 'pia', 'lee', 'anonymous'),
        async (key, hostile, account) => {
          const before = JSON.stringify(app.site.kvs.snapshot());
          const answer = (await app.call(account, key, hostile as never)) as {
            ok: boolean;
            error?: { code: string };
          };
          if (answer.ok) return;
          codes.add(String(answer.error?.code));
          expect(JSON.stringify(answer)).not.toContain(MARK);
          expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
        },
      ),
      { numRuns: 2_000 },
    );
    expect([...codes]).toEqual(expect.arrayContaining(['invalid-request', 'not-allowed']));
    expect([...codes], 'hostile input is not a fault of the platform').not.toContain('unavailable');
  });

  it.each([
    ['goOnline', { scope: 'project', projectId: SUP, operationId: 'x'.repeat(101) }],
    ['goOnline', { scope: 'project', projectId: SUP, operationId: '' }],
    ['goOnline', { scope: 'project', operationId: 'op' }],
    ['goOnline', { scope: 'everything', operationId: 'op' }],
    ['goOnline', { scope: 'project', projectId: 'SUP', operationId: 'op' }],
    ['goOnline', { scope: 'project', projectId: SUP, operationId: 'op', extra: 1 }],
    ['putOffline', { projectId: SUP, accountId: '../x', session: 's', operationId: 'op' }],
    [
      'putOffline',
      { projectId: SUP, accountId: 'a', session: 's', reason: 'x'.repeat(201), operationId: 'op' },
    ],
    [
      'saveGlobalSettings',
      { settings: { showIndicator: 'everywhere', defaultMinutes: 120, longestMinutes: 60, logDays: 90 } },
    ],
    ['getPortalAvailability', {}],
  ] as const)('%s refuses %j', async (key, hostile) => {
    expect(await app.code('joe', key, hostile as never)).toBe('invalid-request');
  });
});
