import { Hono } from 'hono';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';
import { JiraRefusal } from '../records/jira-refusal';
import { createCommentRoutes } from './comment-routes';
import { createCustomerRoutes } from './customer-routes';
import { createIssueRoutes } from './issue-routes';
import { createParticipantRoutes } from './participant-routes';
import { createProjectRoutes } from './project-routes';
import { createPropertyRoutes } from './property-routes';
import { createRequestCommentRoutes } from './request-comment-routes';
import { createRequestRoutes } from './request-routes';
import { createSearchRoutes } from './search-routes';
import { createServerInfoRoutes } from './server-info-routes';
import { createServiceDeskRoutes } from './service-desk-routes';
import { createUserRoutes } from './user-routes';
import { errorJson, serviceDeskErrorJson } from '../json/json-shapes';

/** The REST API of the local Jira: the platform's, and Jira Service Management's. */
export function createRestRoutes(core: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.route('/', createProjectRoutes(core));
  routes.route('/', createServerInfoRoutes(core));
  routes.route('/', createUserRoutes(core));
  routes.route('/', createSearchRoutes(core));
  routes.route('/', createCommentRoutes(core));
  routes.route('/', createIssueRoutes(core));
  routes.route('/', createPropertyRoutes(core));
  routes.route('/', createServiceDeskRoutes(core));
  routes.route('/', createCustomerRoutes(core));
  routes.route('/', createRequestRoutes(core));
  routes.route('/', createRequestCommentRoutes(core));
  routes.route('/', createParticipantRoutes(core));

  routes.onError((error, c) => {
    if (!(error instanceof JiraRefusal)) throw error;
    const { status, message, errors, i18nKey } = error;
    if (c.req.path.startsWith('/rest/servicedeskapi/'))
      return c.json(serviceDeskErrorJson(message, i18nKey), status);
    const hasFields = Object.keys(errors).length > 0;
    return c.json(hasFields ? errorJson([], errors) : errorJson([message]), status);
  });
  routes.notFound((c) =>
    c.json(errorJson([`The local Jira does not have ${c.req.method} ${new URL(c.req.url).pathname}.`]), 404),
  );
  return routes;
}
