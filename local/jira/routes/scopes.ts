/** The classic OAuth scopes of the routes that the local Jira has, as Atlassian documents them. */
const READ = 'read:jira-work';
const WRITE = 'write:jira-work';
const READ_USERS = 'read:jira-user';
const READ_REQUESTS = 'read:servicedesk-request';
const WRITE_REQUESTS = 'write:servicedesk-request';
const MANAGE_CUSTOMERS = 'manage:servicedesk-customer';

const ISSUE = String.raw`/rest/api/3/issue/[^/]+`;
const DESK = '/rest/servicedeskapi';

const SCOPES = [
  ['POST', '/rest/api/3/permissions/check', READ],
  ['GET', '/rest/api/3/project/[^/]+', READ],
  ['GET', '/rest/api/3/user(/bulk|/search|/assignable/search)?', READ_USERS],
  ['GET', '/rest/api/3/myself', READ_USERS],
  ['GET', `${ISSUE}(/comment(/[^/]+)?|/transitions|/properties(/[^/]+)?)?`, READ],
  ['POST', `${ISSUE}/(comment|transitions|notify)`, WRITE],
  ['PUT', `${ISSUE}/(comment/[^/]+|assignee|properties/[^/]+)`, WRITE],
  ['DELETE', `${ISSUE}(/(comment|properties)/[^/]+)?`, WRITE],
  ['POST', '/rest/api/3/comment/list', READ],
  ['GET', '/rest/api/3/search/jql', READ],
  ['POST', '/rest/api/3/search/jql', READ],
  ['GET', `${DESK}/servicedesk(/[^/]+)?`, READ_REQUESTS],
  ['GET', `${DESK}/servicedesk/[^/]+/requesttype(/[^/]+(/field)?)?`, READ_REQUESTS],
  ['GET', `${DESK}/servicedesk/[^/]+/customer`, MANAGE_CUSTOMERS],
  ['POST', `${DESK}/servicedesk/[^/]+/customer`, MANAGE_CUSTOMERS],
  ['POST', `${DESK}/customer`, MANAGE_CUSTOMERS],
  ['GET', `${DESK}/request(/[^/]+(/comment(/[^/]+)?|/status|/transition|/participant)?)?`, READ_REQUESTS],
  ['POST', `${DESK}/request(/[^/]+/(comment|transition|participant))?`, WRITE_REQUESTS],
] as const;

const ROUTES = SCOPES.map(([method, path, scope]) => ({ method, pattern: new RegExp(`^${path}$`), scope }));

/** The classic scope that a route needs; null where the local Jira has no such route. */
export function scopeOf(method: string, path: string): string | null {
  const pathname = path.split('?', 1)[0] ?? '';
  const found = ROUTES.find((route) => route.method === method.toUpperCase() && route.pattern.test(pathname));
  return found?.scope ?? null;
}
