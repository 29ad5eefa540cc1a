import { beforeEach, describe, expect, it } from 'vitest';
import { slotsOn, ALL_DAYS, aSchedule } from '../support/clock-builders';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';
import { OPS, SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';

const DAY = 24 * HOUR;

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const at = (ms: number): string => new Date(ms).toISOString();
const seconds = (ms: number): string => `${at(ms).slice(0, 19)}Z`;

/** Sunday noon is when a site begins: 13:00–17:00 is an hour later. */
const afternoons = slotsOn(ALL_DAYS, '13:00-17:00');

async function saveSchedule(who: string, overrides: Parameters<typeof aSchedule>[0] = {}) {
  const { rev } = await app.value(who, 'getMySchedule');
  return app.value(who, 'saveMySchedule', { schedule: aSchedule({ slots: afternoons, ...overrides }), rev });
}

const poll = async () => app.poll(await app.widgetId('SUP'));
const panelOf = (who: string) => app.value(who, 'getPanel', { projectId: SUP });
const answer = (who: string, said: 'here' | 'later' | 'notToday') =>
  app.call(who, 'confirmPresence', { answer: said, projectId: SUP, operationId: anOperation() });

/** Sunday's time of day. */
async function moveTo(time: string): Promise<void> {
  await app.clock.advance(Date.parse(`2026-11-22T${time}:00Z`) - app.clock.now());
}

describe('H1: my schedule', () => {
  it('is kept with a revision, and says the next real changes', async () => {
    const saved = await saveSchedule('ann');
    expect(saved).toMatchObject({
      rev: 1,
      transitions: [
        { at: at(NOON + HOUR), to: 'online' },
        { at: at(NOON + 5 * HOUR), to: 'offline' },
        { at: at(NOON + DAY + HOUR), to: 'online' },
        { at: at(NOON + DAY + 5 * HOUR), to: 'offline' },
      ],
    });
    expect((await app.value('ann', 'getMySchedule')).schedule?.slots).toEqual(afternoons);
  });

  it('says of a draft what it would do, and stores nothing', async () => {
    const before = JSON.stringify(app.site.kvs.snapshot());
    const draft = aSchedule({ slots: afternoons, rollCall: 'confirm' });
    const { transitions } = await app.value('ann', 'getMySchedule', { draft });
    expect(transitions.slice(0, 2)).toEqual([
      { at: at(NOON + HOUR), to: 'expected' },
      { at: at(NOON + HOUR + 10 * MINUTE), to: 'offline' },
    ]);
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
  });

  it('is a conflict on top of another version, and once where its answer was lost', async () => {
    await saveSchedule('ann');
    const schedule = aSchedule({ slots: slotsOn([1], '09:00-10:00') });
    expect(await app.code('ann', 'saveMySchedule', { schedule, rev: 0 })).toBe('conflict');
    expect(await app.value('ann', 'saveMySchedule', { schedule, rev: 1 })).toMatchObject({ rev: 2 });
    expect(await app.value('ann', 'saveMySchedule', { schedule, rev: 1 })).toMatchObject({ rev: 2 });
  });

  it('brings somebody online in all their projects but those that it leaves out', async () => {
    await saveSchedule('ann', { leftOut: [OPS] });
    await moveTo('13:00');
    expect((await panelOf('ann')).me).toMatchObject({ online: true, reason: 'by-schedule' });
    expect((await app.value('ann', 'getPanel', { projectId: OPS })).me.online).toBe(false);
    await saveSchedule('ann', {});
    await app.clock.advance(DAY);
    expect((await app.value('ann', 'getPanel', { projectId: OPS })).me.online).toBe(true);
  });

  it('starts nobody when it is saved inside a slot', async () => {
    await saveSchedule('ann', { slots: slotsOn(ALL_DAYS, '11:00-17:00') });
    expect((await panelOf('ann')).me.online).toBe(false);
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: seconds(NOON + 23 * HOUR) });
  });

  it('is taken back by one without slots', async () => {
    await saveSchedule('ann');
    await saveSchedule('ann', { slots: [] });
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: null });
  });

  it.each([
    ['overlapping slots', { slots: slotsOn([1], '09:00-12:00', '11:00-13:00') }, /Slots 1 and 2 overlap/],
    [
      'more than twenty slots',
      { slots: slotsOn(ALL_DAYS, '01:00-02:00', '03:00-04:00', '05:00-06:00') },
      /20 time slots at most/,
    ],
    ['a zone that is none', { zone: 'Mars/Olympus' }, /time zone isn’t known/],
    [
      'a day that is in no calendar',
      { daysOff: [{ from: '2026-02-30', to: '2026-03-01' }] },
      /Day off 1 needs two dates/,
    ],
    ['a year out of range', { daysOff: [{ from: '1066-10-14', to: '1066-10-14' }] }, /between 2000 and 2100/],
    [
      'days that end before they begin',
      { daysOff: [{ from: '2026-12-24', to: '2026-12-23' }] },
      /ends before it begins/,
    ],
    ['times that are none', { slots: slotsOn([1], '9-17') }, /Slot 1 needs two times/],
  ])('refuses %s with a sentence, and stores nothing', async (_what, overrides, says) => {
    const before = JSON.stringify(app.site.kvs.snapshot());
    const schedule = aSchedule({ slots: afternoons, ...overrides });
    const refused = await app.call('ann', 'saveMySchedule', { schedule, rev: 0 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
    expect(refused.ok ? '' : refused.error.message).toMatch(says);
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
  });

  it('comes to a project in which chat is switched on later', async () => {
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: SUP });
    await app.value('joe', 'saveProjectSettings', {
      projectId: SUP,
      rev,
      settings: { ...settings, chatEnabled: false },
    });
    await saveSchedule('ann');
    await app.value('joe', 'saveProjectSettings', { projectId: SUP, rev: rev + 1, settings });
    await app.clock.run(app.site.idle());
    await moveTo('13:00');
    expect(await poll()).toMatchObject({ state: 'online' });
  });

  it('starts nobody where chat is switched off and on again inside a slot', async () => {
    await saveSchedule('ann');
    await moveTo('14:00');
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: SUP });
    await app.value('joe', 'saveProjectSettings', {
      projectId: SUP,
      rev,
      settings: { ...settings, chatEnabled: false },
    });
    await app.value('joe', 'saveProjectSettings', { projectId: SUP, rev: rev + 1, settings });
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: seconds(NOON + DAY + HOUR) });
  });

  it('is erased with its person', async () => {
    await saveSchedule('ann');
    const accountId = app.accountId('ann');
    await app.site.deletePerson(accountId);
    await app.clock.run(app.site.idle());
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain(accountId);
  });
});

