import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';
import { hostileText, hostileValue, MARK } from '../support/hostile-values';
import { stormScale } from '../support/storm-scale';

let app: SiteDriver;
let widgetId: string;
let visitor: VisitorDriver;
let stranger: VisitorDriver;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  widgetId = await app.widgetId('SUP');
  [visitor, stranger] = [aVisitor(app, widgetId), aVisitor(app, widgetId)];
  await visitor.start('Hello');
  await stranger.start('Hello from somewhere else');
  await app.clock.advance(MINUTE);
  await app.site.idle();
});

const MEMBERS = [
  'widgetId',
  'message',
  'clientMessageId',
  'page',
  'locale',
  'context',
  'name',
  'email',
  'identity',
  'token',
  'after',
  'here',
  '__proto__',
  'constructor',
  MARK,
];

/** Members that are put over a body that would be taken. */
const spoilt = fc.array(fc.tuple(fc.constantFrom(...MEMBERS), hostileValue), { minLength: 1, maxLength: 3 });

const body = fc.oneof(
  { weight: 8, arbitrary: spoilt.map((members) => ({ kind: 'object' as const, members })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'object' as const, members: [] }) },
  {
    weight: 2,
    arbitrary: fc
      .oneof(
        hostileText,
        fc.json(),
        fc.constantFrom(
          '{',
          '[]',
          'null',
          '{"__proto__":{"token":"x"}}',
          '['.repeat(5_000),
          '{"message":'.repeat(2_000),
          MARK.repeat(9_000),
        ),
      )
      .map((text) => ({ kind: 'text' as const, text })),
  },
);

const hostileRequest = fc.record({
  method: fc.oneof(
    { weight: 8, arbitrary: fc.constant('POST') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('GET', 'HEAD', 'post', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', '', MARK),
    },
  ),
  route: fc.constantFrom('', '/messages', '/poll', '/visitor'),
  conversation: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('own', 'strange', 'unknown') },
    { weight: 1, arbitrary: hostileText },
  ),
  end: fc.oneof(
    { weight: 8, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('/', '//', `/${MARK}`, '%zz', '?a=b', '/poll/messages') },
  ),
  headers: fc.dictionary(
    fc.oneof(fc.constantFrom('Origin', 'origin', 'Content-Type', '__proto__'), hostileText),
    fc.oneof(hostileText, fc.array(hostileText, { maxLength: 3 })),
    { maxKeys: 4 },
  ),
  body,
});
type HostileRequest = typeof hostileRequest extends fc.Arbitrary<infer Value> ? Value : never;

/** Too rare to be left to chance. */
const preflight: HostileRequest = {
  method: 'OPTIONS',
  route: '/poll',
  conversation: 'own',
  end: '',
  headers: {},
  body: { kind: 'object', members: [] },
};

