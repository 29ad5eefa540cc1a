import { SUP, type Place, type SiteDriver } from './a-site';

/** The section beside a work item in Jira, as the platform tells where it stands; `key`: default the request raised last. */
export function besideRequest({ site }: Pick<SiteDriver, 'site'>, key?: string): Place {
  const { issues } = site.jira.desk;
  const issue = key === undefined ? issues.all().at(-1) : issues.find(key);
  if (!issue) throw new Error(`Jira has no work item ${key ?? ''}`);
  return besideIssue(issue.id, issue.projectId);
}

/** The same for ids that need not be of anything. */
export const besideIssue = (id: unknown, projectId: string = SUP): Place => ({
  moduleKey: 'beside-request',
  projectId,
  extension: { issue: { id, key: 'SUP-1', type: 'Service request', typeId: '10001' } },
});
