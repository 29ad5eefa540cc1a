import { Hono, type Context } from 'hono';
import type { JiraActor } from './jira';
import type { JiraState } from './jira-state';
import { errorJson, page, projectJson, serviceDeskErrorJson, serviceDeskJson, userJson } from './json-shapes';
import type { SeedPerson } from './people';
import { grantsOf, mayInProject, permissionCheckErrors, permissionCheckSchema } from './permissions';
import type { Project } from './projects';

interface Env {
  Bindings: { actor: JiraActor };
}

/** Bounds from Jira's REST API documentation. */
const PROJECTS_PER_PAGE = { usual: 50, most: 100 };
const USERS_PER_PAGE = { usual: 10, most: 200 };
const SERVICE_DESKS_PER_PAGE = { usual: 50, most: 100 };

const SCOPES: readonly [method: string, path: RegExp, scope: string][] = [
  ['POST', /^\/rest\/api\/3\/permissions\/check$/, 'read:jira-work'],
  ['GET', /^\/rest\/api\/3\/project\/[^/]+$/, 'read:jira-work'],
  ['GET', /^\/rest\/api\/3\/user(\/bulk)?$/, 'read:jira-user'],
  ['GET', /^\/rest\/api\/3\/myself$/, 'read:jira-user'],
  ['GET', /^\/rest\/servicedeskapi\/servicedesk(\/[^/]+)?$/, 'read:servicedesk-request'],
];

/** The classic scope that a route needs; null where the local Jira has no such route. */
export function scopeOf(method: string, path: string): string | null {
  const pathname = path.split('?', 1)[0] ?? '';
  const found = SCOPES.find(([verb, pattern]) => verb === method.toUpperCase() && pattern.test(pathname));
  return found ? found[2] : null;
}

export function createJiraRoutes(state: JiraState, siteUrl: string): Hono<Env> {
  const routes = new Hono<Env>();

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

  routes.get('/rest/servicedeskapi/servicedesk', (c) => {
    if (isUnknown(c.env.actor)) return unauthorized(c);
    const start = whole(c.req.query('start'), 0);
    const limit = Math.min(
      whole(c.req.query('limit'), SERVICE_DESKS_PER_PAGE.usual),
      SERVICE_DESKS_PER_PAGE.most,
    );
    const all = state.projects().filter(hasServiceDesk);
    const values = all.slice(start, start + limit).map((project) => serviceDeskJson(project, siteUrl));
    const self = `${siteUrl}/rest/servicedeskapi/servicedesk?start=${start}&limit=${limit}`;
    return c.json({
      size: values.length,
      start,
      limit,
      isLastPage: start + limit >= all.length,
      values,
      _links: { base: `${siteUrl}/rest/servicedeskapi`, context: '', self },
    });
  });

  routes.get('/rest/servicedeskapi/servicedesk/:idOrProjectId', (c) => {
    if (isUnknown(c.env.actor)) return unauthorized(c);
    const wanted = c.req.param('idOrProjectId');
    const project = state
      .projects()
      .filter(hasServiceDesk)
      .find(({ id, key, serviceDeskId }) => [serviceDeskId, id, key].includes(wanted));
    if (project) return c.json(serviceDeskJson(project, siteUrl));
    const message = 'The Service Desk you are trying to view does not exist.';
    return c.json(serviceDeskErrorJson('sd.agent.servicedesk.error.no.servicedesk', message), 404);
  });

  routes.notFound((c) =>
    c.json(errorJson([`The local Jira does not have ${c.req.method} ${new URL(c.req.url).pathname}.`]), 404),
  );
  return routes;
}

function unauthorized(c: Context<Env>) {
  return c.json(errorJson(['Client must be authenticated to access this resource.']), 401);
}

function byAccountId(state: JiraState, accountId: string): SeedPerson | undefined {
  const person = state.person(accountId);
  return person?.accountId === accountId ? person : undefined;
}

function hasServiceDesk(project: Project): project is Project & { serviceDeskId: string } {
  return project.serviceDeskId !== null;
}

function bounds(c: Context<Env>, perPage: { usual: number; most: number }) {
  return {
    startAt: whole(c.req.query('startAt'), 0),
    maxResults: Math.min(whole(c.req.query('maxResults'), perPage.usual), perPage.most),
  };
}

function whole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}
