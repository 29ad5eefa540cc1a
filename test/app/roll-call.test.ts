import { beforeEach, describe, expect, it } from 'vitest';
import { SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';
import { ALL_DAYS, slotsOn } from '../support/clock-builders';
import { answerCall, moveTo, saveSchedule, seconds } from '../support/clock-steps';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';

const DAY = 24 * HOUR;

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const at = (ms: number): string => new Date(ms).toISOString();
const poll = async () => app.poll(await app.widgetId('SUP'));
const panelOf = (who: string) => app.value(who, 'getPanel', { projectId: SUP });

describe('H2: roll call', () => {
  beforeEach(() => saveSchedule(app, 'ann', { rollCall: 'confirm' }));

  it('expects somebody from the start of their slot, promises them, and never counts them as online', async () => {
    await moveTo(app, '13:00');
    const panel = await panelOf('bo');
    expect(panel.onlineCount).toBe(0);
    expect(panel.agents).toMatchObject([
      { name: 'Ann Agent', why: 'expected', until: at(NOON + HOUR + 10 * MINUTE) },
    ]);
    expect(await poll()).toMatchObject({
      state: 'offline',
      expected: true,
      nextOnlineAt: seconds(NOON + HOUR),
    });
    expect((await panelOf('ann')).me).toMatchObject({
      online: false,
      reason: 'expected',
      asked: {
        why: 'roll-call',
        until: at(NOON + HOUR + 10 * MINUTE),
        projectIds: expect.arrayContaining([SUP]) as string[],
      },
    });
  });

  it('brings them online to the end of the slot when they say that they are there', async () => {
    await moveTo(app, '13:02');
    expect(await answerCall(app, 'ann', 'here')).toMatchObject({
      ok: true,
      value: { me: { online: true, reason: 'by-schedule', until: at(NOON + 5 * HOUR) } },
    });
    expect(await poll()).toMatchObject({ state: 'online', until: seconds(NOON + 5 * HOUR) });
  });

  it('lets the promise go after ten minutes, without anything having run', async () => {
    app.site.close();
    await moveTo(app, '13:10');
    expect(await poll()).toMatchObject({
      state: 'offline',
      expected: true,
      nextOnlineAt: seconds(NOON + DAY + HOUR),
    });
    expect((await panelOf('ann')).me).toMatchObject({ reason: 'none' });
  });

  it('takes "here" from a quarter of an hour before, and later inside the slot; earlier it says from when on', async () => {
    await moveTo(app, '12:30');
    const early = await answerCall(app, 'ann', 'here');
    expect(early).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(early.ok ? '' : early.error.message).toContain('from 12:45 on 2026-11-22');
    await moveTo(app, '12:45');
    expect(await answerCall(app, 'ann', 'here')).toMatchObject({
      ok: true,
      value: { me: { online: false } },
    });
    await moveTo(app, '13:00');
    expect((await panelOf('ann')).me.online).toBe(true);
    await moveTo(app, '15:00');
    expect((await panelOf('ann')).me.online).toBe(true);
  });

  it('takes "here" two hours late', async () => {
    await moveTo(app, '15:00');
    expect(await answerCall(app, 'ann', 'here')).toMatchObject({ ok: true, value: { me: { online: true } } });
  });

  it('asks anew a quarter of an hour after "later", and not at all on that day after "not today"', async () => {
    await moveTo(app, '13:04');
    await answerCall(app, 'ann', 'later');
    expect((await panelOf('ann')).me.reason).toBe('none');
    expect(await poll()).toMatchObject({ expected: true, nextOnlineAt: seconds(NOON + HOUR + 19 * MINUTE) });
    await moveTo(app, '13:19');
    expect((await panelOf('ann')).me.reason).toBe('expected');
    await answerCall(app, 'ann', 'notToday');
    expect(await poll()).toMatchObject({ expected: true, nextOnlineAt: seconds(NOON + DAY + HOUR) });
  });

  it('asks nobody who is online by hand, and refuses "here" where nobody asked', async () => {
    await app.goOnline('ann', { until: at(NOON + 2 * HOUR) });
    await moveTo(app, '13:05');
    expect((await panelOf('ann')).me).toMatchObject({ reason: 'by-hand' });
    await app.goOffline('ann');
    expect(await answerCall(app, 'ann', 'here')).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('has one effect however often one answer comes', async () => {
    await moveTo(app, '13:01');
    const said = { answer: 'here', projectId: SUP, operationId: anOperation() } as const;
    await app.value('ann', 'confirmPresence', said);
    await app.goOffline('ann');
    await app.value('ann', 'confirmPresence', said);
    expect((await panelOf('ann')).me.online).toBe(false);
  });

  it('S9: after the door, only the next start asks', async () => {
    await moveTo(app, '13:01');
    await answerCall(app, 'ann', 'here');
    const { agents } = await panelOf('pia');
    await app.value('pia', 'putOffline', {
      projectId: SUP,
      accountId: app.accountId('ann'),
      session: agents[0]?.session ?? '',
      operationId: anOperation(),
    });
    expect(await answerCall(app, 'ann', 'here')).toMatchObject({ ok: false });
    expect(await poll()).toMatchObject({
      state: 'offline',
      expected: true,
      nextOnlineAt: seconds(NOON + DAY + HOUR),
    });
    await app.clock.advance(DAY);
    expect((await panelOf('ann')).me.reason).toBe('expected');
  });

  it('S6: an undo of the door brings them back by schedule', async () => {
    await moveTo(app, '13:01');
    await answerCall(app, 'ann', 'here');
    const { agents } = await panelOf('pia');
    const one = { projectId: SUP, accountId: app.accountId('ann') };
    await app.value('pia', 'putOffline', {
      ...one,
      session: agents[0]?.session ?? '',
      operationId: anOperation(),
    });
    await app.value('pia', 'undoPutOffline', { ...one, operationId: anOperation() });
    expect((await panelOf('ann')).me).toMatchObject({
      online: true,
      reason: 'by-schedule',
      until: at(NOON + 5 * HOUR),
    });
  });
});

describe('S13: an online time by hand whose end a slot carries on', () => {
  beforeEach(async () => {
    await saveSchedule(app, 'ann');
    await app.goOnline('ann', { until: at(NOON + 2 * HOUR) });
  });

  it('lasts to the end of the slot, in one’s own words, in everybody’s list, and for customers', async () => {
    const { me, agents, projects } = await panelOf('ann');
    const end = at(NOON + 5 * HOUR);
    expect(me).toMatchObject({ reason: 'by-hand', until: end });
    expect(agents).toMatchObject([{ why: 'by-hand', until: end }]);
    expect(projects.find(({ id }) => id === SUP)).toMatchObject({ online: true, until: end });
    expect(await poll()).toMatchObject({ state: 'online', until: seconds(NOON + 5 * HOUR) });
    await moveTo(app, '14:00');
    expect((await panelOf('ann')).me).toMatchObject({ online: true, reason: 'by-schedule', until: end });
  });

  it('ends when it was said to, once the slot that would carry it on asks instead', async () => {
    await saveSchedule(app, 'ann', { rollCall: 'confirm' });
    expect((await panelOf('ann')).me).toMatchObject({ reason: 'by-hand', until: at(NOON + 2 * HOUR) });
  });
});

describe('S9: an end that is changed while somebody is online', () => {
  it('is that of the slot after the change, not of one that is over since they came', async () => {
    await saveSchedule(app, 'ann', { slots: slotsOn(ALL_DAYS, '12:05-12:30', '14:00-17:00') });
    await app.goOnline('ann', { until: at(NOON + 3 * HOUR) });
    await moveTo(app, '13:00');
    await app.goOnline('ann', { until: null });
    expect((await panelOf('ann')).me).toMatchObject({ online: true, until: at(NOON + 5 * HOUR) });
  });
});

describe('H8: a break', () => {
  const takeBreak = (minutes: number) =>
    app.value('ann', 'takeBreak', { minutes, operationId: anOperation() });

  it('is offline with a promise, asks at its end, and brings back what was before', async () => {
    await app.goOnline('ann', { until: at(NOON + 3 * HOUR) });
    expect((await takeBreak(30)).me).toMatchObject({
      online: false,
      reason: 'break',
      until: at(NOON + 30 * MINUTE),
    });
    expect(await poll()).toMatchObject({
      state: 'offline',
      expected: true,
      nextOnlineAt: seconds(NOON + 30 * MINUTE),
    });
    await moveTo(app, '12:30');
    expect((await panelOf('ann')).me).toMatchObject({ online: false, asked: { why: 'break' } });
    await answerCall(app, 'ann', 'here');
    expect((await panelOf('ann')).me).toMatchObject({
      online: true,
      reason: 'by-hand',
      until: at(NOON + 3 * HOUR),
    });
  });

  it('never ends online by itself', async () => {
    await saveSchedule(app, 'ann', { slots: slotsOn(ALL_DAYS, '12:00-12:10', '12:15-17:00') });
    await app.goOnline('ann', { until: at(NOON + 3 * HOUR) });
    await takeBreak(30);
    await moveTo(app, '12:41');
    expect((await panelOf('ann')).me).toMatchObject({ online: false, reason: 'none' });
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: seconds(NOON + DAY) });
  });

  it('tells what customers would read during one, also where hours end before it does, and stores nothing', async () => {
    const slots = slotsOn(ALL_DAYS, '09:00-12:20');
    const hours = { mode: 'project' as const, zone: 'UTC', slots, holidays: [] };
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: SUP });
    await app.value('joe', 'saveProjectSettings', { projectId: SUP, settings: { ...settings, hours }, rev });
    await app.goOnline('ann', { until: at(NOON + 3 * HOUR) });
    const before = JSON.stringify(app.site.kvs.snapshot());
    const preview = async (minutes: number) =>
      (await app.value('ann', 'previewBreak', { minutes })).projects.find(
        ({ projectId }) => projectId === SUP,
      );
    expect(await preview(15)).toEqual({
      projectId: SUP,
      state: 'offline',
      told: { until: seconds(NOON + 20 * MINUTE), nextOnlineAt: seconds(NOON + 15 * MINUTE), expected: true },
    });
    expect(await preview(30)).toEqual({
      projectId: SUP,
      state: 'offline',
      told: { until: seconds(NOON + 20 * MINUTE), nextOnlineAt: null },
    });
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
    // The same as it turns out to be.
    const { project } = await takeBreak(15).then(() => panelOf('ann'));
    expect(await preview(15)).toEqual({ projectId: SUP, state: project?.state, told: project?.told });
  });

  it('S9: is there for somebody whom a later slot brought back after an admin set them to offline', async () => {
    await saveSchedule(app, 'ann', { rollCall: 'automatic' });
    const { agents } = await app.goOnline('ann', { until: at(NOON + 30 * MINUTE) });
    const { accountId = '', session = '' } = agents[0] ?? {};
    const operationId = anOperation();
    await app.value('pia', 'putOffline', { projectId: SUP, accountId, session, operationId });
    await moveTo(app, '13:00');
    expect((await panelOf('ann')).me).toMatchObject({ online: true, reason: 'by-schedule' });
    expect((await takeBreak(15)).me).toMatchObject({ online: false, reason: 'break' });
    await moveTo(app, '13:15');
    await answerCall(app, 'ann', 'here');
    expect((await panelOf('ann')).me).toMatchObject({ online: true, until: at(NOON + 5 * HOUR) });
  });

  it('is refused while offline', async () => {
    expect(await app.code('ann', 'takeBreak', { minutes: 30, operationId: anOperation() })).toBe('conflict');
    expect(await app.code('ann', 'previewBreak', { minutes: 30 })).toBe('conflict');
  });
});
