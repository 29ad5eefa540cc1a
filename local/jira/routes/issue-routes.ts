import { Hono } from 'hono';
import { z } from 'zod';
import { changelogJson, issueFields, transitionJson } from '../json/issue-json';
import { bodyOf } from './request-body';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';
import { wantedFields } from './wanted-fields';

const transitionBody = z.looseObject({
  transition: z.looseObject({ id: z.string() }),
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.unknown()).optional(),
});
const assigneeBody = z.looseObject({ accountId: z.string().nullable() });

const notifyBody = z.looseObject({
  subject: z.string().optional(),
  textBody: z.string().optional(),
  to: z.looseObject({ users: z.array(z.looseObject({ accountId: z.string() })).optional() }),
});

/** Issues in the platform API: reading them, moving them through the workflow, assigning. */
export function createIssueRoutes({ directory, access, actions, siteUrl }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/rest/api/3/issue/:issue';

  routes.get(base, (c) => {
    const { issue, project, account } = access.issue(c.env.actor, c.req.param('issue'));
    const seen = issue.comments.filter((comment) => access.seesComment(account, issue, comment));
    const fields = wantedFields(
      issueFields(issue, project, directory, siteUrl, seen),
      c.req.queries('fields') ?? ['*all'],
    );
    const wanted = c.req.queries('properties')?.flatMap((list) => list.split(','));
    const isWanted = (key: string): boolean =>
      wanted?.some((name) => name === '*all' || name === key) ?? false;
    const properties = Object.fromEntries(Object.entries(issue.properties).filter(([key]) => isWanted(key)));
    const self = `${siteUrl}/rest/api/3/issue/${issue.id}`;
    const expanded = c.req.queries('expand')?.flatMap((list) => list.split(',')) ?? [];
    const changelog = expanded.includes('changelog') && changelogJson(issue, directory, siteUrl);
    return c.json({
      expand: '',
      id: issue.id,
      self,
      key: issue.key,
      fields,
      ...(changelog && { changelog }),
      ...(wanted && { properties }),
    });
  });

  routes.delete(base, (c) => {
    const account = access.asker(c.env.actor);
    const { issue, project } = access.issue(c.env.actor, c.req.param('issue'));
    actions.remove(account, issue, project);
    return c.body(null, 204);
  });

  routes.get(`${base}/transitions`, (c) => {
    const { issue, project, account } = access.issue(c.env.actor, c.req.param('issue'));
    const wanted = c.req.query('transitionId');
    const expanded = c.req.queries('expand')?.flatMap((list) => list.split(',')) ?? [];
    const transitions = actions
      .transitions(account, issue, project)
      .filter(({ id }) => wanted === undefined || id === wanted)
      .map((transition) => transitionJson(transition, siteUrl, expanded.includes('transitions.fields')));
    return c.json({ expand: 'transitions', transitions });
  });

  routes.post(`${base}/transitions`, async (c) => {
    const account = access.asker(c.env.actor);
    const { issue, project } = access.issue(c.env.actor, c.req.param('issue'));
    const { transition, fields, update } = await bodyOf(c, transitionBody);
    actions.transition(account, issue, project, transition.id, { fields, update });
    return c.body(null, 204);
  });

  routes.put(`${base}/assignee`, async (c) => {
    const account = access.asker(c.env.actor);
    const { issue, project } = access.issue(c.env.actor, c.req.param('issue'));
    const { accountId } = await bodyOf(c, assigneeBody);
    actions.assign(account, issue, project, accountId);
    return c.body(null, 204);
  });

  routes.post(`${base}/notify`, async (c) => {
    const account = access.asker(c.env.actor);
    const { issue } = access.issue(c.env.actor, c.req.param('issue'));
    actions.notify(account, issue, await bodyOf(c, notifyBody));
    return c.body(null, 204);
  });

  return routes;
}
