import { describe, expect, it } from 'vitest';
import type { AgentRow } from '../../../../src/contract/panel';
import type { ProjectSettingsPage } from '../../../../src/contract/settings';
import { DEFAULT_PROJECT_SETTINGS } from '../../../../src/domain/settings';
import {
  isOverdue,
  nextChangeOf,
  pageAt,
  withClosures,
  withRoster,
} from '../../../../static/settings/project/page-at';
import { projectIdOf } from '../../../../static/settings/project/project-id-of';
import { panel } from '../../availability/panel-builder';

const TEN = Date.parse('2026-11-22T10:00:00Z');

const person = { accountId: 'pia', name: 'Pia', avatarUrl: null };

const agent = (accountId: string, until: string | null): AgentRow => ({
  accountId,
  name: accountId,
  avatarUrl: null,
  since: '2026-11-22T08:00:00Z',
  until,
  why: 'by-hand',
  session: accountId,
});

const page = (agents: AgentRow[], hideWhenOffline = false): ProjectSettingsPage => ({
  now: '2026-11-22T09:00:00Z',
  project: { id: '10001', key: 'SUP', name: 'Support' },
  settings: { ...DEFAULT_PROJECT_SETTINGS, chatEnabled: true, hideWhenOffline },
  rev: 1,
  widgetId: 'w',
  snippet: 's',
  webTriggerUrl: 'u',
  state: 'online',
  onlineCount: agents.length,
  agents,
  closures: [],
});

describe('the settings page between two answers of the server', () => {
  it('shows an agent as gone at the very millisecond at which their time ends', () => {
    const both = page([agent('ann', '2026-11-22T10:00:00Z'), agent('bo', null)]);
    expect(pageAt(both, TEN - 1)).toMatchObject({ onlineCount: 2, state: 'online' });
    expect(pageAt(both, TEN)).toMatchObject({
      onlineCount: 1,
      state: 'online',
      agents: [{ accountId: 'bo' }],
    });
  });

  it.each([
    [false, 'offline'],
    [true, 'hidden'],
  ])('says what customers see when the last one is gone (hidden while offline: %s)', (hide, state) => {
    const last = page([agent('ann', '2026-11-22T10:00:00Z')], hide);
    expect(pageAt(last, TEN)).toMatchObject({ onlineCount: 0, state });
  });

  it('knows when the next time ends', () => {
    const both = page([agent('ann', '2026-11-22T11:00:00Z'), agent('bo', '2026-11-22T10:00:00Z')]);
    expect(nextChangeOf(both, TEN - 1)).toBe(TEN);
    expect(nextChangeOf(page([agent('bo', null)]), TEN)).toBeNull();
  });
});

describe('H4, H5: what changes by itself on the settings page', () => {
  const at = (time: string): string => `2026-11-22T${time}:00Z`;
  const closure = { closureId: 'c', from: at('10:00'), until: at('11:00'), message: '', by: person };
  const ann = agent('ann', at('10:00'));

  it('is looked for at the first edge of a closure, of the state and of what the server knows', () => {
    const none = { ...page([]), closures: [closure] };
    expect(nextChangeOf(none, TEN - 1)).toBe(TEN);
    expect(nextChangeOf(none, TEN)).toBe(Date.parse(at('11:00')));
    expect(nextChangeOf({ ...page([]), changesAt: at('09:30') }, 0)).toBe(Date.parse(at('09:30')));
    const told = { until: at('09:45'), nextOnlineAt: null };
    expect(nextChangeOf({ ...page([]), told }, 0)).toBe(Date.parse(at('09:45')));
  });

  it('is asked for again once it has come', () => {
    expect(isOverdue({ ...page([]), changesAt: at('10:00') }, TEN - 1)).toBe(false);
    expect(isOverdue({ ...page([]), changesAt: at('10:00') }, TEN)).toBe(true);
    expect(isOverdue(page([]), TEN)).toBe(false);
  });

  it('is that a closure goes when it is over', () => {
    const closed = { ...page([]), closures: [closure] };
    expect(pageAt(closed, Date.parse(at('11:00')) - 1).closures).toHaveLength(1);
    expect(pageAt(closed, Date.parse(at('11:00'))).closures).toEqual([]);
  });

  it('is not the end of a time by hand where a schedule goes on: the server says until when', () => {
    const told = { until: at('12:00'), nextOnlineAt: null };
    expect(pageAt({ ...page([ann]), told }, TEN)).toMatchObject({ state: 'online', onlineCount: 0 });
  });

  it('leaves nothing of what customers were told once that is over', () => {
    const told = { until: at('10:00'), nextOnlineAt: null };
    const over = pageAt({ ...page([ann]), told }, TEN);
    expect(over).toMatchObject({ state: 'offline' });
    expect(over).not.toHaveProperty('told');
  });

  it('is replaced by the answer to a closure that was planned', () => {
    const answer = { now: at('09:10'), closures: [closure] };
    expect(withClosures(page([ann]), answer)).toEqual({ ...page([ann]), ...answer });
  });
});

describe('the settings page after somebody was put offline', () => {
  it('leaves out who is only expected', () => {
    const expected: AgentRow = { ...agent('bo', null), why: 'expected' };
    const answer = { ...panel(), agents: [agent('ann', null), expected], onlineCount: 1 };
    expect(withRoster(page([]), answer).agents.map(({ accountId }) => accountId)).toEqual(['ann']);
  });

  it('shows who is online as the answer says, and leaves the settings alone', () => {
    const before = page([agent('ann', null)]);
    const answer = panel();
    expect(withRoster(before, answer)).toEqual({
      ...before,
      now: answer.now,
      agents: [],
      closures: [],
      onlineCount: 0,
      state: 'offline',
    });
    const { project: _, ...elsewhere } = answer;
    expect(withRoster(before, elsewhere).state).toBe('online');
  });
});

describe('the project of the page', () => {
  it.each([
    [{ project: { id: '10001', key: 'SUP' } }, '10001'],
    [{ project: { id: 10001 } }, '10001'],
    [{ project: null }, undefined],
    [{}, undefined],
  ])('is read from %j', (extension, expected) => {
    expect(projectIdOf(extension)).toBe(expected);
  });
});
