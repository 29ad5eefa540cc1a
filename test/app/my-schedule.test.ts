import { beforeEach, describe, expect, it } from 'vitest';
import { OPS, SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';
import { ALL_DAYS, aSchedule, slotsOn } from '../support/clock-builders';
import { AFTERNOONS, moveTo, saveSchedule, seconds } from '../support/clock-steps';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';

const DAY = 24 * HOUR;

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const at = (ms: number): string => new Date(ms).toISOString();
const poll = async () => app.poll(await app.widgetId('SUP'));
const panelOf = (who: string) => app.value(who, 'getPanel', { projectId: SUP });

async function switchChat(chatEnabled: boolean): Promise<void> {
  const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: SUP });
  await app.value('joe', 'saveProjectSettings', {
    projectId: SUP,
    settings: { ...settings, chatEnabled },
    rev,
  });
}

describe('H1: my schedule', () => {
  it('is kept with a revision, and says the next real changes', async () => {
    const saved = await saveSchedule(app, 'ann');
    expect(saved).toMatchObject({
      rev: 1,
      transitions: [
        { at: at(NOON + HOUR), to: 'online' },
        { at: at(NOON + 5 * HOUR), to: 'offline' },
        { at: at(NOON + DAY + HOUR), to: 'online' },
        { at: at(NOON + DAY + 5 * HOUR), to: 'offline' },
      ],
    });
    expect((await app.value('ann', 'getMySchedule')).schedule?.slots).toEqual(AFTERNOONS);
  });

  it('says of a draft what it would do, and stores nothing', async () => {
    const before = JSON.stringify(app.site.kvs.snapshot());
    const draft = aSchedule({ slots: AFTERNOONS, rollCall: 'confirm' });
    const { transitions } = await app.value('ann', 'getMySchedule', { draft });
    expect(transitions.slice(0, 2)).toEqual([
      { at: at(NOON + HOUR), to: 'expected' },
      { at: at(NOON + HOUR + 10 * MINUTE), to: 'offline' },
    ]);
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
  });

  it('H6: a draft that leaves a project out is in its coverage no more', async () => {
    await saveSchedule(app, 'ann');
    const workersOf = async (leftOut: string[]) => {
      const schedule = aSchedule({ slots: AFTERNOONS, leftOut });
      const { spans } = await app.value('ann', 'getCoverage', { projectId: SUP, draft: { schedule } });
      return new Set(spans.flatMap(({ agents }) => agents));
    };
    expect(await workersOf([])).toEqual(new Set([app.accountId('ann')]));
    expect(await workersOf([SUP])).toEqual(new Set());
  });

  it('H6: says before it is saved which gaps it opens, and not those that there are already', async () => {
    await saveSchedule(app, 'ann');
    const opened = async (schedule?: ReturnType<typeof aSchedule>) =>
      (await app.value('ann', 'getCoverage', { projectId: SUP, ...(schedule && { draft: { schedule } }) }))
        .opened;
    expect(await opened()).toBeUndefined();
    expect(await opened(aSchedule({ slots: AFTERNOONS }))).toEqual([]);
    const late = AFTERNOONS.map((slot) => (slot.day === 7 ? { ...slot, from: '14:00' } : slot));
    expect(await opened(aSchedule({ slots: late }))).toMatchObject([
      { from: at(NOON + HOUR), to: at(NOON + 2 * HOUR) },
      { from: at(NOON + 7 * DAY + HOUR), to: at(NOON + 7 * DAY + 2 * HOUR) },
    ]);
  });

  it('is a conflict on top of another version, and once where its answer was lost', async () => {
    await saveSchedule(app, 'ann');
    const schedule = aSchedule({ slots: slotsOn([1], '09:00-10:00') });
    expect(await app.code('ann', 'saveMySchedule', { schedule, rev: 0 })).toBe('conflict');
    expect(await app.value('ann', 'saveMySchedule', { schedule, rev: 1 })).toMatchObject({ rev: 2 });
    expect(await app.value('ann', 'saveMySchedule', { schedule, rev: 1 })).toMatchObject({ rev: 2 });
  });

  it('brings somebody online in all their projects but those that it leaves out', async () => {
    await saveSchedule(app, 'ann', { leftOut: [OPS] });
    await moveTo(app, '13:00');
    expect((await panelOf('ann')).me).toMatchObject({ online: true, reason: 'by-schedule' });
    expect((await app.value('ann', 'getPanel', { projectId: OPS })).me.online).toBe(false);
    await saveSchedule(app, 'ann', {});
    await app.clock.advance(DAY);
    expect((await app.value('ann', 'getPanel', { projectId: OPS })).me.online).toBe(true);
  });

  it('starts nobody when it is saved inside a slot', async () => {
    await saveSchedule(app, 'ann', { slots: slotsOn(ALL_DAYS, '11:00-17:00') });
    expect((await panelOf('ann')).me.online).toBe(false);
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: seconds(NOON + 23 * HOUR) });
  });

  it('is taken back by one without slots', async () => {
    await saveSchedule(app, 'ann');
    await saveSchedule(app, 'ann', { slots: [] });
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
    const schedule = aSchedule({ slots: AFTERNOONS, ...overrides });
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
    await saveSchedule(app, 'ann');
    await app.value('joe', 'saveProjectSettings', { projectId: SUP, rev: rev + 1, settings });
    await app.clock.run(app.site.idle());
    await moveTo(app, '13:00');
    expect(await poll()).toMatchObject({ state: 'online' });
  });

  it('starts nobody where chat is switched off and on again inside a slot', async () => {
    await saveSchedule(app, 'ann');
    await moveTo(app, '14:00');
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: SUP });
    await app.value('joe', 'saveProjectSettings', {
      projectId: SUP,
      rev,
      settings: { ...settings, chatEnabled: false },
    });
    await app.value('joe', 'saveProjectSettings', { projectId: SUP, rev: rev + 1, settings });
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: seconds(NOON + DAY + HOUR) });
  });

  it.each([
    ['on again', () => Promise.resolve(), () => switchChat(false)],
    ['on for the first time', () => switchChat(false), () => Promise.resolve()],
  ])('H7: says why it starts nobody where chat is switched %s inside a slot', async (_how, before, later) => {
    await before();
    await saveSchedule(app, 'ann', { rollCall: 'automatic' });
    await moveTo(app, '14:00');
    await later();
    await switchChat(true);
    await app.clock.run(app.site.idle());
    const why = await app.value('ann', 'getWhy', { projectId: SUP });
    const ofAnn = why.agents.flatMap(({ rules }) => rules).map(({ kind, facts }) => [kind, facts['at']]);
    expect(ofAnn).toEqual([
      ['counts-later', at(NOON + 2 * HOUR)],
      ['next-online', at(NOON + DAY + HOUR)],
    ]);
    // Also after she came and went by hand.
    await app.goOnline('ann');
    await app.value('ann', 'goOffline', { scope: 'project', projectId: SUP, operationId: anOperation() });
    const after = await app.value('ann', 'getWhy', { projectId: SUP });
    expect(after.agents.flatMap(({ rules }) => rules).map(({ kind }) => kind)).toEqual([
      'offline-by-hand',
      'counts-later',
      'next-online',
    ]);
  });

  it.each([
    ['automatic', { online: true, reason: 'by-schedule', until: null }],
    ['confirm', { online: false, reason: 'expected' }],
  ] as const)(
    'starts round the clock where chat is switched on again, since it has no other start: %s',
    async (rollCall, expected) => {
      await saveSchedule(app, 'ann', { slots: slotsOn(ALL_DAYS, '00:00-24:00'), rollCall });
      await switchChat(false);
      await app.clock.advance(2 * HOUR);
      expect((await poll()).state).toBe('disabled');
      await switchChat(true);
      expect((await panelOf('ann')).me).toMatchObject(expected);
      // The job that brings schedules to a desk, and the sweep, know when it was saved.
      await app.clock.run(app.site.idle());
      expect((await panelOf('ann')).me).toMatchObject(expected);
    },
  );

  it('starts round the clock, too, where that was saved while chat was off', async () => {
    await saveSchedule(app, 'ann');
    await switchChat(false);
    await saveSchedule(app, 'ann', { slots: slotsOn(ALL_DAYS, '00:00-24:00'), rollCall: 'automatic' });
    await app.clock.advance(20 * MINUTE);
    await switchChat(true);
    await app.clock.run(app.site.idle());
    expect((await panelOf('ann')).me).toMatchObject({ online: true, reason: 'by-schedule', until: null });
  });

  it('goes on round the clock after chat was off, however often it is compiled anew', async () => {
    await saveSchedule(app, 'ann', { slots: slotsOn(ALL_DAYS, '00:00-24:00'), rollCall: 'automatic' });
    await switchChat(false);
    await app.clock.advance(20 * MINUTE);
    await switchChat(true);
    await app.clock.advance(2 * DAY);
    expect((await panelOf('ann')).me).toMatchObject({ online: true, reason: 'by-schedule' });
    expect(await poll()).toMatchObject({ state: 'online', until: null });
  });

  it('T8: is reported and erased also where no desk knows it, as is who planned a closure', async () => {
    const from = at(NOON + 30 * DAY);
    const until = at(NOON + 31 * DAY);
    await app.value('pia', 'saveClosure', { projectId: SUP, from, until, operationId: anOperation() });
    await saveSchedule(app, 'ann', { leftOut: [SUP, OPS] });
    const ids = ['ann', 'pia'].map(app.accountId);
    // Closed without an event that reaches the app.
    for (const id of ids) app.site.jira.deletePerson(id);
    await app.site.leap(8 * DAY);
    const stored = JSON.stringify(app.site.kvs.snapshot());
    expect(ids.filter((id) => stored.includes(id))).toEqual([]);
  }, 120_000);

  it('is erased with its person', async () => {
    await saveSchedule(app, 'ann');
    const accountId = app.accountId('ann');
    await app.site.deletePerson(accountId);
    await app.clock.run(app.site.idle());
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain(accountId);
  });
});

