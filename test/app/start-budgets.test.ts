import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrorBody } from '../../src/contract/availability';
import type { ProjectSettings } from '../../src/domain/settings';
import {
  ADDRESS_STARTS_PER_DAY,
  FREE_STARTS_PER_MINUTE,
  PERSON_STARTS_PER_WINDOW,
  STARTS_AGAIN_PER_MINUTE,
  STARTS_PER_HOUR_MIN,
} from '../../src/domain/start-limits';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aChat } from '../support/a-chat';
import { aVisitor } from '../support/a-visitor';
import { HOUR, MINUTE } from '../support/desk-builders';
import { doneWork, workedStart } from '../support/done-work';

let app: SiteDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  widgetId = await app.widgetId('SUP');
});

const LISTED = 'https://shop.example';
const MADE_UP = 'https://nobody.example';

async function saveSettings(change: Partial<ProjectSettings>): Promise<void> {
  const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
  await app.value('pia', 'saveProjectSettings', {
    projectId: SUP,
    settings: { ...settings, ...change },
    rev,
  });
}

const start = (origin = MADE_UP, more = {}) => aVisitor(app, widgetId, origin).start('Hello', more);

async function starts(count: number, origin?: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) statuses.push((await start(origin)).status);
  return statuses;
}

const taken = (statuses: number[]): number => statuses.filter((status) => status === 201).length;

const inPortal = (account: string): Promise<string> =>
  app.code(account, 'startConversation', {
    portalId: '1',
    message: 'My invoice is wrong',
    clientMessageId: randomUUID(),
  });

const storageCalls = async (happens: () => Promise<unknown>): Promise<number> => {
  app.site.stats.reset();
  await happens();
  const { storage } = app.site.stats.snapshot();
  return Object.values(storage).reduce((total, { calls }) => total + calls, 0);
};

describe('Who starts chats is paid from budgets of its own', () => {
  it('takes as many as a minute allows, one after the other, and the same in the next minute (T6)', async () => {
    expect(taken(await starts(FREE_STARTS_PER_MINUTE + 5))).toBe(FREE_STARTS_PER_MINUTE);
    await app.clock.advance(MINUTE);
    expect(taken(await starts(FREE_STARTS_PER_MINUTE + 5))).toBe(FREE_STARTS_PER_MINUTE);
  });

  it('takes no more than a limit allows, however many come at once (T6)', async () => {
    app.site.faults.set({ storage: { latencyMs: [1, 60] }, seed: 3 });
    const answers = await Promise.all(Array.from({ length: 40 }, () => start()));
    expect(taken(answers.map(({ status }) => status))).toBeLessThanOrEqual(FREE_STARTS_PER_MINUTE);
    expect(taken(answers.map(({ status }) => status))).toBeGreaterThan(FREE_STARTS_PER_MINUTE / 2);
  });

  it('passes no limit while storage refuses calls and loses answers (T6)', async () => {
    app.site.faults.set({ storage: { throttled: 0.1, lostBefore: 0.05, lostAfter: 0.05 }, seed: 7 });
    expect(taken(await starts(40))).toBeLessThanOrEqual(FREE_STARTS_PER_MINUTE);
  });

  it('lets a listed web site start while programs under any name have used up theirs (T6)', async () => {
    await saveSettings({ allowedOrigins: [LISTED] });
    const program = async (): Promise<number> =>
      (
        await app.site.webTrigger({
          method: 'POST',
          path: '/v1/conversations',
          headers: {},
          body: JSON.stringify({ widgetId, message: 'Buy now', clientMessageId: randomUUID() }),
        })
      ).status;
    const statuses: number[] = [];
    for (let index = 0; index < 25; index++) statuses.push(await program());
    expect(taken(statuses)).toBe(FREE_STARTS_PER_MINUTE);
    expect(await starts(2, LISTED)).toEqual([201, 201]);
    expect(await starts(1, MADE_UP)).toEqual([403]);
  });

  it('shares one budget among all origins where none is listed: anybody can make one up (T6)', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 30; index++)
      statuses.push((await start(`https://site${index}.example`)).status);
    expect(taken(statuses)).toBe(FREE_STARTS_PER_MINUTE);
  });

  it('keeps nobody out who is logged in to the portal, however many strangers come (T6)', async () => {
    await starts(FREE_STARTS_PER_MINUTE + 10);
    expect([await inPortal('cara'), await inPortal('milo'), await inPortal('anonymous')]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
  });

  it('lets one account use up its own ten minutes, and nobody else’s (T6)', async () => {
    const codes: string[] = [];
    for (let index = 0; index <= PERSON_STARTS_PER_WINDOW; index++) codes.push(await inPortal('cara'));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(PERSON_STARTS_PER_WINDOW);
    expect(codes.at(-1)).toBe('limit');
    expect([await inPortal('milo'), await starts(1)]).toEqual(['ok', [201]]);
    await app.clock.advance(10 * MINUTE);
    expect(await inPortal('cara')).toBe('ok');
  });

  it('leaves most of the day when one hour is bad (T6)', async () => {
    await saveSettings({ startsPerDay: 20 });
    expect(taken(await starts(12))).toBe(STARTS_PER_HOUR_MIN);
    await app.clock.advance(MINUTE);
    expect(await starts(1)).toEqual([429]);
    await app.clock.advance(HOUR);
    // Two thirds of the day are free.
    expect(taken(await starts(6))).toBe(4);
  });
});

