import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/domain/desk';
import { decodeDesk } from '../../src/platform/desk-record';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { HOUR, NOON, online } from '../support/desk-builders';
import { onShifts, storeDesks } from '../support/scheduled-desks';

let app: SiteDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  widgetId = await app.widgetId('SUP');
});

describe('A poll of a desk of many', () => {
  const costOfPoll = async () => {
    app.site.stats.reset();
    await app.poll(widgetId);
    const { storage } = app.site.stats.snapshot();
    return { kinds: Object.keys(storage), calls: storage.get?.calls, bytes: storage.get?.bytesRead ?? NaN };
  };

  /** As if all of them had been there before: the desk is stored with them. */
  async function withRoster(roster: Desk['roster']): Promise<void> {
    const { body } = app.site.kvs.handle(
      '/api/v1/entity/get',
      JSON.stringify({ entityName: 'desk', key: SUP }),
    );
    const desk = decodeDesk(SUP, (JSON.parse(body) as { value: unknown }).value);
    storeDesks(app.site, [{ ...desk, roster: { ...desk.roster, ...roster } }], app.clock.now());
  }
  const agents = Array.from({ length: 199 }, (_, index) => `agent-${String(index)}`);

  it('F1, F2, F3: reads at most 256 bytes, and as many with 200 agents online as with one', async () => {
    const until = NOON + HOUR;
    const onTheHour = { until: new Date(until).toISOString() };
    await app.goOnline('ann', onTheHour);
    const withOne = await costOfPoll();
    await withRoster(Object.fromEntries(agents.map((name) => [name, online({ session: name, until })])));
    await app.goOnline('ann', onTheHour);
    expect((await app.value('ann', 'getPanel', { projectId: SUP })).onlineCount).toBe(200);
    expect(withOne.bytes).toBeLessThanOrEqual(256);
    expect(await costOfPoll()).toEqual(withOne);
  });

  it('F1, F2, F3: with 200 scheduled agents is one read of at most 512 bytes, whoever comes and goes', async () => {
    await withRoster(onShifts(agents, NOON));
    await app.goOnline('ann');
    await app.goOffline('ann');
    // Nothing runs from here on.
    app.site.close();
    for (let hours = 0; hours < 24; hours += 5) {
      await app.clock.advance(5 * HOUR);
      const { kinds, calls, bytes } = await costOfPoll();
      expect([kinds, calls]).toEqual([['get'], 1]);
      expect(bytes).toBeLessThanOrEqual(512);
    }
  });
});
