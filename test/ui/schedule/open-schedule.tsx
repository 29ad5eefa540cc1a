import { fireEvent, screen } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { Coverage, MySchedule } from '../../../src/contract/clock';
import type { Schedule, Weekday } from '../../../src/domain/clock/schedule';
import { callResolver } from '../../../static/app/call-resolver';
import { createServerClock } from '../../../static/app/server-clock';
import { createPanelStore } from '../../../static/availability/panel-store';
// Loaded when it is opened: here beforehand, so that no test waits for it.
import '../../../static/schedule/schedule-page';
import { AgentPage } from '../../../static/pages/agent/agent-page';
import { at, panel } from '../../static/availability/panel-builder';
import { fakeResolver, ok, refused, type Answers, type FakeResolver } from '../fake-resolver';
import { button, press, renderPage, settle } from '../render-page';

export const week = (from: string, to: string): Schedule['slots'] =>
  ([1, 2, 3, 4, 5] as Weekday[]).map((day) => ({ day, from, to }));

export const schedule = (differs: Partial<Schedule> = {}): Schedule => ({
  zone: 'Europe/London',
  slots: week('09:00', '17:00'),
  daysOff: [],
  rollCall: 'confirm',
  leftOut: [],
  ...differs,
});

/** A week of somebody who is always there. */
export const covered = (differs: Partial<Coverage> = {}): Coverage => ({
  from: at(0),
  to: at(7 * 24 * 60),
  spans: [
    {
      from: at(0),
      to: at(7 * 24 * 60),
      shown: 'online',
      agents: ['ann'],
      count: 1,
      toConfirm: [],
      toConfirmCount: 0,
    },
  ],
  gaps: [],
  singles: [],
  people: [{ accountId: 'ann', name: 'Ann Agent', avatarUrl: null }],
  zone: null,
  ...differs,
});

/** Monday 23 November 2026, 13:00 in London. */
export const mine = (differs: Partial<MySchedule> = {}): MySchedule => ({
  now: at(0),
  schedule: schedule(),
  rev: 3,
  transitions: [
    { at: '2026-11-24T09:00:00.000Z', to: 'expected' },
    { at: '2026-11-24T09:10:00.000Z', to: 'offline' },
  ],
  projects: [{ id: '1', key: 'SUP', name: 'Support', rollCall: 'confirm' }],
  ...differs,
});

export async function openSchedule(answers: Answers): Promise<FakeResolver> {
  const resolver = fakeResolver({
    getPanel: [ok(panel())],
    getLiveToken: [refused('unavailable')],
    getCoverage: [ok(covered())],
    ...answers,
  });
  const clock = createServerClock(() => 0);
  const memory = { read: () => null, write: () => undefined };
  const store = createPanelStore({ call: callResolver, clock, place: { projectId: '1' }, memory });
  void store.refresh();
  renderPage(
    <AgentPage
      {...{ store, clock, viewerId: 'ann' }}
      isDialog
      conversation={undefined}
      zone="Europe/London"
    />,
  );
  await settle();
  button(/my schedule/).focus();
  await press(/my schedule/);
  await vi.waitFor(async () => {
    await settle();
    expect(
      screen.queryByLabelText('Time zone') ?? screen.queryByRole('alert') ?? screen.queryByText(/for agents/),
    ).not.toBeNull();
  });
  return resolver;
}

export function type(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
  fireEvent.blur(screen.getByLabelText(label));
}