describe('A start that was taken', () => {
  it('is found again when it is sent again, though others used up the minute meanwhile (T6)', async () => {
    const clientMessageId = randomUUID();
    const first = await start(MADE_UP, { clientMessageId });
    await starts(FREE_STARTS_PER_MINUTE + 5);
    const again = await start(MADE_UP, { clientMessageId });
    expect([again.status, again.body.conversationId]).toEqual([201, first.body.conversationId]);
  });

  it('is found again with work also when a flood has used up what looking costs (T6)', async () => {
    const { clientMessageId, work } = workedStart(widgetId, 'Hello', app.clock.now());
    const first = await start(MADE_UP, { clientMessageId });
    await starts(FREE_STARTS_PER_MINUTE + 310);
    const without = await start(MADE_UP, { clientMessageId });
    expect([without.status, without.body]).toMatchObject([429, { challenge: { bits: 17 } }]);
    const again = await start(MADE_UP, { clientMessageId, work });
    expect([again.status, again.body.conversationId]).toEqual([201, first.body.conversationId]);
  });
});

describe('A start that comes again and again', () => {
  it('costs no more than a few times a minute, and then nothing (T6)', async () => {
    const clientMessageId = randomUUID();
    const again = async (times: number): Promise<number[]> => {
      const statuses: number[] = [];
      for (let index = 0; index < times; index++)
        statuses.push((await start(MADE_UP, { clientMessageId })).status);
      return statuses;
    };
    expect(taken(await again(10))).toBe(1 + STARTS_AGAIN_PER_MINUTE);
    await app.clock.run(app.site.idle());
    expect(await storageCalls(() => again(50))).toBe(0);
    await app.clock.advance(MINUTE);
    expect(taken(await again(1))).toBe(1);
  });
});

