import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_GLOBAL_SETTINGS } from '../../src/domain/settings';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';
import { SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const global = (settings: object) =>
  app.value('joe', 'saveGlobalSettings', { settings: { ...DEFAULT_GLOBAL_SETTINGS, ...settings } });

describe('global settings', () => {
  it('I5: show header icons everywhere, or only in projects that have chat enabled', async () => {
    const shown = async (account: string, payload = {}): Promise<boolean> =>
      (await app.value(account, 'getPanel', payload)).showIndicator;
    expect(await shown('ann')).toBe(true);
    expect(await shown('lee')).toBe(false);
    await global({ showIndicator: 'chat-projects' });
    expect(await shown('ann')).toBe(false);
    expect(await shown('ann', { projectKey: 'SUP' })).toBe(true);
    expect(await shown('ann', { projectKey: 'HR' })).toBe(false);
  });

  it('S3: bound how long agents go online, and offer a default', async () => {
    await global({ longestMinutes: 120, defaultMinutes: 60 });
    const panel = await app.goOnline('ann');
    expect(panel).toMatchObject({
      longestMinutes: 120,
      me: { until: new Date(NOON + 2 * HOUR).toISOString() },
    });
    expect((await app.value('bo', 'getPanel', {})).preferences.minutes).toBe(60);
    const until = new Date(NOON + 3 * HOUR).toISOString();
    const tooLong = { scope: 'project', projectId: SUP, until, operationId: anOperation() } as const;
    expect(await app.code('ann', 'goOnline', tooLong)).toBe('limit');
  });

  it('S12: nobody stays online for more than 12 hours, unless a Jira admin allows 1 to 24 or no limit', async () => {
    const online = async (): Promise<boolean> =>
      (await app.value('ann', 'getPanel', { projectId: SUP })).me.online;
    expect((await app.goOnline('ann')).me.until).toBe(new Date(NOON + 12 * HOUR).toISOString());
    await app.site.leap(12 * HOUR - MINUTE);
    expect(await online()).toBe(true);
    await app.site.leap(MINUTE);
    expect(await online()).toBe(false);
    await global({ longestMinutes: null });
    expect((await app.goOnline('ann')).me.until).toBeNull();
    for (const longestMinutes of [30, 25 * 60]) {
      const settings = { ...DEFAULT_GLOBAL_SETTINGS, longestMinutes };
      expect(await app.code('joe', 'saveGlobalSettings', { settings })).toBe('invalid-request');
    }
    expect((await app.value('joe', 'getGlobalSettings')).longestMinutes).toBeNull();
  });

  it('S12: a limit ends what was without an end before it, after a notice, in the log as by itself', async () => {
    await global({ longestMinutes: null });
    await app.goOnline('ann');
    await app.site.leap(24 * HOUR);
    await global({ longestMinutes: 60 });
    await app.clock.advance(5 * MINUTE);
    const { me, now } = await app.value('ann', 'getPanel', { projectId: SUP });
    expect(Date.parse(me.until ?? '') - Date.parse(now)).toBe(5 * MINUTE);
    await app.clock.advance(6 * MINUTE);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows[0]).toMatchObject({ event: 'time-ended', at: me.until });
  });

  it('say how long the log is kept: expired records are gone at once, although storage still has them', async () => {
    await global({ logDays: 1 });
    await app.goOnline('ann');
    const events = async (): Promise<string[]> =>
      (await app.value('pia', 'getProjectLog', { projectId: SUP })).rows.map(({ event }) => event);
    expect(await events()).toContain('went-online');
    await app.site.leap(24 * HOUR + MINUTE);
    expect(await events()).not.toContain('went-online');
    expect(JSON.stringify(app.site.kvs.snapshot())).toContain('went-online');
  });
});

describe('two Jira admins change the global settings', () => {
  const read = () => app.value('joe', 'getGlobalSettings', {});
  const save = (logDays: number, rev?: number) =>
    app.call('joe', 'saveGlobalSettings', {
      settings: { ...DEFAULT_GLOBAL_SETTINGS, logDays },
      ...(rev !== undefined && { rev }),
    });
  const logDays = async (): Promise<number> => (await read()).logDays;

  it('the second is told of the first, when they say which version they saw, and changes nothing', async () => {
    const { rev } = await read();
    expect(await save(30, rev)).toMatchObject({ ok: true, value: { logDays: 30, rev: rev + 1 } });
    expect(await save(60, rev)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await read()).toMatchObject({ logDays: 30, rev: rev + 1 });
    expect(await save(60, rev + 1)).toMatchObject({ ok: true, value: { logDays: 60, rev: rev + 2 } });
  });

  it('at the same moment: one is stored, all others are told', async () => {
    const { rev } = await read();
    const asked = [10, 20, 30, 40, 50];
    const answers = await Promise.all(asked.map((days) => save(days, rev)));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'conflict')).toHaveLength(4);
    expect(await logDays()).toBe(asked[codes.indexOf('ok')]);
  });

  it('who does not say which version they saw wins, as ever, and is seen by those who do', async () => {
    const { rev } = await read();
    expect(await save(30)).toMatchObject({ ok: true });
    expect(await save(60)).toMatchObject({ ok: true });
    expect(await logDays()).toBe(60);
    expect(await save(90, rev)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('what was read can be sent back as it is', async () => {
    const value = await read();
    await save(30);
    expect(
      await app.value('joe', 'saveGlobalSettings', { settings: { ...value, logDays: 45 } }),
    ).toMatchObject({ logDays: 45 });
  });

  it('R10: a save whose answer was lost is found again, and is nobody’s conflict', async () => {
    const { rev } = await read();
    app.site.faults.set({ storage: { lostAfter: 0.4 }, seed: 2 });
    const outcomes: string[] = [];
    for (let tries = 0; tries < 10; tries++) {
      const answer = await save(30, rev);
      outcomes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(outcomes).toContain('ok');
    expect(outcomes).not.toContain('conflict');
    app.site.faults.set({});
    expect(await read()).toMatchObject({ logDays: 30, rev: rev + 1 });
  });

  it('settings that were stored before there were versions are read and changed like others', async () => {
    const value = { ...DEFAULT_GLOBAL_SETTINGS, logDays: 7 };
    app.site.kvs.handle('/api/v1/set', JSON.stringify({ key: 'settings', value }));
    expect(await read()).toEqual({ ...value, rev: 0 });
    expect(await save(30, 0)).toMatchObject({ ok: true, value: { logDays: 30, rev: 1 } });
  });

  it('settings that cannot be read any more can be saved again', async () => {
    const { rev } = await read();
    await save(30, rev);
    app.site.kvs.handle('/api/v1/set', JSON.stringify({ key: 'settings', value: 'broken' }));
    const broken = await read();
    expect(broken).toMatchObject(DEFAULT_GLOBAL_SETTINGS);
    expect(await save(45, broken.rev)).toMatchObject({ ok: true });
    expect(await logDays()).toBe(45);
  });
});
