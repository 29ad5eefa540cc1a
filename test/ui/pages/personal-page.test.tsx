import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { MySchedule } from '../../../src/contract/clock';
import type { MyProject, Panel } from '../../../src/contract/panel';
import { callResolver } from '../../../static/app/call-resolver';
import { createServerClock } from '../../../static/app/server-clock';
import { createPanelStore } from '../../../static/availability/panel-store';
import { createEnterPreference } from '../../../static/chats/conversation/enter-preference';
import { keysPreference } from '../../../static/chats/keys/keys-preference';
import { createSoundPreference } from '../../../static/chats/news/sound-preference';
import { PersonalPage } from '../../../static/pages/personal/personal-page';
// Loaded when it is opened: here beforehand, so that no test waits for it.
import '../../../static/schedule/schedule-page';
import { at, myProject, panel } from '../../static/availability/panel-builder';
import { axeViolations } from '../axe-violations';
import { fakeResolver, ok, refused, type Answers, type FakeResolver } from '../fake-resolver';
import {
  button,
  expectAlert,
  expectNoWords,
  expectWords,
  fill,
  press,
  renderPage,
  settle,
} from '../render-page';

const SUPPORT = myProject();
const OPS = myProject({ id: '2', key: 'OPS', name: 'IT Operations' });

/** What `getPanel` answers where there is no project: my spaces. */
function everywhere(projects: MyProject[], differs: Partial<Panel> = {}): Panel {
  const { project: _none, ...rest } = panel({ projects });
  return { ...rest, ...differs };
}

const online = (project: MyProject, differs: Partial<MyProject> = {}): MyProject => ({
  ...project,
  online: true,
  why: 'by-hand',
  until: at(60),
  onlineCount: 2,
  ...differs,
});

const aSchedule: MySchedule = {
  now: at(0),
  schedule: {
    zone: 'Europe/Berlin',
    slots: [
      { day: 1, from: '09:00', to: '17:15' },
      { day: 2, from: '22:00', to: '06:00' },
    ],
    daysOff: [],
    rollCall: 'confirm',
    leftOut: [],
  },
  rev: 1,
  transitions: [{ at: '2026-11-24T09:00:00.000Z', to: 'expected' }],
  projects: [],
};

async function openPersonal(answers: Answers): Promise<FakeResolver> {
  const resolver = fakeResolver({
    getLiveToken: [refused('unavailable')],
    getMySchedule: [ok(aSchedule)],
    ...answers,
  });
  const clock = createServerClock(() => 0);
  const store = createPanelStore({ call: callResolver, clock, place: {}, memory: null });
  void store.refresh();
  renderPage(<PersonalPage {...{ store, clock }} viewerId="ann" zone="Europe/London" />);
  await settle();
  return resolver;
}

const rows = (): string[] =>
  [...document.querySelectorAll('.personal-spaces > li')].map(({ textContent }) => textContent ?? '');

