import { beforeEach, describe, expect, it } from 'vitest';
import { SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { HOUR, NOON } from '../support/desk-builders';

const UNSEEN = { errors: [{ message: 'This space doesn’t exist, or you can’t see it.' }] };

describe('the action "Is anyone there?"', () => {
  let app: SiteDriver;
  beforeEach(async () => {
    app = await aSite();
  });

  const ask = (account: string, projectKey = 'SUP'): Promise<unknown> =>
    app.site.act({ account, action: 'is-somebody-there', inputs: { projectKey } });

  it('says what the public answer says, while somebody is online and afterwards (C8, H5)', async () => {
    const until = new Date(NOON + 2 * HOUR).toISOString();
    await app.goOnline('ann', { until });
    expect(await ask('lee')).toEqual({
      state: 'online',
      until: '2026-11-22T14:00:00Z',
      nextOnlineAt: null,
      expected: false,
      closedUntil: null,
    });
    await app.clock.advance(2 * HOUR);
    expect(await ask('lee')).toMatchObject({ state: 'offline', until: null, nextOnlineAt: null });
  });

  it('says until when the chat is closed, and when somebody will be back (H4)', async () => {
    await app.goOnline('ann');
    await app.value('pia', 'saveClosure', {
      projectId: SUP,
      from: new Date(NOON).toISOString(),
      until: new Date(NOON + HOUR).toISOString(),
      operationId: anOperation(),
    });
    expect(await ask('bo')).toMatchObject({
      state: 'offline',
      nextOnlineAt: '2026-11-22T13:00:00Z',
      closedUntil: '2026-11-22T13:00:00Z',
    });
  });

  it('never tells who', async () => {
    await app.goOnline('ann');
    const text = JSON.stringify(await ask('joe'));
    expect(text).not.toContain(app.accountId('ann'));
    expect(text).not.toContain('Ann');
  });

  it.each([
    ['a deactivated agent', 'dee', 'SUP'],
    ['an agent, for a space that is not there', 'bo', 'NONE'],
  ])('R8: tells %s nothing, in the same words', async (_role, account, key) => {
    app.site.jira.setActive(app.accountId('dee'), false);
    expect(await ask(account, key)).toEqual(UNSEEN);
  });

  it('says of a space without a chat that it has none, and takes a key as people type it', async () => {
    expect(await ask('joe', 'OPS')).toMatchObject({ state: 'offline' });
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: SUP });
    await app.value('joe', 'saveProjectSettings', {
      projectId: SUP,
      settings: { ...settings, chatEnabled: false },
      rev,
    });
    expect(await ask('joe', ' sup ')).toMatchObject({ state: 'disabled' });
  });

  it.each([
    ['nothing', ''],
    ['two keys', 'SUP OPS'],
    ['a path', '../serverInfo'],
    ['far too long a text', 'x'.repeat(300)],
    ['an id', '10001'],
  ])('refuses %s in place of a key', async (_what, key) => {
    expect(await ask('ann', key)).toEqual({
      errors: [{ message: 'Enter the key of one space, for example SUP.' }],
    });
  });

  it('C8: says that it cannot tell while storage is down, and never "online"', async () => {
    await app.goOnline('ann');
    await ask('ann');
    app.site.faults.set({ storage: { down: true } });
    const answer = JSON.stringify(await ask('ann'));
    expect(answer).not.toContain('online"');
    expect(answer).toMatch(/couldn’t be found out right now|unknown/);
  });

  it('C8: calls it unknown where the answer takes too long', async () => {
    await app.goOnline('ann');
    app.site.faults.set({ storage: { latencyMs: [1_800, 1_800] } });
    expect(await ask('ann')).toMatchObject({ state: 'unknown', until: null, nextOnlineAt: null });
  });

  it('changes nothing', async () => {
    const before = JSON.stringify(app.site.kvs.snapshot());
    await ask('ann');
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
  });
});

describe('the action "Is anyone there?", and Jira', () => {
  it('R8: tells nobody of a space that Jira hides from them, also where others asked for it before', async () => {
    const app = await aSiteWithJira();
    const ask = (account: string) =>
      app.site.act({ account, action: 'is-somebody-there', inputs: { projectKey: 'SUP' } });
    app.wire.instead = ({ method, path, actor }) => {
      if (actor.kind !== 'user' || actor.accountId !== app.accountId('lee')) return null;
      if (path.endsWith('/project/SUP'))
        return { status: 404, body: '{"errorMessages":["No project could be found."]}', headers: {} };
      return method === 'POST' && path.endsWith('/permissions/check')
        ? { status: 200, body: '{"projectPermissions":[],"globalPermissions":[]}', headers: {} }
        : null;
    };
    expect(await ask('lee')).toEqual(UNSEEN);
    expect(await ask('ann')).toMatchObject({ state: 'offline' });
    expect(await ask('lee')).toEqual(UNSEEN);
  });

  it('asks as the person, and not again within ten minutes (F16)', async () => {
    const app = await aSiteWithJira();
    const ask = () =>
      app.site.act({ account: 'lee', action: 'is-somebody-there', inputs: { projectKey: 'SUP' } });
    await ask();
    expect(app.wire.calls.map(({ as }) => as)).toEqual(app.wire.calls.map(() => 'user'));
    expect(app.wire.calls.length).toBeLessThanOrEqual(2);
    app.wire.forget();
    await ask();
    expect(app.wire.calls).toEqual([]);
    app.wire.instead = () => ({ status: 503, body: '', headers: {} });
    const other = await app.site.act({
      account: 'bo',
      action: 'is-somebody-there',
      inputs: { projectKey: 'SUP' },
    });
    expect(other).toMatchObject({
      errors: [{ message: expect.stringMatching(/^This couldn’t be found out right now/) as string }],
    });
  });
});