describe('what is written down', () => {
  it('tells in the log who came online by schedule, once, and the team page when they were', async () => {
    await saveSchedule(app, 'ann');
    await moveTo(app, '18:00');
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.filter(({ event }) => event === 'went-online')).toMatchObject([
      { at: at(NOON + HOUR), bySchedule: true, until: at(NOON + 5 * HOUR) },
    ]);
    const { today } = await app.value('pia', 'getTeam', { projectId: SUP, zone: 'UTC' });
    expect(today.people).toMatchObject([{ name: 'Ann Agent', isOnline: false, onlineMs: 4 * HOUR }]);
  });

  it('S10: who is no agent any more is promised to nobody within half a day', async () => {
    await saveSchedule(app, 'ann');
    app.site.jira.revokeAgent(app.accountId('ann'), SUP);
    // They never say that they are there: nobody asks about them because they are online.
    await app.clock.advance(12 * HOUR + 10 * MINUTE);
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: null });
  });

  it('R15: goes on for thirty days with the sweep alive, and past its horizon is offline without it', async () => {
    await saveSchedule(app, 'ann');
    await app.site.leap(30 * DAY + HOUR);
    expect(await poll()).toMatchObject({ state: 'online' });
    app.site.close();
    await app.clock.advance(13 * DAY);
    expect(await poll()).toMatchObject({ state: 'online' });
    await app.clock.advance(2 * DAY);
    expect(await poll()).toMatchObject({ state: 'offline', nextOnlineAt: null });
  });
});
