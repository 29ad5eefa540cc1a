import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_GLOBAL_SETTINGS } from '../../src/domain/settings';
import { NOON, HOUR, MINUTE } from '../support/desk-builders';
import { HR, OPS, SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';

let app: SiteDriver;
let supportWidget: string;

beforeEach(async () => {
  app = await aSite();
  supportWidget = await app.widgetId('SUP');
});

const state = async (): Promise<string> => (await app.poll(supportWidget)).state;
const at = (ms: number): string => new Date(ms).toISOString();
const NO_LIMIT = { ...DEFAULT_GLOBAL_SETTINGS, longestMinutes: null };

describe('an agent switches themself online and offline', () => {
  it('S1: is offline until they say otherwise, and opening the panel says nothing', async () => {
    expect((await app.value('ann', 'getPanel', { projectId: SUP })).me).toMatchObject({
      online: false,
      reason: 'none',
    });
    expect(await state()).toBe('offline');
  });

  it('S2: one agent online makes the project online, and only that project', async () => {
    const panel = await app.goOnline('ann');
    expect(panel).toMatchObject({
      onlineCount: 1,
      project: { key: 'SUP', state: 'online' },
      me: { online: true, until: at(NOON + 12 * HOUR) },
    });
    expect(await state()).toBe('online');
    expect((await app.poll(await app.widgetId('OPS'))).state).toBe('offline');
  });

  it('S3: goes online in all projects where they are an agent and chat is enabled', async () => {
    const panel = await app.value('ann', 'goOnline', { scope: 'all', operationId: anOperation() });
    expect(panel.projects.map(({ key, online }) => [key, online])).toEqual([
      ['OPS', true],
      ['SUP', true],
    ]);
    expect(panel.project).toBeUndefined();
    expect(panel.onlineCount).toBe(1);
  });

  it('S4: goes offline in one project or in all', async () => {
    await app.value('ann', 'goOnline', { scope: 'all', operationId: anOperation() });
    expect((await app.goOffline('ann')).projects.map(({ online }) => online)).toEqual([true, false]);
    const panel = await app.value('ann', 'goOffline', { scope: 'all', operationId: anOperation() });
    expect(panel.projects.every(({ online }) => !online)).toBe(true);
  });

  it('S5: is listed with name, why and until when; I come first, then who is online longest', async () => {
    await app.goOnline('bo');
    await app.clock.advance(MINUTE);
    await app.goOnline('cy', { until: at(NOON + HOUR) });
    await app.clock.advance(MINUTE);
    const { agents } = await app.goOnline('ann');
    expect(agents.map(({ name }) => name)).toEqual(['Ann Agent', 'Bo Becker', 'Cy Chen']);
    expect(agents[2]).toMatchObject({ why: 'by-hand', since: at(NOON + MINUTE), until: at(NOON + HOUR) });
    expect(agents[2]?.avatarUrl).toMatch(/^http/);
  });

  it('S8: is offline at the millisecond their time ends, for every reader, with nothing having run', async () => {
    await app.goOnline('ann', { until: at(NOON + HOUR) });
    app.site.close(); // no scheduled trigger, no queue: only the clock goes on
    await app.clock.setTo(NOON + HOUR - 1);
    expect(await state()).toBe('online');
    await app.clock.setTo(NOON + HOUR);
    expect(await state()).toBe('offline');
    expect((await app.value('bo', 'getPanel', { projectId: SUP })).agents).toEqual([]);
    expect((await app.value('ann', 'getPanel', { projectId: SUP })).me.online).toBe(false);
  });

  it('I1: counts agents once who are online in several of my projects', async () => {
    await app.value('ann', 'goOnline', { scope: 'all', operationId: anOperation() });
    await app.goOnline('bo');
    expect((await app.value('ann', 'getPanel', {})).onlineCount).toBe(2);
    expect((await app.value('ann', 'getPanel', { projectId: OPS })).onlineCount).toBe(1);
    expect((await app.value('ann', 'getPanel', { projectKey: 'SUP' })).onlineCount).toBe(2);
  });

  it('S3: keeps what is offered first, in the place of what was chosen last, and puts nobody online', async () => {
    const panel = await app.value('ann', 'savePreferences', { minutes: 30, scope: 'all' });
    expect([panel.preferences, panel.me.online]).toEqual([{ minutes: 30, scope: 'all' }, false]);
    expect((await app.value('ann', 'getPanel', {})).preferences).toEqual({ minutes: 30, scope: 'all' });
    expect((await app.value('bo', 'getPanel', {})).preferences).toEqual({ minutes: null, scope: 'project' });
    expect(await app.code('ann', 'savePreferences', { minutes: 1, scope: 'all' })).toBe('invalid-request');
    expect(await app.code('lee', 'savePreferences', { minutes: 30, scope: 'all' })).toBe('not-allowed');
  });

  it('S5: says of each of my spaces why I am online there', async () => {
    const { projects } = await app.goOnline('ann');
    expect(projects.map(({ key, why }) => [key, why])).toEqual([
      ['OPS', undefined],
      ['SUP', 'by-hand'],
    ]);
  });

  it('remembers per agent what they chose', async () => {
    const remember = { minutes: 60, scope: 'all' } as const;
    await app.value('ann', 'goOnline', {
      scope: 'project',
      projectId: SUP,
      operationId: anOperation(),
      remember,
    });
    expect((await app.value('ann', 'getPanel', {})).preferences).toEqual(remember);
    expect((await app.value('bo', 'getPanel', {})).preferences).toEqual({ minutes: null, scope: 'project' });
  });
});

describe('refusals say why and change nothing', () => {
  it.each([
    ['no agent of the project', 'lee', SUP, 'not-allowed'],
    ['an agent of another project', 'cy', OPS, 'not-allowed'],
    ['a project without chat', 'joe', HR, 'not-allowed'],
    ['a project that does not exist', 'ann', '99999', 'not-found'],
  ])('S3: %s', async (_case, account, projectId, code) => {
    const before = JSON.stringify(app.site.kvs.snapshot());
    expect(
      await app.code(account, 'goOnline', { scope: 'project', projectId, operationId: anOperation() }),
    ).toBe(code);
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
  });

  it('S3: a project whose chat was switched off', async () => {
    const page = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, chatEnabled: false };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev });
    expect(
      await app.code('ann', 'goOnline', { scope: 'project', projectId: SUP, operationId: anOperation() }),
    ).toBe('chat-disabled');
  });

  it.each(['2026-11-22T11:00:00Z', '9999-12-31T23:59:59Z', 'soon', '', 'NaN', '+275760-09-13T00:00:01Z'])(
    'S3: the end %j',
    async (until) => {
      const payload = { scope: 'project', projectId: SUP, until, operationId: anOperation() } as const;
      expect(await app.code('ann', 'goOnline', payload)).toBe('invalid-request');
      expect(await state()).toBe('offline');
    },
  );
});

