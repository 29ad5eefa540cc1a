import { newDesk, type Desk, type RosterEntry, type Status } from '../../src/domain/desk';
import { DEFAULT_PROJECT_SETTINGS, type ProjectSettings } from '../../src/domain/settings';

/** A quiet Sunday, one hour before a year's least interesting minute. */
export const NOON = Date.parse('2026-11-22T12:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const online = (overrides: Partial<Extract<Status, { kind: 'online' }>> = {}): RosterEntry => ({
  status: { kind: 'online', session: 'session-1', since: NOON - HOUR, until: null, ...overrides },
  operations: [],
});

export const offline = (since = NOON - HOUR): RosterEntry => ({
  status: { kind: 'offline', since },
  operations: [],
});

export const putOut = (overrides: Partial<Extract<Status, { kind: 'put-offline' }>> = {}): RosterEntry => ({
  status: {
    kind: 'put-offline',
    since: NOON,
    by: 'pia',
    reason: null,
    interrupted: { session: 'session-1', since: NOON - HOUR, until: null },
    ...overrides,
  },
  operations: [],
});

/** A desk with chat enabled. */
export function aDesk({
  settings,
  ...overrides
}: Partial<Omit<Desk, 'settings'>> & { settings?: Partial<ProjectSettings> } = {}): Desk {
  return {
    ...newDesk('10001'),
    rev: 1,
    widgetId: 'W'.repeat(22),
    portal: { serviceDeskId: '1', siteUrl: 'http://localhost:4100' },
    horizon: NOON + 14 * 24 * HOUR,
    ...overrides,
    settings: { ...DEFAULT_PROJECT_SETTINGS, chatEnabled: true, ...settings },
  };
}
