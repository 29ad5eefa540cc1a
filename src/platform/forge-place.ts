import type { IssuePlace } from '../ports';
import type { ForgeContext } from './forge-actor';

/** Where the frame is that asks, as the platform says. */
export interface ForgePlace {
  /** Forge's id of the portal, which is that of its service desk; null: it is in none. */
  portal: string | null;
  /** Key of the request that the portal's page shows; null: it shows none. */
  request: string | null;
  /** The work item in Jira that it stands beside; null: it stands beside none. */
  issue: IssuePlace | null;
}

export function forgePlace({ extension = {} }: ForgeContext): ForgePlace {
  const issueId = idIn(extension.issue);
  const projectId = idIn(extension.project);
  const issue = isJiraId(issueId) && isJiraId(projectId) ? { issueId, projectId } : null;
  return { portal: idIn(extension.portal), request: keyIn(extension.request), issue };
}

/** A browser hands it on: it is no more than a number. */
const isJiraId = (id: string | null): id is string => id !== null && /^[1-9]\d{0,18}$/.test(id);

function idIn(member: unknown): string | null {
  const { id } = Object(member ?? {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

const ISSUE_KEY = /^[A-Z][A-Z0-9_]{0,254}-[1-9]\d{0,17}$/;

function keyIn(member: unknown): string | null {
  const { key } = Object(member ?? {}) as { key?: unknown };
  return typeof key === 'string' && ISSUE_KEY.test(key) ? key : null;
}
