import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { JiraCore } from '../actions/jira-core';
import { errorJson, page, userJson } from '../json/json-shapes';
import { APP_ACCOUNT, type Account } from '../records/people';
import type { JiraState } from '../state/jira-state';
import type { JiraEnv } from './jira-env';
import { bounds } from './paging';

/** Bounds from Jira's REST API documentation. */
const USERS_PER_PAGE = { usual: 10, most: 200 };
const USERS_FOUND = { usual: 50, most: 1_000 };

/** People in the platform API. */
export function createUserRoutes({ directory, access, siteUrl }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  const forColleagues: MiddlewareHandler<JiraEnv> = async (c, next) => {
    const account = access.account(c.env.actor);
    if (!account) return unauthorized(c);
    // Customers are Jira users without access to Jira itself.
    if (account.kind === 'customer')
      return c.json(errorJson(['You do not have permission to browse users.']), 403);
    return next();
  };

  routes.get('/rest/api/3/user/bulk', forColleagues, (c) => {
    const accountIds = c.req.queries('accountId');
    if (!accountIds) return c.json(errorJson(["The query parameter 'accountId' must be provided."]), 400);
    const found = [...new Set(accountIds)].flatMap((id) => byAccountId(directory, id) ?? []);
    return c.json(
      page(new URL(c.req.url), found, bounds(c, USERS_PER_PAGE), (item) => userJson(item, siteUrl)),
    );
  });

  // Display names are found by how their words begin, addresses only whole, and those that are not shown, too.
  routes.get('/rest/api/3/user/search', (c) => {
    const account = access.account(c.env.actor);
    const query = c.req.query('query')?.toLowerCase();
    if (!query) return c.json(errorJson(["The query parameter 'query' must be provided."]), 400);
    // Who may not browse users is not refused, and finds none.
    const mayBrowse = account !== undefined && account.kind !== 'customer';
    const found = directory
      .people()
      .filter(({ active }) => active && mayBrowse)
      .filter(
        ({ name, email }) => email.toLowerCase() === query || ` ${name}`.toLowerCase().includes(` ${query}`),
      );
    const { startAt, maxResults } = bounds(c, USERS_FOUND);
    return c.json(found.slice(startAt, startAt + maxResults).map((person) => userJson(person, siteUrl)));
  });

  // Jira takes so many people from those whom it finds, and only then looks who of them can be assigned.
  routes.get('/rest/api/3/user/assignable/search', (c) => {
    const account = access.asker(c.env.actor);
    const { issueKey, issueId, project: projectIdOrKey, query, accountId } = c.req.query();
    const issueIdOrKey = issueKey ?? issueId;
    if (issueIdOrKey === undefined && projectIdOrKey === undefined)
      return c.json(errorJson(['One of issueKey, issueId or project must be provided.']), 400);
    if ((query === undefined) === (accountId === undefined))
      return c.json(errorJson(['Either query or accountId must be provided, and not both.']), 400);
    const project =
      issueIdOrKey === undefined
        ? directory.project(projectIdOrKey ?? '')
        : access.issue(c.env.actor, issueIdOrKey).project;
    if (!project) return c.json(errorJson(['No project could be found with that id or key.']), 404);
    const { startAt, maxResults } = bounds(c, USERS_FOUND);
    const wanted = ` ${query?.toLowerCase() ?? ''}`;
    const looked = directory
      .people()
      .filter(({ active, kind }) => active && kind === 'licensed' && account.kind !== 'customer')
      .filter((person) =>
        accountId === undefined
          ? ` ${person.name}`.toLowerCase().includes(wanted) || person.email.toLowerCase() === wanted.trim()
          : person.accountId === accountId,
      )
      .slice(startAt, Math.min(startAt + maxResults, USERS_FOUND.most));
    const assignees = new Set(access.assignees(project).map((person) => person.accountId));
    return c.json(
      looked.filter((person) => assignees.has(person.accountId)).map((person) => userJson(person, siteUrl)),
    );
  });

  routes.get('/rest/api/3/user', forColleagues, (c) => {
    const accountId = c.req.query('accountId');
    if (!accountId) return c.json(errorJson(["The query parameter 'accountId' must be provided."]), 400);
    const person = byAccountId(directory, accountId);
    if (!person)
      return c.json(
        errorJson(['Specified user does not exist or you do not have required permissions']),
        404,
      );
    return c.json(userJson(person, siteUrl));
  });

  routes.get('/rest/api/3/myself', (c) => {
    const account = access.account(c.env.actor);
    return account && account.kind !== 'app' ? c.json(userJson(account, siteUrl)) : unauthorized(c);
  });

  return routes;
}

function unauthorized(c: Context<JiraEnv>) {
  return c.json(errorJson(['Client must be authenticated to access this resource.']), 401);
}

function byAccountId(state: JiraState, accountId: string): Account | undefined {
  if (accountId === APP_ACCOUNT.accountId) return APP_ACCOUNT;
  const person = state.person(accountId);
  return person?.accountId === accountId ? person : undefined;
}
