import type { LogRow } from '../../../src/contract/settings';
import type { Team } from '../../../src/contract/team';
import { TeamPage } from '../../../static/team/team-page';
import { fakeResolver, ok, refused, type Answers } from '../fake-resolver';
import { renderPage, settle } from '../render-page';

export const NOW = '2026-11-22T12:00:00.000Z';
export const ANN = { accountId: 'ann', name: 'Ann Agent', avatarUrl: null };
export const BO = { accountId: 'bo', name: 'Bo Becker', avatarUrl: null };

export const aTeam = (overrides: Partial<Team> = {}): Team => ({
  now: NOW,
  project: { id: '10001', key: 'SUP', name: 'Support' },
  chatEnabled: true,
  state: 'online',
  mayPutOffline: true,
  isAgent: false,
  anonymousName: '',
  agents: [
    {
      ...ANN,
      since: '2026-11-22T10:00:00.000Z',
      until: '2026-11-22T14:00:00.000Z',
      why: 'by-hand',
      session: 's1',
    },
  ],
  onlineCount: 1,
  today: {
    from: '2026-11-22T00:00:00.000Z',
    people: [
      {
        ...ANN,
        isOnline: true,
        onlineMs: 7_200_000,
        spans: [{ from: '2026-11-22T10:00:00.000Z', to: NOW }],
      },
      {
        ...BO,
        isOnline: false,
        onlineMs: 1_800_000,
        spans: [{ from: '2026-11-22T08:00:00.000Z', to: '2026-11-22T08:30:00.000Z' }],
      },
    ],
  },
  waiting: { count: 3, isMore: false, longestSince: '2026-11-22T11:48:00.000Z' },
  answered: { n: 7, isMore: false, medianMs: 70_000 },
  ...overrides,
});

export const row = (change: Partial<LogRow> = {}): LogRow => ({
  at: '2026-11-22T10:00:00.000Z',
  event: 'went-online',
  actor: ANN,
  subject: null,
  until: null,
  ...change,
});

const live = ok({ channel: 'c', token: 't', expiresAt: '2026-11-22T13:00:00.000Z' });

export async function openTeam(team: Team | null, answers: Answers = {}) {
  const resolver = fakeResolver({
    getTeam: team ? [ok(team)] : [refused('unavailable')],
    getLiveToken: [live],
    getProjectLog: [ok({ rows: [row()], cursor: null })],
    ...answers,
  });
  renderPage(<TeamPage projectId="10001" viewerId="pia" />);
  await settle();
  await settle();
  return resolver;
}