describe('D12: my status in all my spaces, in my own menu', () => {
  it('says of each why and until when I am online, or who is (S3, S5)', async () => {
    const projects = [
      online(SUPPORT),
      online(OPS, { why: 'by-schedule' }),
      myProject({ id: '3', name: 'Returns', onlineCount: 1 }),
      myProject({ id: '4', name: 'Wholesale', closed: { until: at(120), message: '' } }),
      myProject({ id: '6', name: 'Wholesale EU', closed: { until: at(24 * 60), message: '' } }),
      myProject({ id: '5', name: 'Led only', isAgent: false }),
    ];
    await openPersonal({ getPanel: [ok(everywhere(projects))] });
    expect(rows()).toEqual([
      'Support Set by you, until 2:00 PM (1 hr left)Go offline',
      'IT Operations Scheduled, until 2:00 PM (1 hr left)Go offline',
      'Returns 1 agent onlineGo online',
      'Wholesale No one online · Closed until 3:00 PMGo online',
      'Wholesale EU No one online · Closed until tomorrow at 1:00 PMGo online',
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it('goes online in one or in all of them, for as long as I chose last (S3)', async () => {
    const preferences = { minutes: 30, scope: 'project' as const };
    const resolver = await openPersonal({
      getPanel: [ok(everywhere([SUPPORT, OPS], { preferences }))],
      goOnline: [ok(everywhere([online(SUPPORT), OPS], { preferences }))],
    });
    await press('Go online in Support');
    await press('Go online in all my spaces');
    expect(resolver.payloads('goOnline')).toMatchObject([
      { scope: 'project', projectId: '1', until: at(30) },
      { scope: 'all', until: at(30) },
    ]);
    // What it remembers is only what somebody chose.
    expect(resolver.payloads('goOnline').filter(({ remember }) => remember)).toEqual([]);
  });

  it('asks before the last agent online leaves, and goes offline everywhere (S4, S11)', async () => {
    const resolver = await openPersonal({
      getPanel: [ok(everywhere([online(SUPPORT, { onlineCount: 1 }), online(OPS)]))],
      goOffline: [ok(everywhere([SUPPORT, OPS]))],
    });
    await press('Go offline in all my spaces');
    expectWords(/^You’re the last agent online in Support\./);
    expect(resolver.payloads('goOffline')).toEqual([]);
    await press('Go offline');
    expect(resolver.payloads('goOffline')).toMatchObject([{ scope: 'all' }]);
  });

  it('says what did not change, and tries again', async () => {
    const resolver = await openPersonal({
      getPanel: [ok(everywhere([SUPPORT]))],
      goOnline: [refused('unavailable'), ok(everywhere([online(SUPPORT)]))],
    });
    await press('Go online in Support');
    expectAlert('You’re still offline in Support.');
    resolver.answers.getPanel = [ok(everywhere([online(SUPPORT)]))];
    await press('Try again');
    button('Go offline in Support');
  });

  it('asks whether I am there, wherever that is (H2)', async () => {
    const asked = { why: 'roll-call' as const, since: at(-1), until: at(9), end: at(240), projectIds: ['1'] };
    const resolver = await openPersonal({
      getPanel: [ok(everywhere([SUPPORT], { me: { ...panel().me, asked } }))],
      confirmPresence: [ok(everywhere([online(SUPPORT)]))],
    });
    await press('I’m here');
    expect(resolver.payloads('confirmPresence')).toMatchObject([{ answer: 'here' }]);
  });

  it('is a sentence for who is no agent anywhere', async () => {
    await openPersonal({ getPanel: [ok(everywhere([]))], getMySchedule: [refused('not-allowed')] });
    expectWords('You’re not an agent in any space with chat');
    expectNoWords('When I go online', 'In this browser');
  });

  it('that cannot be loaded says so, and “Try again” loads it', async () => {
    await openPersonal({ getPanel: [refused('unavailable'), ok(everywhere([SUPPORT]))] });
    await press('Try again');
    expect(rows()).toEqual(['Support No one onlineGo online']);
  });
});

describe('D12: what is offered me first', () => {
  it('is what going online remembers, and is kept without going online (S3)', async () => {
    let stored = everywhere([SUPPORT, OPS]);
    const resolver = await openPersonal({
      // The page asks again by itself, whenever that is.
      getPanel: () => ok(stored),
      savePreferences: ({ minutes, scope }) => {
        stored = everywhere([SUPPORT, OPS], { preferences: { minutes, scope } });
        return ok(stored);
      },
    });
    await fill('Stay online', '2 hr');
    fireEvent.click(screen.getByLabelText('In all my spaces'));
    await settle();
    expect(resolver.payloads('savePreferences')).toEqual([
      { minutes: 120, scope: 'project' },
      { minutes: 120, scope: 'all' },
    ]);
    await fill('Stay online', 'Until I go offline');
    expect(resolver.payloads('savePreferences').at(-1)).toEqual({ minutes: null, scope: 'all' });
    expect(resolver.payloads('goOnline')).toEqual([]);
  });

  it('counts at once, before it is stored', async () => {
    const resolver = await openPersonal({
      getPanel: [ok(everywhere([SUPPORT]))],
      savePreferences: [new Promise<never>(() => undefined)],
      goOnline: [ok(everywhere([online(SUPPORT)]))],
    });
    await fill('Stay online', '4 hr');
    await press('Go online in Support');
    expect(resolver.payloads('goOnline')).toMatchObject([{ until: at(240) }]);
  });

  it('is as it was where it was not saved', async () => {
    await openPersonal({
      getPanel: [ok(everywhere([SUPPORT]))],
      savePreferences: [refused('unavailable')],
    });
    await fill('Stay online', '1 hr');
    expectAlert('Your choice wasn’t saved.');
    expect(screen.getByLabelText<HTMLSelectElement>('Stay online').value).toBe('open');
    expect(screen.queryByLabelText('In all my spaces')).toBeNull();
  });

  it('in this browser is the same that is chosen in Chats (D1, D3)', async () => {
    await openPersonal({ getPanel: [ok(everywhere([SUPPORT]))] });
    for (const label of ['Enter sends', 'Turn on single-key shortcuts', 'Play a sound for new messages'])
      fireEvent.click(screen.getByLabelText(label));
    expect(createEnterPreference('ann').sends()).toBe(false);
    expect(createEnterPreference('bo').sends()).toBe(true);
    expect(keysPreference().isOn()).toBe(false);
    expect(createSoundPreference().isOn()).toBe(true);
    // There is no sound to be had here.
    await press('Play sound');
    expectWords('This browser doesn’t play the sound here.');
  });
});

describe('D12: my schedule, in short', () => {
  it('is how much of the week it covers and what comes next, and opens (H1)', async () => {
    const resolver = await openPersonal({ getPanel: [ok(everywhere([SUPPORT]))] });
    expectWords(
      '16.25 hours a week. Times in Europe/Berlin.',
      'You’re asked whether you’re here (tomorrow 9:00 AM)',
    );
    button('Edit my schedule').focus();
    await press('Edit my schedule');
    screen.getByRole('heading', { name: 'My schedule', level: 2 });
    const asked = resolver.payloads('getMySchedule').length;
    await press('Back to Frontdesk');
    // What was saved meanwhile is shown.
    expect(resolver.payloads('getMySchedule')).toHaveLength(asked + 1);
    expect(document.activeElement).toBe(button('Edit my schedule'));
  });

  it('says that there is none', async () => {
    await openPersonal({
      getPanel: [ok(everywhere([SUPPORT]))],
      getMySchedule: [ok({ ...aSchedule, schedule: null, transitions: [] })],
    });
    expectWords('You have no schedule yet.');
    button('Set up my schedule');
  });
});
