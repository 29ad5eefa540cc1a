import { Hono, type Context } from 'hono';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';
import type { JiraActor } from '../records/jira-actor';
import type { JiraState } from '../state/jira-state';
import { errorJson, page, projectJson, userJson } from '../json/json-shapes';
import { bounds } from './paging';
import { APP_ACCOUNT, type Account, type SeedPerson } from '../records/people';
import { grantsOf, mayInProject, permissionCheckErrors, permissionCheckSchema } from '../state/permissions';
import type { Project } from '../records/projects';

/** Bounds from Jira's REST API documentation. */
const PROJECTS_PER_PAGE = { usual: 50, most: 100 };
const USERS_PER_PAGE = { usual: 10, most: 200 };
const USERS_FOUND = { usual: 50, most: 1_000 };

/** People, projects and permissions in the platform API. */
export function createDirectoryRoutes({ directory: state, siteUrl }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  /** The person asking; undefined for the app, for nobody, and for accounts that cannot log in. */
  const asking = (actor: JiraActor): SeedPerson | undefined => {
    const person = actor.kind === 'user' ? state.person(actor.accountId) : undefined;
    return person?.active ? person : undefined;
  };
  const isUnknown = (actor: JiraActor) => actor.kind !== 'app' && !asking(actor);
  const mayBrowse = (actor: JiraActor, project: Project): boolean => {
    const person = asking(actor);
    return (
      actor.kind === 'app' ||
      (person !== undefined && mayInProject(state, person, 'BROWSE_PROJECTS', project))
    );
  };
  /** Customers are Jira users without access to Jira itself. */
  const mayAskForPeople = (actor: JiraActor) => actor.kind === 'app' || asking(actor)?.kind === 'licensed';

  routes.post('/rest/api/3/permissions/check', async (c) => {
    const { actor } = c.env;
    const parsed = permissionCheckSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success)
      return c.json(
        errorJson(['Invalid request payload. Refer to the REST API documentation and try again.']),
        400,
      );
    const check = parsed.data;
    const person = asking(actor);
    const forAnother = check.accountId && !(actor.kind === 'user' && actor.accountId === check.accountId);
    if (forAnother && actor.kind !== 'app' && !(person && state.isJiraAdmin(person))) {
      return c.json(errorJson(['Only Jira administrators can perform this operation.']), 403);
    }
    const { messages, errors } = permissionCheckErrors(check);
    if (messages.length > 0 || Object.keys(errors).length > 0)
      return c.json(errorJson(messages, errors), 400);
    return c.json(grantsOf(state, check.accountId ? state.person(check.accountId) : person, check));
  });

  routes.get('/rest/api/3/project/search', (c) => {
    const ids = c.req.queries('id');
    const keys = c.req.queries('keys');
    const types = c.req.query('typeKey')?.split(',');
    const query = c.req.query('query')?.toLowerCase();
    const found = state
      .projects()
      .filter((project) => mayBrowse(c.env.actor, project))
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
    const idOrKey = c.req.param('idOrKey');
    const project = state.project(idOrKey);
    if (project && mayBrowse(c.env.actor, project)) return c.json(projectJson(project, siteUrl));
    const by = /^\d+$/.test(idOrKey) ? 'id' : 'key';
    return c.json(errorJson([`No project could be found with ${by} '${idOrKey}'.`]), 404);
  });

  routes.get('/rest/api/3/user/bulk', (c) => {
    if (isUnknown(c.env.actor)) return unauthorized(c);
    if (!mayAskForPeople(c.env.actor))
      return c.json(errorJson(['You do not have permission to browse users.']), 403);
    const accountIds = c.req.queries('accountId');
    if (!accountIds) return c.json(errorJson(["The query parameter 'accountId' must be provided."]), 400);
    const found = [...new Set(accountIds)].flatMap((id) => byAccountId(state, id) ?? []);
    return c.json(
      page(new URL(c.req.url), found, bounds(c, USERS_PER_PAGE), (item) => userJson(item, siteUrl)),
    );
  });

  // Display names are found by how their words begin, addresses only whole.
  routes.get('/rest/api/3/user/search', (c) => {
    if (isUnknown(c.env.actor)) return unauthorized(c);
    if (!mayAskForPeople(c.env.actor))
      return c.json(errorJson(['You do not have permission to browse users.']), 403);
    const query = c.req.query('query')?.toLowerCase();
    if (!query) return c.json(errorJson(["The query parameter 'query' must be provided."]), 400);
    const found = state
      .people()
      .filter(
        ({ name, email }) => email.toLowerCase() === query || ` ${name}`.toLowerCase().includes(` ${query}`),
      );
    const { startAt, maxResults } = bounds(c, USERS_FOUND);
    return c.json(found.slice(startAt, startAt + maxResults).map((person) => userJson(person, siteUrl)));
  });

  routes.get('/rest/api/3/user', (c) => {
    if (isUnknown(c.env.actor)) return unauthorized(c);
    if (!mayAskForPeople(c.env.actor))
      return c.json(errorJson(['You do not have permission to browse users.']), 403);
    const accountId = c.req.query('accountId');
    if (!accountId) return c.json(errorJson(["The query parameter 'accountId' must be provided."]), 400);
    const person = byAccountId(state, accountId);
    if (!person)
      return c.json(
        errorJson(['Specified user does not exist or you do not have required permissions']),
        404,
      );
    return c.json(userJson(person, siteUrl));
  });

  routes.get('/rest/api/3/myself', (c) => {
    const person = asking(c.env.actor);
    return person ? c.json(userJson(person, siteUrl)) : unauthorized(c);
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
