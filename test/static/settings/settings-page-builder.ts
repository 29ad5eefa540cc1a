import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { DEFAULT_PROJECT_SETTINGS, type ProjectSettings } from '../../../src/domain/settings';

/** The settings page of a project in which chat is enabled and nobody is online. */
export function pageWith(
  change: Partial<ProjectSettings> = {},
  overrides: Partial<ProjectSettingsPage> = {},
): ProjectSettingsPage {
  return {
    now: '2026-11-22T10:00:00.000Z',
    project: { id: '10001', key: 'SUP', name: 'Support' },
    settings: { ...DEFAULT_PROJECT_SETTINGS, chatEnabled: true, ...change },
    rev: 1,
    widgetId: 'w1',
    snippet: '<script></script>',
    webTriggerUrl: 'http://localhost/public/1',
    state: 'offline',
    onlineCount: 0,
    agents: [],
    closures: [],
    ...overrides,
  };
}

/** Of a version that was saved after that. */
export const later = { now: '2026-11-22T10:00:01.000Z', rev: 2 };