describe('S6: the door', () => {
  const door = async (account: string, session: string, reason?: string): Promise<string> =>
    app.code(account, 'putOffline', {
      projectId: SUP,
      accountId: app.accountId('ann'),
      session,
      ...(reason !== undefined && { reason }),
      operationId: anOperation(),
    });
  const sessionOf = async (): Promise<string> =>
    (await app.value('pia', 'getPanel', { projectId: SUP })).agents[0]?.session ?? 'nobody';

  it('a project admin puts a forgotten agent offline; the agent is told who, when and why, and comes back', async () => {
    await app.goOnline('ann');
    expect(await door('pia', await sessionOf(), ' end of shift ')).toBe('ok');
    expect(await state()).toBe('offline');
    const { me } = await app.value('ann', 'getPanel', { projectId: SUP });
    expect(me).toMatchObject({
      online: false,
      reason: 'put-offline',
      notices: [{ projectName: 'Support', by: { name: 'Pia Park' }, at: at(NOON), reason: 'end of shift' }],
    });
    expect((await app.goOnline('ann')).me).toMatchObject({ online: true, notices: [] });
    expect(await state()).toBe('online');
  });

  it('a Jira admin may in every project', async () => {
    await app.goOnline('ann');
    expect(await door('joe', await sessionOf())).toBe('ok');
  });

  it('does not throw out an agent who came back after the list was drawn', async () => {
    await app.goOnline('ann');
    const seen = await sessionOf();
    await app.goOffline('ann');
    await app.goOnline('ann');
    expect(await door('pia', seen)).toBe('conflict');
    expect(await state()).toBe('online');
  });

  it('is undone for ten seconds, and not later', async () => {
    await app.goOnline('ann', { until: at(NOON + HOUR) });
    const before = await app.value('pia', 'getPanel', { projectId: SUP });
    await door('pia', await sessionOf());
    await app.clock.advance(9_000);
    const undo = { projectId: SUP, accountId: app.accountId('ann') };
    const after = await app.value('pia', 'undoPutOffline', { ...undo, operationId: anOperation() });
    expect(after.agents).toEqual(before.agents);
    await door('pia', await sessionOf());
    await app.clock.advance(10_001);
    expect(await app.code('pia', 'undoPutOffline', { ...undo, operationId: anOperation() })).toBe('conflict');
    expect(await state()).toBe('offline');
  });
});