describe('A refusal', () => {
  it('costs one read, and after some hundreds in a minute none at all (T6)', async () => {
    await starts(FREE_STARTS_PER_MINUTE + 1);
    await app.clock.run(app.site.idle());
    // The count of refusals is written down once a minute.
    await start();
    expect(await storageCalls(() => start())).toBe(1);
    await starts(300);
    expect(await storageCalls(() => starts(20))).toBe(0);
  });

  it('says what to do: after how long, or at once for which work (T6)', async () => {
    await starts(FREE_STARTS_PER_MINUTE);
    const { status, body, headers } = await start();
    const { error, challenge } = body as unknown as ErrorBody;
    expect({ status, error, retryAfter: headers['retry-after'] ?? headers['Retry-After'] }).toEqual({
      status: 429,
      error: 'rate-limited',
      retryAfter: ['60'],
    });
    expect(challenge).toEqual({ bits: 17, minute: Math.floor(app.clock.now() / MINUTE) });
    const clientMessageId = randomUUID();
    const work = doneWork(
      { widgetId, clientMessageId, message: 'Hello' },
      challenge ?? { bits: 0, minute: 0 },
    );
    expect((await start(MADE_UP, { clientMessageId, work })).status).toBe(201);
    // It is bound to that start, and to now.
    expect((await start(MADE_UP, { work })).status).toBe(429);
  });

  it('asks anonymous visitors of the portal for work, too, and takes it (T6)', async () => {
    for (let index = 0; index < FREE_STARTS_PER_MINUTE; index++) await inPortal('anonymous');
    const ask = (more: object) =>
      app.call('anonymous', 'startConversation', {
        portalId: '1',
        message: '  Hello\r\n',
        clientMessageId: randomUUID(),
        ...more,
      });
    const refused = await ask({});
    expect(refused).toMatchObject({ ok: false, error: { visitor: { challenge: { bits: 17 } } } });
    expect(await ask(workedStart(widgetId, '  Hello\r\n', app.clock.now()))).toMatchObject({ ok: true });
  });

  it('tells somebody who may not start why, by the state as it is read now (C4)', async () => {
    await app.goOffline('ann');
    expect(await starts(2)).toEqual([403, 403]);
    await app.goOnline('ann');
    expect(await starts(1)).toEqual([201]);
  });
});

describe('One address', () => {
  it('is claimed by few chats a day; more are anonymous, with the address in words (T1)', async () => {
    const chat = aChat(app, () => ({ conversationId: () => '' }));
    const kinds: string[] = [];
    for (let index = 0; index < ADDRESS_STARTS_PER_DAY + 2; index++) {
      const { body } = await start(MADE_UP, { name: 'Cara', email: 'Cara@Example.com' });
      kinds.push(body.visitor.kind);
    }
    expect(kinds).toEqual(['registered', 'registered', 'registered', 'anonymous', 'anonymous']);
    await chat.settle();
    const rows = await chat.inbox('all');
    const customers = rows.map(({ kind, customer }) => `${kind}: ${String(customer)}`);
    expect(new Set(customers)).toEqual(
      new Set(['registered: Cara', 'anonymous: Cara · Cara@Example.com (email not confirmed)']),
    );
    await app.goOffline('ann');
    const late = await start(MADE_UP, { name: 'Cara', email: 'cara@example.com' });
    expect([late.status, late.body]).toMatchObject([403, { error: 'login-required' }]);
  });

  it('is left later no more often either (T1)', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < ADDRESS_STARTS_PER_DAY + 1; index++) {
      const visitor = aVisitor(app, widgetId);
      await visitor.start('Hello');
      statuses.push((await visitor.register({ name: 'Cara', email: 'cara@example.com' })).status);
    }
    expect(statuses).toEqual([202, 202, 202, 429]);
  });
});

describe('“Only people who are logged in”', () => {
  it('lets no stranger start, with name and email neither; who is logged in does (T6)', async () => {
    await saveSettings({ loggedInOnly: true, anonymous: 'always' });
    expect((await app.poll(widgetId)).anonymous).toBe(false);
    const named = await start(MADE_UP, { name: 'Nora', email: 'nora@example.com' });
    expect([named.status, named.body]).toMatchObject([403, { error: 'login-required', state: 'online' }]);
    expect(await inPortal('cara')).toBe('ok');
    const config = await app.site.webTrigger({ method: 'GET', path: `/v1/widgets/${widgetId}` });
    expect(JSON.parse(String(config.body))).toMatchObject({ loggedInOnly: true, anonymous: 'never' });
  });
});
