import { describe, expect, it } from 'vitest';
import type { AgentRow } from '../../../../src/contract/panel';
import type { ProjectSettingsPage } from '../../../../src/contract/settings';
import { DEFAULT_PROJECT_SETTINGS } from '../../../../src/domain/settings';
import { nextEndOf, pageAt, withRoster } from '../../../../static/settings/project/page-at';
import { projectIdOf } from '../../../../static/settings/project/project-id-of';
import { panel } from '../../availability/panel-builder';

const TEN = Date.parse('2026-11-22T10:00:00Z');

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
    expect(nextEndOf(both, TEN - 1)).toBe(TEN);
    expect(nextEndOf(page([agent('bo', null)]), TEN)).toBeNull();
  });
});

describe('the settings page after somebody was put offline', () => {
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
