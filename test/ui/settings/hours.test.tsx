import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClosureRow } from '../../../src/contract/clock';
import type { Hours } from '../../../src/domain/clock/schedule';
import { DEFAULT_PROJECT_SETTINGS, type ProjectSettings } from '../../../src/domain/settings';
import { createServerClock } from '../../../static/app/server-clock';
import { HoursFields } from '../../../static/settings/project/hours/hours-fields';
import { settingsDraft } from '../../../static/settings/project/settings-draft';
import { SettingsPage } from '../../../static/settings/project/settings-page';
import { axeViolations } from '../axe-violations';
import { button, press, settle } from '../render-page';
import { aProject } from './a-project';
import { asksBeforeLeaving, enter, open, tick, valueOf, versions } from './on-screen';

const PAGE = <SettingsPage projectId="10001" viewerId="pia" zone="Europe/Berlin" />;
const ALWAYS = 'At any time';
const PROJECT = 'At set hours, in the space’s time zone';
const CUSTOMER = 'At set hours, in the customer’s own time';

/** Sunday at ten, the moment of the pages, is within these hours. */
const SUNDAYS: Hours = {
  mode: 'project',
  zone: 'UTC',
  slots: [{ day: 7, from: '09:00', to: '17:00' }],
  holidays: [],
};

async function openPage(first: Partial<ProjectSettings> = {}) {
  const project = aProject(first);
  await open(PAGE);
  return project;
}

function Fields({ first, closures }: { first: ProjectSettings; closures: readonly ClosureRow[] }) {
  const [draft, setDraft] = useState(() => settingsDraft.toDraft(first));
  const [clock] = useState(() => {
    const server = createServerClock(() => 0);
    server.set('2026-11-22T10:00:00.000Z');
    return server;
  });
  return (
    <HoursFields
      {...{ draft, closures, clock }}
      saved={first.hours}
      ownZone="Europe/Berlin"
      someoneOnline={false}
      onEdit={(change) => setDraft((before) => ({ ...before, ...change }))}
    />
  );
}

/** What is about hours, without the rest of the form. */
async function openFields(first: Partial<ProjectSettings>, closures: readonly ClosureRow[] = []) {
  await open(<Fields first={{ ...DEFAULT_PROJECT_SETTINGS, ...first }} closures={closures} />);
}

const section = () => within(screen.getByRole('region', { name: 'When customers see the chat' }));
const table = () => section().getByRole('table', { name: 'What customers see with these settings' });
const cells = (): string[][] =>
  within(table())
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace('Now', ' (now)')));
const day = (name: string, end: 'from' | 'until') => `${name}, slot 1, ${end}`;

afterEach(cleanup);

describe('H3: business hours in the settings of a project', () => {
  it('begin, the first time, with a working week in the admin’s own Jira zone, and are saved as one setting', async () => {
    const project = await openPage();
    expect(section().queryByLabelText('Time zone')).toBeNull();
    await tick(PROJECT);
    expect(valueOf('Time zone')).toBe('Europe/Berlin');
    expect(valueOf(day('Monday', 'from'))).toMatch(/^9:00/);
    expect(asksBeforeLeaving()).toBe(true);
    await press('Save');
    expect(project.stored.settings.hours).toMatchObject({ mode: 'project', zone: 'Europe/Berlin' });
    expect(project.stored.settings.hours.slots.map((slot) => slot.day)).toEqual([1, 2, 3, 4, 5]);
    expect(asksBeforeLeaving()).toBe(false);
  });

  it('are what was entered when they are saved', async () => {
    const project = await openPage({ hours: SUNDAYS });
    await enter(day('Sunday', 'until'), '18:30');
    await act(async () => void fireEvent.blur(screen.getByLabelText(day('Sunday', 'until'))));
    await press('Save');
    expect(project.stored.settings.hours).toMatchObject({
      mode: 'project',
      zone: 'UTC',
      slots: [{ day: 7, from: '09:00', to: '18:30' }],
    });
  });

  it('with a fault say so at the field and are not saved', async () => {
    const project = await openPage({ hours: SUNDAYS });
    await enter('Time zone', 'Europe/Atlantis');
    expect(screen.getByLabelText('Time zone').getAttribute('aria-invalid')).toBe('true');
    expect(section().getByText(/^This time zone isn’t known/)).toBeTruthy();
    expect(screen.getByText('Fix the errors above, then save.')).toBeTruthy();
    expect(button('Save').disabled).toBe(true);
    await act(async () => void fireEvent.submit(screen.getByRole('form', { name: 'Settings' })));
    expect(project.saves()).toBe(0);
  });

  it('whose fault is not in use any more can be saved: at any time, and in the customer’s own', async () => {
    const project = await openPage({ hours: SUNDAYS });
    await enter('Time zone', 'Europe/Atlantis');
    await tick(CUSTOMER);
    expect(section().queryByLabelText('Time zone')).toBeNull();
    await press('Save');
    expect(project.stored.settings.hours).toMatchObject({ mode: 'customer', slots: SUNDAYS.slots });
    await tick(ALWAYS);
    await press('Save');
    expect(project.stored.settings.hours.mode).toBe('always');
  });

  it('that are tried and given up leave nothing to save, and are found again', async () => {
    await openPage();
    await tick(PROJECT);
    await enter('Time zone', 'Europe/Oslo');
    await tick(ALWAYS);
    expect([screen.getByText('All changes saved'), asksBeforeLeaving()]).toEqual([expect.anything(), false]);
    await tick(PROJECT);
    expect(valueOf('Time zone')).toBe('Europe/Oslo');
  });

  it('without any hour say that customers never see the chat', async () => {
    await openPage({
      hours: { ...SUNDAYS, slots: [], holidays: [{ from: '2026-12-25', to: '2026-12-25' }] },
    });
    expect(section().getByText('No hours are set, so customers never see the chat. Add some.')).toBeTruthy();
  });

  it('that two admins changed are shown in both versions, in few words', async () => {
    const project = await openPage({ hours: SUNDAYS });
    await enter('Time zone', 'Europe/Oslo');
    const holidays = [{ from: '2026-12-25', to: '2026-12-26' }];
    project.change({ hours: { ...SUNDAYS, holidays } });
    await press('Save');
    expect(versions()).toEqual([
      [
        'the chat’s hours',
        'Sun 9:00 AM–5:00 PM (UTC)\nHolidays: Dec 25, 2026 – Dec 26, 2026',
        'Sun 9:00 AM–5:00 PM (Europe/Oslo)',
      ],
    ]);
    expect(valueOf('Time zone')).toBe('Europe/Oslo');
  });

  it('that somebody else saved are taken over, where nothing was typed on top of them', async () => {
    const project = await openPage({ hours: SUNDAYS });
    await enter('Welcome message', 'Hello');
    project.change({ hours: { ...SUNDAYS, zone: 'Europe/Oslo' } });
    await press('Save');
    expect(valueOf('Time zone')).toBe('Europe/Oslo');
    expect(valueOf('Welcome message')).toBe('Hello');
  });
});

