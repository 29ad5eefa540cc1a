import type { AgentRow, MyProject, Panel } from '../../../src/contract/panel';

export const NOW = Date.parse('2026-11-23T13:00:00Z');

export const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

export const agentRow = (accountId: string, until: string | null = null): AgentRow => ({
  accountId,
  name: accountId,
  avatarUrl: null,
  since: at(-60),
  until,
  why: 'by-hand',
  session: `session of ${accountId}`,
});

export const myProject = (overrides: Partial<MyProject> = {}): MyProject => ({
  id: '1',
  key: 'SUP',
  name: 'Support',
  isAgent: true,
  mayPutOffline: false,
  online: false,
  until: null,
  onlineCount: 0,
  ...overrides,
});

/** Ann in Support, offline, alone. */
export function panel({
  me,
  ...overrides
}: Partial<Omit<Panel, 'me'>> & { me?: Partial<Panel['me']> } = {}): Panel {
  return {
    now: at(0),
    me: {
      accountId: 'ann',
      name: 'ann',
      avatarUrl: null,
      isAgent: true,
      mayPutOffline: false,
      online: false,
      reason: 'none',
      until: null,
      notices: [],
      ...me,
    },
    project: { id: '1', key: 'SUP', name: 'Support', chatEnabled: true, state: 'offline' },
    onlineCount: 0,
    agents: [],
    projects: [myProject()],
    showIndicator: true,
    preferences: { minutes: null, scope: 'project' },
    longestMinutes: null,
    ...overrides,
  };
}

/** Ann online in Support. */
export const onlinePanel = (until: string | null = null): Panel =>
  panel({
    me: { online: true, reason: 'by-hand', until },
    project: { id: '1', key: 'SUP', name: 'Support', chatEnabled: true, state: 'online' },
    onlineCount: 1,
    agents: [agentRow('ann', until)],
    projects: [myProject({ online: true, until, onlineCount: 1 })],
  });
