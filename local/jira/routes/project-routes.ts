import { Hono } from 'hono';
import type { JiraCore } from '../actions/jira-core';
import { errorJson, page, projectJson } from '../json/json-shapes';
import { grantsOf, permissionCheckErrors, permissionCheckSchema } from '../state/permissions';
import type { JiraEnv } from './jira-env';
import { bounds } from './paging';

/** Bounds from Jira's REST API documentation. */
const PROJECTS_PER_PAGE = { usual: 50, most: 100 };

/** Projects, and what people may do there, in the platform API. */
export function createProjectRoutes({ directory, access, siteUrl }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.post('/rest/api/3/permissions/check', async (c) => {
    const { actor } = c.env;
    const parsed = permissionCheckSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success)
      return c.json(
        errorJson(['Invalid request payload. Refer to the REST API documentation and try again.']),
        400,
      );
    const check = parsed.data;
    const account = access.account(actor);
    const person = account && directory.person(account.accountId);
    const forAnother = check.accountId && !(actor.kind === 'user' && actor.accountId === check.accountId);
    if (forAnother && !access.isJiraAdmin(account)) {
      return c.json(errorJson(['Only Jira administrators can perform this operation.']), 403);
    }
    const { messages, errors } = permissionCheckErrors(check);
    if (messages.length > 0 || Object.keys(errors).length > 0)
      return c.json(errorJson(messages, errors), 400);
    return c.json(grantsOf(directory, check.accountId ? directory.person(check.accountId) : person, check));
  });

  routes.get('/rest/api/3/project/search', (c) => {
    const account = access.account(c.env.actor);
    const ids = c.req.queries('id');
    const keys = c.req.queries('keys');
    const types = c.req.query('typeKey')?.split(',');
    const query = c.req.query('query')?.toLowerCase();
    const found = directory
      .projects()
      .filter((project) => access.mayBrowse(account, project))
      .filter(({ id }) => !ids || ids.includes(id))
      .filter(({ key }) => !keys || keys.includes(key))
      .filter(({ type }) => !types || types.includes(type))
      .filter(({ key, name }) => !query || `${key}\n${name}`.toLowerCase().includes(query))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return c.json(
      page(new URL(c.req.url), found, bounds(c, PROJECTS_PER_PAGE), (item) => projectJson(item, siteUrl)),
    );
  });

  routes.get('/rest/api/3/project/:idOrKey', (c) => {
    const account = access.account(c.env.actor);
    const idOrKey = c.req.param('idOrKey');
    const project = directory.project(idOrKey);
    if (project && access.mayBrowse(account, project)) return c.json(projectJson(project, siteUrl));
    const by = /^\d+$/.test(idOrKey) ? 'id' : 'key';
    return c.json(errorJson([`No project could be found with ${by} '${idOrKey}'.`]), 404);
  });

  return routes;
}
