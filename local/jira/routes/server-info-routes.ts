import { Hono } from 'hono';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';

/** What the site says of itself, to everybody: no scope, no permission. */
export function createServerInfoRoutes({ siteUrl }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/rest/api/3/serverInfo', (c) =>
    c.json({
      baseUrl: siteUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_287,
      serverTitle: 'Local Jira',
    }),
  );
  return routes;
}