describe('S10: people who are no agents any more', () => {
  it('are off every roster at once when Jira says that they were deleted', async () => {
    await app.value('ann', 'goOnline', { scope: 'all', operationId: anOperation() });
    const id = app.accountId('ann');
    await app.site.deletePerson('ann');
    expect(await state()).toBe('offline');
    await app.clock.run(app.site.idle());
    await app.clock.advance(MINUTE);
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain(id);
  });

  it.each(['revoked', 'deactivated'])(
    'are not counted within the sweep’s interval when they were %s',
    async (how) => {
      await app.goOnline('bo');
      if (how === 'revoked') app.site.jira.revokeAgent(app.accountId('bo'), SUP);
      else app.site.jira.setActive(app.accountId('bo'), false);
      await app.clock.advance(6 * MINUTE);
      expect(await state()).toBe('offline');
      const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
      expect(rows[0]).toMatchObject({ event: 'removed', actor: null });
    },
  );

  it('stay counted while Jira cannot say', async () => {
    await app.goOnline('bo');
    app.site.faults.set({ jira: { down: true } });
    await app.clock.advance(6 * MINUTE);
    expect(await state()).toBe('online');
  });
});

describe('the sweep', () => {
  it('writes an ended time into the log, at the moment it ended', async () => {
    await app.goOnline('ann', { until: at(NOON + 7 * MINUTE) });
    await app.clock.advance(8 * MINUTE);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows[0]).toMatchObject({
      event: 'time-ended',
      at: at(NOON + 7 * MINUTE),
      subject: { name: 'Ann Agent' },
    });
  });

  it('keeps an open online time known for days, and it reads as offline two weeks after the sweep has died', async () => {
    await app.value('joe', 'saveGlobalSettings', { settings: NO_LIMIT });
    await app.goOnline('ann');
    await app.site.leap(72 * HOUR);
    expect(await state()).toBe('online');
    app.site.close();
    await app.clock.advance((14 * 24 + 1) * HOUR);
    expect(await state()).toBe('offline');
  }, 120_000);

  it('R10: has one effect however often and late its jobs are delivered', async () => {
    app.site.faults.set({ queue: { duplicate: 1, lateMs: 60_000 } });
    await app.goOnline('ann', { until: at(NOON + 7 * MINUTE) });
    await app.clock.advance(30 * MINUTE);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.filter(({ event }) => event === 'time-ended')).toHaveLength(1);
  });
});
