import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Coverage } from '../../../src/contract/clock';
import type { Payload } from '../../../src/contract/functions';
import type { Hours } from '../../../src/domain/clock/schedule';
import { SettingsPage } from '../../../static/settings/project/settings-page';
// Loaded when it is looked at: here beforehand, so that no test waits for it.
import '../../../static/coverage/coverage';
import { ok } from '../fake-resolver';
import { button, press, settle } from '../render-page';
import { closure, iso, local } from './a-closures-card';
import { aProject } from './a-project';
import { enter, open, valueOf } from './on-screen';

const HOURS: Hours = {
  mode: 'project',
  zone: 'UTC',
  slots: [{ day: 7, from: '08:00', to: '18:00' }],
  holidays: [],
};

const span = (from: number, to: number, shown: Coverage['spans'][number]['shown']) => {
  const agents = shown === 'offline' ? [] : ['ann'];
  return {
    from: iso(from),
    to: iso(to),
    shown,
    agents,
    count: agents.length,
    toConfirm: [],
    toConfirmCount: 0,
  };
};

/** Sunday from ten; nobody from twelve to one, unless the draft says otherwise. */
function coverageOf({ draft }: Payload<'getCoverage'>): Coverage {
  const isRepaired = draft?.closure !== undefined || draft?.hours !== undefined;
  return {
    from: iso(0),
    to: iso(8),
    spans: [span(0, 2, 'online'), span(2, 3, isRepaired ? 'closed' : 'offline'), span(3, 8, 'online')],
    gaps: isRepaired ? [] : [{ from: iso(2), to: iso(3) }],
    singles: [],
    people: [{ accountId: 'ann', name: 'Ann', avatarUrl: null }],
    zone: 'UTC',
  };
}

async function openSettings() {
  const asked: Payload<'getCoverage'>['draft'][] = [];
  const project = aProject({ hours: HOURS });
  project.jira.answers.getCoverage = (payload) => {
    asked.push(payload.draft);
    return ok(coverageOf(payload));
  };
  project.jira.answers.saveClosure = ({ from = iso(0), until, message = '' }) => {
    project.change({}, { closures: [{ ...closure('a', 0, 0, message), from, until }] });
    return ok({ now: project.stored.now, closures: project.stored.closures });
  };
  await open(<SettingsPage projectId="10001" viewerId="pia" />);
  await pause();
  return { project, asked };
}

/** That in which somebody goes on typing. */
async function pause(): Promise<void> {
  await settle();
  await act(() => vi.advanceTimersByTimeAsync(400));
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
});
afterEach(cleanup);

const coverage = () => within(screen.getByRole('region', { name: 'Coverage' }));

describe('a gap on the settings page', () => {
  it('fills the closure’s form with its times, and is gone in the picture before it is saved (H6)', async () => {
    const { asked } = await openSettings();
    expect(coverage().getByText('1 gap')).toBeTruthy();
    await press(/^Plan closure: /);
    expect([valueOf('From'), valueOf('Until')]).toEqual([local(2), local(3)]);
    expect(document.activeElement).toBe(screen.getByLabelText('Until'));
    await pause();
    expect(asked.at(-1)).toEqual({ closure: { from: iso(2), until: iso(3) } });
    expect(coverage().getByText('No gaps')).toBeTruthy();
    expect(coverage().getByText(/with your unsaved changes/)).toBeTruthy();
    await press('Plan closure');
    await pause();
    expect(asked.at(-1)).toBeUndefined();
  });

  it('is taken out of the hours that are being edited, where the focus goes (H6)', async () => {
    const { asked } = await openSettings();
    await press(/^Narrow hours: /);
    expect(document.activeElement?.id).toBe('hours');
    await pause();
    expect(asked.at(-1)?.hours?.slots).toEqual([
      { day: 7, from: '08:00', to: '12:00' },
      { day: 7, from: '13:00', to: '18:00' },
    ]);
    expect(coverage().getByText('No gaps')).toBeTruthy();
  });

  it('is not asked about while hours are wrong (H6)', async () => {
    const { asked } = await openSettings();
    const before = asked.length;
    await enter('Sunday, slot 1, from', '25');
    fireEvent.blur(screen.getByLabelText('Sunday, slot 1, from'));
    await pause();
    expect(asked).toHaveLength(before);
    expect(coverage().getByText('The picture follows when the changes are complete.')).toBeTruthy();
  });

  it('offers no closure while chat is off (H4)', async () => {
    const project = aProject({ hours: HOURS, chatEnabled: false });
    project.jira.answers.getCoverage = (payload) => ok(coverageOf(payload));
    await open(<SettingsPage projectId="10001" viewerId="pia" />);
    await pause();
    expect(button(/^Copy question/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Plan closure/ })).toBeNull();
  });
});