/** What a page would send there, with what is hostile put over it. */
function bodyOf({ route, body: hostile }: HostileRequest): string {
  if (hostile.kind === 'text') return hostile.text;
  const clientMessageId = randomUUID();
  const taken = {
    '': { widgetId, message: 'Hello', clientMessageId },
    '/messages': { token: visitor.token(), message: 'Hello', clientMessageId },
    '/poll': { token: visitor.token(), after: 0 },
    '/visitor': { token: visitor.token(), name: 'Nora', email: 'nora@example.com' },
  }[route];
  // As text, since an object literal's own __proto__ would not arrive.
  const members = new Map<string, unknown>([...Object.entries(taken ?? {}), ...hostile.members]);
  return `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
}

function pathOf({ route, conversation, end }: HostileRequest): string {
  if (route === '') return `/v1/conversations${end}`;
  const known: Record<string, string> = {
    own: visitor.conversationId(),
    strange: stranger.conversationId(),
    unknown: 'A'.repeat(22),
  };
  const id = Object.hasOwn(known, conversation) ? known[conversation] : conversation;
  return `/v1/conversations/${String(id)}${route}${end}`;
}

const snapshot = (): string => JSON.stringify(app.site.kvs.snapshot());
const bytesWritten = (): number =>
  Object.values(app.site.stats.snapshot().storage).reduce((sum, call) => sum + call.bytesWritten, 0);

/** Without the places in budgets, and the counts of what was refused: those say nothing of what was sent. */
function kept(): string {
  const { plain, ...rest } = app.site.kvs.snapshot();
  const others = Object.entries(plain).filter(([key]) => !key.startsWith('r:'));
  return JSON.stringify([others, rest]);
}

describe('R6: hostile input to the chat', () => {
  it('hundreds of requests: never a 5xx, nothing of a refused one echoed or stored, errors of at most 512 bytes', async () => {
    const seen = new Set<number>();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(hostileRequest, async (hostile) => {
        // Past the limits per minute, which would hide what comes after them.
        if (++count % 100 === 0) await app.clock.advance(MINUTE);
        await app.site.idle();
        app.site.stats.reset();
        const before = kept();
        const path = pathOf(hostile);
        const { method, headers } = hostile;
        const answer = await app.site.webTrigger({ method, path, headers, body: bodyOf(hostile) });
        seen.add(answer.status);
        expect(answer.status).toBeLessThan(500);
        expect(JSON.stringify(answer.headers)).not.toContain(MARK);
        // The control: what is taken is stored, or nothing stored would prove nothing. Details are, once.
        const isTaken = answer.status === 201 || answer.status === 202;
        expect(bytesWritten() > 0 || !isTaken || hostile.route === '/visitor').toBe(true);
        if (answer.status < 300) return;
        expect(String(answer.body)).not.toContain(MARK);
        expect(String(answer.body).length).toBeLessThanOrEqual(512);
        expect(kept()).toBe(before);
        // A start for which there is no room is counted.
        expect(bytesWritten() === 0 || answer.status === 429).toBe(true);
      }),
      { numRuns: 500 * stormScale(), examples: [[preflight]] },
    );
    // It was not all refused at the door.
    expect([...seen]).toEqual(expect.arrayContaining([200, 201, 202, 204, 400, 404, 405]));
    expect(
      (await stranger.events()).flatMap((event) => (event.kind === 'message' ? event.text : [])),
    ).toEqual(['Hello from somewhere else']);
  }, 180_000);

  it.each([
    ['a widget that is not', () => ({ widgetId: 'A'.repeat(22) })],
    ['a widget by a name that no key may have', () => ({ widgetId: '💥 /\\?' })],
    ['a widget without a name', () => ({ widgetId: '' })],
    ['a widget called __proto__', () => ({ widgetId: '__proto__' })],
    ["a project's id for a widget", () => ({ widgetId: SUP })],
  ])('a start for %s is answered like one for an unknown widget', async (_what, members) => {
    const before = snapshot();
    const answer = await visitor.start('Hello', members());
    expect([answer.status, answer.body]).toEqual([404, { error: 'not-found' }]);
    expect(snapshot()).toBe(before);
  });

  it('tokens of others, of nobody and of nothing: the same answer as for a conversation that is not', async () => {
    const post = async (id: string, route: string, token: unknown): Promise<[number, string]> => {
      const details = { name: 'Nora', email: 'nora@example.com' };
      const message = { message: 'Hello', clientMessageId: randomUUID(), after: 0, ...details };
      const answer = await app.site.webTrigger({
        method: 'POST',
        path: `/v1/conversations/${id}/${route}`,
        body: JSON.stringify({ token, ...message }),
      });
      return [answer.status, String(answer.body)];
    };
    const before = snapshot();
    for (const route of ['messages', 'poll', 'visitor']) {
      const unknown = await post('A'.repeat(22), route, visitor.token());
      expect(unknown).toEqual([404, '{"error":"not-found"}']);
      for (const token of [stranger.token(), 'A'.repeat(43), visitor.token().toLowerCase()]) {
        expect(await post(visitor.conversationId(), route, token)).toEqual(unknown);
      }
      for (const token of ['', null, 0, {}, [visitor.token()], `${visitor.token()} `, 'A'.repeat(44)]) {
        expect(await post(visitor.conversationId(), route, token)).toEqual([400, '{"error":"bad-request"}']);
      }
    }
    expect(snapshot()).toBe(before);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a member called %s changes nobody else',
    async (name) => {
      const answer = await app.site.webTrigger({
        method: 'POST',
        path: `/v1/conversations/${visitor.conversationId()}/poll`,
        body: `{"token":"${visitor.token()}","after":0,"${name}":{"token":"${MARK}","after":1}}`,
      });
      expect(answer.status).toBe(200);
      expect(({} as Record<string, unknown>).after).toBeUndefined();
    },
  );
});
