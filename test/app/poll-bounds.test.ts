import { beforeEach, describe, expect, it } from 'vitest';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let visitor: VisitorDriver;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  visitor = aVisitor(app, await app.widgetId('SUP'));
  await visitor.start('ㄱ'.repeat(4_000));
  for (let index = 0; index < 24; index++) {
    await app.clock.advance(20_000);
    await visitor.send(`${index} ${'ㄱ'.repeat(3_990)}`);
  }
  await app.clock.advance(5 * MINUTE);
  app.site.stats.reset();
});

const units = (): number =>
  Object.entries(app.site.stats.snapshot().storage)
    .filter(([kind]) => kind.endsWith('get'))
    .reduce((sum, [, { calls, bytesRead }]) => sum + Math.max(calls, Math.ceil(bytesRead / 10_240)), 0);
const calls = (): number =>
  Object.values(app.site.stats.snapshot().storage).reduce((sum, each) => sum + each.calls, 0);

describe('T6: one chat’s polls cost a tenth of what an installation may read, at most', () => {
  it('whatever its page asks for: beyond it polls are refused unread, until the minute is over', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 60; index++) statuses.push((await visitor.poll(index % 3)).status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect(units()).toBeLessThanOrEqual(400);
    const before = calls();
    const refused = await visitor.poll(0);
    expect([refused.status, calls()]).toEqual([429, before]);
    expect(Number(refused.headers['Retry-After']?.[0])).toBeGreaterThan(0);
    await app.clock.advance(MINUTE);
    expect((await visitor.poll(0)).status).toBe(200);
  });

  it('also of polls that come at once', async () => {
    await visitor.poll(0);
    await Promise.all(Array.from({ length: 60 }, () => visitor.poll(0)));
    expect(units()).toBeLessThanOrEqual(400);
  });

  it('whoever does not know the token uses up nothing of its owner’s', async () => {
    const path = `/v1/conversations/${visitor.conversationId()}/poll`;
    for (let index = 0; index < 30; index++) {
      const body = JSON.stringify({ token: String(index).padEnd(43, 'x'), after: 0 });
      expect((await app.site.webTrigger({ method: 'POST', path, body })).status).toBe(404);
    }
    expect((await visitor.poll(0)).status).toBe(200);
  });

  it('an answer is 64 KB at most, and a page that is loaded again reads each event once', async () => {
    const seen: number[] = [];
    for (let after = 0; ;) {
      const { status, body } = await visitor.poll(after);
      expect(status).toBe(200);
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(64 * 1024);
      seen.push(...body.events.map(({ n }) => n));
      after = seen.at(-1) ?? 0;
      if (!body.more) break;
    }
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(units()).toBeLessThan(45);
  });

  it('that somebody is here is written once a minute, whatever their page says', async () => {
    for (let index = 0; index < 10; index++) await visitor.poll(50, true);
    expect(app.site.stats.snapshot().storage['entity/set']?.calls).toBe(1);
  });

  it('a look at a quiet request is queued once in ten minutes', async () => {
    for (let index = 0; index < 10; index++) {
      await app.clock.advance(3_000);
      await visitor.poll(50);
    }
    expect(app.site.stats.snapshot().queue.pushed).toBeLessThanOrEqual(1);
  });
});
