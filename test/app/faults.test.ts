import { beforeEach, describe, expect, it } from 'vitest';
import { SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const snapshot = (): string => JSON.stringify(app.site.kvs.snapshot());
const goOnline = (operationId = anOperation()): Promise<string> =>
  app.code('ann', 'goOnline', { scope: 'project', projectId: SUP, operationId });
const wentOnline = async (): Promise<number> =>
  (await app.value('pia', 'getProjectLog', { projectId: SUP })).rows.filter(
    ({ event }) => event === 'went-online',
  ).length;

describe('storage faults', () => {
  it('a change that could not be stored is told as not done, and changed nothing', async () => {
    const before = snapshot();
    for (const storage of [{ down: true }, { throttled: 1 }, { lostBefore: 1 }]) {
      app.site.faults.set({ storage });
      expect(await goOnline()).toBe('unavailable');
    }
    app.site.faults.set({});
    expect(snapshot()).toBe(before);
  });

  it('R1: a change whose answer was lost is found again, and a retry of it cannot apply twice', async () => {
    const operationId = anOperation();
    app.site.faults.set({ storage: { lostAfter: 0.5 }, seed: 11 });
    const outcomes: string[] = [];
    for (let tries = 0; tries < 20; tries++) outcomes.push(await goOnline(operationId));
    expect(outcomes.filter((code) => code === 'ok').length).toBeGreaterThan(1);
    expect(outcomes.filter((code) => code === 'unavailable').length).toBeGreaterThan(1);
    app.site.faults.set({});
    expect(await wentOnline()).toBe(1);
  });

  it('refused calls are tried again until they succeed, within ten seconds', async () => {
    app.site.faults.set({ storage: { throttled: 0.4 }, seed: 3 });
    const asked = app.clock.now();
    expect(await goOnline()).toBe('ok');
    expect(app.clock.now() - asked).toBeLessThan(10_000);
  });

  it('R7: the portal gets the poll’s answer within two seconds, and never one that says online', async () => {
    await app.goOnline('ann');
    for (const storage of [{ down: true }, { throttled: 1 }, { latencyMs: [20_000, 20_000] }]) {
      app.site.faults.set({ storage });
      const asked = app.clock.now();
      const answer = await app.value('cara', 'getPortalAvailability', { portalId: 1 });
      expect(answer).toMatchObject({ state: 'offline', degraded: true, next: 120 });
      expect(app.clock.now() - asked).toBeLessThanOrEqual(2_000);
    }
  });

  it('an unknown fault is logged once with the trace id that the person is shown', async () => {
    app.site.faults.set({ storage: { down: true } });
    const answer = await app.call('ann', 'getPanel', { projectId: SUP });
    const shown = answer.ok ? '' : (/trace ([\w-]+)/.exec(answer.error.message)?.[1] ?? '');
    expect(shown).not.toBe('');
    expect(app.site.log.lines().filter(({ text }) => text.includes(shown))).toHaveLength(1);
  });

  it('a stored desk of a newer or broken version reads as offline, is reported once, and is never overwritten', async () => {
    await app.goOnline('ann');
    const widgetId = await app.widgetId('SUP');
    for (const value of [
      { rev: 9, body: { version: 2 } },
      { rev: 9, body: 'x' },
    ]) {
      app.site.kvs.handle('/api/v1/entity/set', JSON.stringify({ entityName: 'desk', key: SUP, value }));
    }
    const before = snapshot();
    app.site.stats.reset();
    expect((await app.value('ann', 'getPanel', {})).projects.find(({ key }) => key === 'SUP')).toMatchObject({
      online: false,
      onlineCount: 0,
    });
    expect(await goOnline()).toBe('unavailable');
    expect(await app.code('pia', 'getProjectSettings', { projectId: SUP })).toBe('unavailable');
    await app.clock.advance(11 * 60_000);
    expect(snapshot()).toBe(before);
    const told = app.site.log.lines().filter(({ text }) => text.includes('a stored desk cannot be read'));
    // Each function file is a process of its own on Forge: the resolver says it once, the sweep says it once.
    expect(told.map(({ functionKey }) => functionKey).sort()).toEqual(['resolver', 'run-job']);
    expect((await app.poll(widgetId)).state).toBe('online');
  });
});

describe('Jira faults', () => {
  it('a permission that cannot be checked is `unavailable`, and nothing changes', async () => {
    const before = snapshot();
    for (const jira of [{ down: true }, { throttled: 1 }, { latencyMs: [20_000, 20_000] }]) {
      app.site.faults.set({ jira });
      expect(await goOnline()).toBe('unavailable');
      expect(await app.code('pia', 'getProjectSettings', { projectId: SUP })).toBe('unavailable');
    }
    expect(snapshot()).toBe(before);
  });

  it('customers see the state all the same: a poll asks nothing of Jira', async () => {
    await app.goOnline('ann');
    app.site.faults.set({ jira: { down: true } });
    expect((await app.poll(await widget())).state).toBe('online');
    expect(await app.value('anonymous', 'getPortalAvailability', { portalId: '1' })).toMatchObject({
      state: 'online',
    });
  });

  const widget = async (): Promise<string> => {
    const { faults } = app.site;
    const kept = faults.get();
    faults.set({});
    const id = await app.widgetId('SUP');
    faults.set(kept);
    return id;
  };
});

describe('realtime', () => {
  it('I6: every change pings the windows of those who may listen, and carries nothing but project ids', async () => {
    const heard: string[] = [];
    const { channel, token } = await app.value('bo', 'getLiveToken', {});
    const address = { channelName: channel, isGlobal: true };
    app.site.realtime.subscribe({ ...address, token }, (payload) => heard.push(payload));
    app.site.realtime.subscribe(address, () => heard.push('heard without a token'));
    await app.goOnline('ann');
    expect(heard).toEqual([JSON.stringify({ projects: [SUP] })]);
  });
});