describe('C6, H3, H4: the table of what customers see', () => {
  it('has a row for each case and marks the present one', async () => {
    await openFields({});
    expect(cells()).toEqual([
      ['At any time', 'We’re online', 'We’re offline (now)'],
      ['Closed for a time', 'Closed, and until when', 'Closed, and until when'],
    ]);
  });

  it('follows what is edited before it is saved', async () => {
    await openFields({ hours: SUNDAYS });
    await waitFor(() =>
      expect(cells()[0]).toEqual(['During business hours', 'We’re online', 'We’re offline (now)']),
    );
    await tick('Hide chat while no one is online');
    expect(cells()[0]).toEqual(['During business hours', 'We’re online', 'No icon (now)']);
    await enter(day('Sunday', 'from'), '11:00');
    expect(cells().map(([, , nobody]) => nobody)).toEqual([
      'No icon',
      'Closed, and until when',
      'No icon (now)',
    ]);
  });

  it('in the customer’s own time says that it depends on them', async () => {
    await openFields({ hours: { ...SUNDAYS, mode: 'customer' } });
    expect(cells().map(([, , nobody]) => nobody)).toEqual([
      'We’re offline (now), for some',
      'Closed, and until when',
      'No icon (now), for some',
    ]);
    expect(section().getByText('Which row counts depends on each customer’s own time.')).toBeTruthy();
  });

  it('is told to screen readers, with the hours above it', async () => {
    await openFields({ hours: SUNDAYS });
    expect(await axeViolations()).toEqual([]);
  });

  it('names the end of a closure that runs', async () => {
    const by = { accountId: 'pia', name: 'Pia', avatarUrl: null };
    const [from, until] = ['2026-11-22T09:00:00.000Z', '2026-11-22T10:30:00.000Z'];
    await openFields({}, [{ closureId: 'c', from, until, message: '', by }]);
    expect(cells()[1]?.[2]).toMatch(/^Closed until 10:30.AM \(now\)$/);
  });

  it('H4: names it as customers read it, with the day', async () => {
    const by = { accountId: 'pia', name: 'Pia', avatarUrl: null };
    const [from, until] = ['2026-11-22T09:00:00.000Z', '2026-11-23T10:30:00.000Z'];
    await openFields({}, [{ closureId: 'c', from, until, message: '', by }]);
    expect(cells()[1]?.[2]).toMatch(/^Closed until tomorrow at 10:30.AM \(now\)$/);
  });
});

describe('H2, H4: what a project decides about its agents’ schedules and closures', () => {
  it('is saved with the other settings', async () => {
    const project = await openPage();
    await tick('Agents come online by themselves');
    await tick('Let agents close the chat for a time');
    await press('Save');
    await settle();
    expect(project.stored.settings).toMatchObject({ rollCall: 'automatic', agentsMayClose: true });
  });
});
