import { WALL_SPACES } from '../../../src/domain/team-limits';

/** What a gadget was set up to show: kept by Jira, and seen by everybody who sees the dashboard, so that it holds ids alone. */
export interface WallConfig {
  projectIds: string[];
  showNames: boolean;
}

const PROJECT_ID = /^[1-9]\d{0,18}$/;

/** Null: it was not set up yet. Whatever is no choice of spaces is left out. */
export function readConfig(stored: unknown): WallConfig | null {
  if (typeof stored !== 'object' || stored === null || !('projectIds' in stored)) return null;
  const { projectIds } = stored;
  if (!Array.isArray(projectIds)) return null;
  const ids = projectIds.filter((id): id is string => typeof id === 'string' && PROJECT_ID.test(id));
  if (ids.length === 0) return null;
  return {
    projectIds: [...new Set(ids)].slice(0, WALL_SPACES),
    showNames: !('showNames' in stored && stored.showNames === false),
  };
}