describe('H2: roll call', () => {
  beforeEach(() => saveSchedule('ann', { rollCall: 'confirm' }));

  it('expects somebody from the start of their slot, promises them, and never counts them as online', async () => {
    await moveTo('13:00');
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
      asked: { why: 'roll-call', until: at(NOON + HOUR + 10 * MINUTE), projectIds: [SUP] },
    });
  });

  it('brings them online to the end of the slot when they say that they are there', async () => {
    await moveTo('13:02');
    expect(await answer('ann', 'here')).toMatchObject({
      ok: true,
      value: { me: { online: true, reason: 'by-schedule', until: at(NOON + 5 * HOUR) } },
    });
    expect(await poll()).toMatchObject({ state: 'online', until: seconds(NOON + 5 * HOUR) });
  });

  it('lets the promise go after ten minutes, without anything having run', async () => {
    app.site.close();
    await moveTo('13:10');
    expect(await poll()).toMatchObject({
      state: 'offline',
      expected: true,
      nextOnlineAt: seconds(NOON + DAY + HOUR),
    });
    expect((await panelOf('ann')).me).toMatchObject({ reason: 'none' });
  });

  it('takes "here" from a quarter of an hour before, and later inside the slot; earlier it says from when on', async () => {
    await moveTo('12:30');
    const early = await answer('ann', 'here');
    expect(early).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(early.ok ? '' : early.error.message).toContain('from 12:45 on 2026-11-22');
    await moveTo('12:45');
    expect(await answer('ann', 'here')).toMatchObject({ ok: true, value: { me: { online: false } } });
    await moveTo('13:00');
    expect((await panelOf('ann')).me.online).toBe(true);
    await moveTo('15:00');
    expect((await panelOf('ann')).me.online).toBe(true);
  });

  it('takes "here" two hours late', async () => {
    await moveTo('15:00');
    expect(await answer('ann', 'here')).toMatchObject({ ok: true, value: { me: { online: true } } });
  });

  it('asks anew a quarter of an hour after "later", and not at all on that day after "not today"', async () => {
    await moveTo('13:04');
    await answer('ann', 'later');
    expect((await panelOf('ann')).me.reason).toBe('none');
    expect(await poll()).toMatchObject({ expected: true, nextOnlineAt: seconds(NOON + HOUR + 19 * MINUTE) });
    await moveTo('13:19');
    expect((await panelOf('ann')).me.reason).toBe('expected');
    await answer('ann', 'notToday');
    expect(await poll()).toMatchObject({ expected: true, nextOnlineAt: seconds(NOON + DAY + HOUR) });
  });

  it('asks nobody who is online by hand, and refuses "here" where nobody asked', async () => {
    await app.goOnline('ann', { until: at(NOON + 2 * HOUR) });
    await moveTo('13:05');
    expect((await panelOf('ann')).me).toMatchObject({ reason: 'by-hand' });
    await app.goOffline('ann');
    expect(await answer('ann', 'here')).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('has one effect however often one answer comes', async () => {
    await moveTo('13:01');
    const said = { answer: 'here', projectId: SUP, operationId: anOperation() } as const;
    await app.value('ann', 'confirmPresence', said);
    await app.goOffline('ann');
    await app.value('ann', 'confirmPresence', said);
    expect((await panelOf('ann')).me.online).toBe(false);
  });

  it('S9: after the door, only the next start asks', async () => {
    await moveTo('13:01');
    await answer('ann', 'here');
    const { agents } = await panelOf('pia');
    await app.value('pia', 'putOffline', {
      projectId: SUP,
      accountId: app.accountId('ann'),
      session: agents[0]?.session ?? '',
      operationId: anOperation(),
    });
    expect(await answer('ann', 'here')).toMatchObject({ ok: false });
    expect(await poll()).toMatchObject({
      state: 'offline',
      expected: true,
      nextOnlineAt: seconds(NOON + DAY + HOUR),
    });
    await app.clock.advance(DAY);
    expect((await panelOf('ann')).me.reason).toBe('expected');
  });

  it('S6: an undo of the door brings them back by schedule', async () => {
    await moveTo('13:01');
    await answer('ann', 'here');
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
    await moveTo('12:30');
    expect((await panelOf('ann')).me).toMatchObject({ online: false, asked: { why: 'break' } });
    await answer('ann', 'here');
    expect((await panelOf('ann')).me).toMatchObject({
      online: true,
      reason: 'by-hand',
      until: at(NOON + 3 * HOUR),
    });
  });

  it('never ends online by itself', async () => {
    await saveSchedule('ann', { slots: slotsOn(ALL_DAYS, '12:00-12:10', '12:15-17:00') });
    await app.goOnline('ann', { until: at(NOON + 3 * HOUR) });
    await takeBreak(30);
    await moveTo('12:41');
    expect((await panelOf('ann')).me).toMatchObject({ online: false, reason: 'none' });
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: seconds(NOON + DAY) });
  });

  it('is refused while offline', async () => {
    expect(await app.code('ann', 'takeBreak', { minutes: 30, operationId: anOperation() })).toBe('conflict');
  });
});

