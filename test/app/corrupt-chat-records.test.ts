import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';
import { hostileValue, MARK } from '../support/hostile-values';
import { stormScale } from '../support/storm-scale';

let app: SiteDriver;
let visitor: VisitorDriver;

const seen = new Set<number>();
beforeEach(async () => {
  seen.clear();
  app = await aSite();
  await app.goOnline('ann');
  visitor = aVisitor(app, await app.widgetId('SUP'));
  await visitor.start('Hello');
  await app.clock.advance(MINUTE);
  await app.site.idle();
});

describe('R6: corrupt stored records of a chat', () => {
  const set = (key: string, value: unknown): boolean =>
    app.site.kvs.handle('/api/v1/set', JSON.stringify({ key, value })).status < 300;

  /** A stored record with one member spoilt, or something else in its place. */
  const spoiltRecord = (record: object): fc.Arbitrary<unknown> =>
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...Object.keys(record)), hostileValue)
        .map(([name, value]) => ({ ...record, [name]: value })),
      fc.constantFrom(...Object.keys(record)).map((name) => ({ ...record, [name]: undefined })),
      fc.jsonValue(),
    );

  const stored = (key: string): object => {
    const { status, body: text } = app.site.kvs.handle('/api/v1/get', JSON.stringify({ key }));
    if (status !== 200) throw new Error(`there is no ${key}`);
    return (JSON.parse(text) as { value: object }).value;
  };

  const isHarmless = (status: number, text: string): void => {
    seen.add(status);
    // 403, 409, 429: what was spoilt reads as begun by another widget id, as full, or as just written to.
    expect([200, 202, 403, 404, 409, 429, 503]).toContain(status);
    expect(status !== 200 && text.includes(MARK)).toBe(false);
    expect(status !== 503 || text === '{"error":"unavailable"}').toBe(true);
  };

  it('hundreds of pulses: a poll is answered with 200, 404 or 503', async () => {
    const key = `t:${visitor.conversationId()}`;
    const pulse = stored(key);
    await fc.assert(
      fc.asyncProperty(spoiltRecord(pulse), fc.constantFrom(0, 1, 2 ** 53 - 1), async (value, after) => {
        if (!set(key, value)) return;
        const { status, body: polled } = await visitor.poll(after);
        isHarmless(status, JSON.stringify(polled));
        if (status !== 200) return;
        expect(Number.isInteger(polled.next) && polled.next >= 3 && polled.next <= 30).toBe(true);
        expect(polled.events.length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 200 * stormScale() },
    );
    // The control: some can be read after all, some cannot.
    expect([...seen]).toEqual(expect.arrayContaining([200, 503]));
  });

  it('hundreds of events: what cannot be shown is passed over or refused, never shown in another form', async () => {
    const key = `m:${visitor.conversationId()}:1`;
    const event = stored(key);
    await fc.assert(
      fc.asyncProperty(spoiltRecord(event), async (value) => {
        if (!set(key, value)) return;
        const { status, body: polled } = await visitor.poll(0);
        isHarmless(status, JSON.stringify(polled));
        if (status !== 200) return;
        for (const shown of polled.events) {
          expect(Number.isFinite(Date.parse(shown.at))).toBe(true);
          expect(shown.kind !== 'message' || typeof shown.text === 'string').toBe(true);
        }
      }),
      { numRuns: 200 * stormScale() },
    );
    expect([...seen]).toContain(200);
  });

  it('hundreds of conversations: a message is taken or refused, and a record that cannot be read stays as it is', async () => {
    const id = visitor.conversationId();
    const entity = (path: string, more: object): { status: number; body: string } =>
      app.site.kvs.handle(path, JSON.stringify({ entityName: 'conversation', key: id, ...more }));
    const read = (): string => entity('/api/v1/entity/get', {}).body;
    const { value: record } = JSON.parse(read()) as { value: { body: object } };
    const spoilt = fc.oneof(
      spoiltRecord({ ...record.body, registration: { state: 'waiting', triedAt: 1 } }).map((inner) => ({
        ...record,
        body: inner,
      })),
      fc.constantFrom(Number.MAX_SAFE_INTEGER, -1, 0).map((rev) => ({ ...record, rev })),
    );
    await fc.assert(
      fc.asyncProperty(spoilt, async (value) => {
        await app.site.idle();
        if (entity('/api/v1/entity/set', { value }).status >= 300) return;
        const before = read();
        const { status, body: sent } = await visitor.send('Hello again');
        isHarmless(status, JSON.stringify(sent));
        expect(status < 300 || read() === before).toBe(true);
      }),
      { numRuns: 100 * stormScale() },
    );
    expect([...seen]).toEqual(expect.arrayContaining([202, 503]));
  });
});
