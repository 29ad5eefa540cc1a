import { Hono } from 'hono';
import { createCommentRoutes } from './comment-routes';
import { createDirectoryRoutes } from './directory-routes';
import { createIssueRoutes } from './issue-routes';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';
import { JiraRefusal } from '../records/jira-refusal';
import { errorJson, serviceDeskErrorJson } from '../json/json-shapes';
import { createRequestRoutes } from './request-routes';
import { createSearchRoutes } from './search-routes';
import { createServiceDeskRoutes } from './service-desk-routes';

/** The REST API of the local Jira: the platform's, and Jira Service Management's. */
export function createRestRoutes(core: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.route('/', createDirectoryRoutes(core));
  routes.route('/', createSearchRoutes(core));
  routes.route('/', createCommentRoutes(core));
  routes.route('/', createIssueRoutes(core));
  routes.route('/', createServiceDeskRoutes(core));
  routes.route('/', createRequestRoutes(core));

  routes.onError((error, c) => {
    if (!(error instanceof JiraRefusal)) throw error;
    const { status, message, errors, i18nKey } = error;
    if (c.req.path.startsWith('/rest/servicedeskapi/') && status !== 401)
      return c.json(serviceDeskErrorJson(message, i18nKey), status);
    const hasFields = Object.keys(errors).length > 0;
    return c.json(hasFields ? errorJson([], errors) : errorJson([message]), status);
  });
  routes.notFound((c) =>
    c.json(errorJson([`The local Jira does not have ${c.req.method} ${new URL(c.req.url).pathname}.`]), 404),
  );
  return routes;
}
