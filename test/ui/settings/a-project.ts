import { fakeJira } from './fake-jira';
import type { Coverage } from '../../../src/contract/clock';
import type { Protection } from '../../../src/contract/protection';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { refuse, type ErrorCode } from '../../../src/domain/errors';
import type { ProjectSettings } from '../../../src/domain/settings';
import { pageWith } from '../../static/settings/settings-page-builder';

const TYPES = [
  { id: '7', name: 'Ask a question', usable: true, missing: [] },
  { id: '8', name: 'Report a fault', usable: false, missing: ['Serial number'] },
];

/** Eight chats, none held back. */
export const aQuietDay = (overrides: Partial<Protection> = {}): Protection => ({
  now: '2026-11-22T12:00:00.000Z',
  hours: Array.from({ length: 24 }, (_, index) => ({
    at: new Date(Date.parse('2026-11-21T13:00:00.000Z') + index * 3_600_000).toISOString(),
    started: index % 3 === 0 ? 1 : 0,
    checked: 0,
    held: 0,
    refused: 0,
  })),
  held: null,
  mayDecide: true,
  customersAdded: 0,
  blocked: [],
  ...overrides,
});

/** Two weeks in which customers see the chat, and nobody has a schedule. */
const NO_ONE_WORKS: Coverage = {
  from: '2026-11-22T10:00:00.000Z',
  to: '2026-12-06T10:00:00.000Z',
  spans: [
    {
      from: '2026-11-22T10:00:00.000Z',
      to: '2026-12-06T10:00:00.000Z',
      shown: 'offline',
      agents: [],
      count: 0,
      toConfirm: [],
      toConfirmCount: 0,
    },
  ],
  gaps: [{ from: '2026-11-22T10:00:00.000Z', to: '2026-12-06T10:00:00.000Z' }],
  singles: [],
  people: [],
  zone: null,
};

/** A project whose settings are stored, and that says no where it is told to. */
export function aProject(first: Partial<ProjectSettings> = {}) {
  const site = {
    stored: pageWith(first),
    refusal: null as ErrorCode | null,
    /** What somebody else saves. */
    change: (change: Partial<ProjectSettings>, overrides: Partial<ProjectSettingsPage> = {}) => {
      const { settings, rev, now } = site.stored;
      const seconds = new Date(Date.parse(now) + 1_000).toISOString();
      site.stored = pageWith({ ...settings, ...change }, { ...overrides, rev: rev + 1, now: seconds });
    },
  };
  const answer = () =>
    site.refusal === null ? ({ ok: true, value: site.stored } as const) : refuse(site.refusal, '');
  const jira = fakeJira({
    getProjectSettings: answer,
    saveProjectSettings: ({ settings, rev }) => {
      if (site.refusal === null && rev !== site.stored.rev) return refuse('conflict', '');
      if (site.refusal === null) site.change(settings);
      return answer();
    },
    renewWidgetId: () => {
      if (site.refusal === null) site.change({}, { widgetId: 'w2', snippet: '<script id="w2"></script>' });
      return answer();
    },
    getRequestTypes: () => ({ ok: true, value: { requestTypes: TYPES } }),
    getSavedReplies: () => ({ ok: true, value: { rev: 0, replies: [], canEdit: true, agentName: 'Pia' } }),
    getCoverage: () => ({ ok: true, value: NO_ONE_WORKS }),
    getProtection: () => ({ ok: true, value: aQuietDay() }),
    getLiveToken: () => ({
      ok: true,
      value: { channel: 'c', token: 't', expiresAt: '2026-11-22T11:00:00.000Z' },
    }),
  });
  const saves = () => jira.asked.filter((key) => key === 'saveProjectSettings').length;
  return Object.assign(site, { jira, saves });
}
