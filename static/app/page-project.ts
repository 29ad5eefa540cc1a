import type { Payload } from '../../src/contract/functions';

/**
 * Which project a Jira page is about. Jira names it to background scripts on issue views only; everywhere else the
 * page's address tells.
 */
export function pageProject(extension: Record<string, unknown>): Payload<'getPanel'> {
  const { project, location } = extension;
  const id = typeof project === 'object' && project !== null && 'id' in project ? project.id : undefined;
  if (typeof id === 'string' || typeof id === 'number') return { projectId: String(id) };
  const projectKey = typeof location === 'string' ? keyInAddress(location) : null;
  return projectKey === null ? {} : { projectKey };
}

const KEY = '[A-Z][A-Z0-9_]{0,254}';
const IN_PATH = new RegExp(`/(?:projects/(${KEY})|browse/(${KEY})-\\d+)(?:/|$)`);
const IN_QUERY = new RegExp(`^(${KEY})-\\d+$`);

/** ".../projects/SUP/...", ".../browse/SUP-7", "...?selectedIssue=SUP-7" */
export function keyInAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname, searchParams } = new URL(address);
  const inPath = IN_PATH.exec(pathname);
  const inQuery = IN_QUERY.exec(searchParams.get('selectedIssue') ?? '');
  return inPath?.[1] ?? inPath?.[2] ?? inQuery?.[1] ?? null;
}
