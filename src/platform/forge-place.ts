import type { RequestPlace } from '../ports';
import type { ForgeContext } from './forge-actor';

/** Where the frame is that asks, as the platform says. */
export interface ForgePlace {
  /** Forge's id of the portal, which is that of its service desk; null: it is in none. */
  portal: string | null;
  /** The work item in Jira that it stands beside; null: it stands beside none. */
  request: RequestPlace | null;
}

export function forgePlace({ extension = {} }: ForgeContext): ForgePlace {
  const issueId = idIn(extension.issue);
  const projectId = idIn(extension.project);
  const request = isJiraId(issueId) && isJiraId(projectId) ? { issueId, projectId } : null;
  return { portal: idIn(extension.portal), request };
}

/** A browser hands it on: it is no more than a number. */
const isJiraId = (id: string | null): id is string => id !== null && /^[1-9]\d{0,18}$/.test(id);

function idIn(member: unknown): string | null {
  const { id } = Object(member ?? {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