describe('what is written down', () => {
  it('tells in the log who came online by schedule, once, and the team page when they were', async () => {
    await saveSchedule('ann');
    await moveTo('18:00');
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.filter(({ event }) => event === 'went-online')).toMatchObject([
      { at: at(NOON + HOUR), bySchedule: true, until: at(NOON + 5 * HOUR) },
    ]);
    const { today } = await app.value('pia', 'getTeam', { projectId: SUP, zone: 'UTC' });
    expect(today.people).toMatchObject([{ name: 'Ann Agent', isOnline: false, onlineMs: 4 * HOUR }]);
  });

  it('S10: who is no agent any more is promised to nobody within the sweep that carries schedules on', async () => {
    await saveSchedule('ann');
    app.site.jira.revokeAgent(app.accountId('ann'), SUP);
    await app.site.leap(DAY);
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: null });
  });

  it('R15: goes on for thirty days with the sweep alive, and past its horizon is offline without it', async () => {
    await saveSchedule('ann');
    await app.site.leap(30 * DAY + HOUR);
    expect(await poll()).toMatchObject({ state: 'online' });
    app.site.close();
    await app.clock.advance(13 * DAY);
    expect(await poll()).toMatchObject({ state: 'online' });
    await app.clock.advance(2 * DAY);
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: null });
  });
});
