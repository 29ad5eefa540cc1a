import { beforeEach, describe, expect, it } from 'vitest';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
beforeEach(async () => {
  app = await aSite();
  for (const agent of ['ann', 'otto']) await app.goOnline(agent).catch(() => undefined);
});

/** The texts of those messages that are in Jira. */
const delivered = async (visitor: VisitorDriver): Promise<string[]> => {
  const events = await visitor.events();
  const done = new Set(events.map((event) => (event.kind === 'delivered' ? event.of : 0)));
  return events.flatMap((event) => (event.kind === 'message' && done.has(event.n) ? event.text : []));
};
const isDelivered = async (visitor: VisitorDriver, text: string): Promise<boolean> =>
  (await delivered(visitor)).includes(text);
const pushed = (): number => app.site.stats.snapshot().queue.pushed;

async function started(count: number): Promise<VisitorDriver[]> {
  const widgetId = await app.widgetId('SUP');
  const visitors = Array.from({ length: count }, () => aVisitor(app, widgetId));
  for (const [index, visitor] of visitors.entries())
    expect((await visitor.start(`Chat ${index}`)).status).toBe(201);
  await app.clock.run(app.site.idle());
  return visitors;
}

describe('T6: nobody’s messages take the queue away from others', () => {
  it('hundreds of messages in ten chats are one job each while the queue is late, and all arrive', async () => {
    const visitors = await started(10);
    await app.clock.advance(2 * MINUTE);
    app.site.faults.set({ queue: { lateMs: 60_000 }, seed: 3 });
    app.site.stats.reset();
    const taken: [VisitorDriver, string][] = [];
    const refusals = new Set<number>();
    for (let index = 0; index < 20; index++)
      for (const visitor of visitors) {
        const text = `message ${index}`;
        const { status } = await visitor.send(text);
        if (status === 202) taken.push([visitor, text]);
        else refusals.add(status);
      }
    expect(pushed()).toBeLessThanOrEqual(10);
    // What does not fit is refused at once.
    expect([taken.length, [...refusals]]).toEqual([100, [429]]);
    app.site.faults.set({});
    await app.clock.advance(3 * MINUTE);
    for (const visitor of visitors) {
      const texts = taken.flatMap(([by, text]) => (by === visitor ? text : []));
      expect((await delivered(visitor)).slice(1)).toEqual(texts);
    }
  });

  it('R14: where the queue takes nothing more, one job for all that waits makes up for it within a minute and a half', async () => {
    const [flooder, honest] = await started(2);
    if (!flooder || !honest) throw new Error('two have started');
    await app.clock.advance(2 * MINUTE);
    const { queue } = app.site;
    const push = queue.push.bind(queue);
    queue.push = () => {
      throw new Error('the queue is full');
    };
    await flooder.send('flood');
    expect((await honest.send('An honest question')).status).toBe(202);
    queue.push = push;
    await app.clock.advance(61_000);
    await honest.poll(0);
    await app.clock.advance(15_000);
    expect([await isDelivered(honest, 'An honest question'), await isDelivered(flooder, 'flood')]).toEqual([
      true,
      true,
    ]);
  });

  it('a chat queues no more than a handful of jobs a minute, however quick the queue is', async () => {
    const [visitor] = await started(1);
    await app.clock.advance(2 * MINUTE);
    app.site.stats.reset();
    for (let index = 0; index < 20; index++) {
      await app.clock.advance(2_900);
      await visitor?.send(`message ${index}`);
    }
    // Eight of it, and what the sweep queued meanwhile.
    expect(pushed()).toBeLessThanOrEqual(10);
    await app.clock.advance(MINUTE);
    expect(visitor && (await delivered(visitor))).toHaveLength(21);
  });
});
