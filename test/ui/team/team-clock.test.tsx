import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Why } from '../../../src/contract/clock';
import { ok } from '../fake-resolver';
import { expectNoWords, expectWords, press, settle } from '../render-page';
import { aTeam, NOW, openTeam } from './open-team';

beforeEach(async () => {
  // The log comes when it is wanted: here it is there from the start.
  await import('../../../static/team/team-log');
});

afterEach(() => vi.restoreAllMocks());

describe('the clock on the team page', () => {
  const OFF: Why = {
    at: NOW,
    state: 'offline',
    expected: false,
    nextExpected: false,
    until: null,
    nextOnlineAt: null,
    rules: [{ id: 'S2', kind: 'nobody', facts: {}, text: '', decides: true }],
    agents: [],
  };

  it('tells who leads the team why, with the way to the settings, and coverage without repairs there (H6, H7)', async () => {
    const { payloads } = await openTeam(aTeam(), {
      getWhy: [ok(OFF)],
      getCoverage: [
        ok({
          from: NOW,
          to: '2026-11-23T12:00:00.000Z',
          spans: [],
          gaps: [],
          singles: [],
          people: [],
          zone: null,
        }),
      ],
    });
    expect(payloads('getWhy')).toEqual([]);
    await press('Why?');
    await vi.waitFor(() => expectWords('No agent is online or expected.'));
    await settle();
    expect(screen.getByRole('link', { name: 'Chat setting' }).getAttribute('href')).toBe(
      'https://example.atlassian.net/SUP/project-settings',
    );
    await press('Show coverage');
    await vi.waitFor(() => expectWords('No gaps'));
    expectNoWords('No agent is online or expected.');
  });

  it('leads a lead who is an agent, too, to their own schedule, and to nobody else’s (H7)', async () => {
    const rules = [{ id: 'H7', kind: 'no-slot', facts: {}, text: '', decides: true }];
    const agents = ['pia', 'ann'].map((accountId) => ({
      accountId,
      name: accountId,
      avatarUrl: null,
      state: 'offline' as const,
      rules,
    }));
    const { bridge } = await openTeam(aTeam(), { getWhy: [ok({ ...OFF, agents })] });
    await press('Why?');
    await vi.waitFor(() => expectWords('No agent is online or expected.'));
    await settle();
    await press('My schedule');
    expect(bridge.dialogs.map(({ context }) => context)).toEqual([{ projectId: '10001', schedule: true }]);
  });

  it('isn’t there for agents, who have it in the dialog (H7)', async () => {
    await openTeam(aTeam({ mayPutOffline: false, isAgent: true }));
    expect(screen.queryByRole('button', { name: 'Why?' })).toBeNull();
  });
});
