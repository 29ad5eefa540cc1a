import { Hono } from 'hono';
import { z } from 'zod';
import { requestContent } from '../records/issue-fields';
import { bodyOf } from './request-body';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';
import { JiraRefusal, noSuchRequestType, noSuchServiceDesk } from '../records/jira-refusal';
import { deskPage } from '../json/json-shapes';
import { deskBounds } from './paging';
import { requestJson, requestStatusJson } from '../json/request-json';
import { requestTypeOf } from '../records/request-catalog';
import { requestsOf } from '../state/requests-of';
import { adfOfWiki } from '../records/wiki-markup';

const requestBody = z.looseObject({
  serviceDeskId: z.string(),
  requestTypeId: z.string(),
  requestFieldValues: z.record(z.string(), z.unknown()).default({}),
  raiseOnBehalfOf: z.string().optional(),
  requestParticipants: z.array(z.string()).default([]),
  isAdfRequest: z.boolean().default(false),
});
const transitionBody = z.looseObject({
  id: z.string(),
  additionalComment: z.looseObject({ body: z.string() }).optional(),
});

/** Requests as customers and agents have them in Jira Service Management: raising, reading and moving them on. */
export function createRequestRoutes(core: JiraCore): Hono<JiraEnv> {
  const { directory, access, actions, siteUrl } = core;
  const routes = new Hono<JiraEnv>();
  const base = '/rest/servicedeskapi/request';

  routes.get(base, (c) => {
    const account = access.asker(c.env.actor);
    const found = requestsOf(core, account, {
      searchTerm: c.req.query('searchTerm'),
      ownership: c.req.queries('requestOwnership')?.flatMap((list) => list.split(',')),
      status: c.req.query('requestStatus'),
      serviceDeskId: c.req.query('serviceDeskId'),
      requestTypeId: c.req.query('requestTypeId'),
    });
    const shape = ({ issue, project }: (typeof found)[number]) =>
      requestJson(issue, project, directory, siteUrl);
    return c.json(deskPage(new URL(c.req.url), found, deskBounds(c), shape));
  });

  routes.post(base, async (c) => {
    const account = access.asker(c.env.actor);
    const body = await bodyOf(c, requestBody);
    const { raiseOnBehalfOf, requestParticipants } = body;
    const project = directory.projects().find(({ serviceDeskId }) => serviceDeskId === body.serviceDeskId);
    const type = project && requestTypeOf(project, body.requestTypeId);
    if (!project) throw noSuchServiceDesk();
    if (!type) throw noSuchRequestType();
    const forOthers = raiseOnBehalfOf !== undefined || requestParticipants.length > 0;
    if (forOthers && !access.isAgent(account, project.id)) {
      throw new JiraRefusal(403, 'You do not have permission to raise a request on behalf of someone else.');
    }
    for (const accountId of [raiseOnBehalfOf ?? account.accountId, ...requestParticipants]) {
      const isKnown = accountId === account.accountId || directory.account(accountId).active;
      if (!isKnown) throw new JiraRefusal(400, `The user ${accountId} does not exist or is not active.`);
    }
    const issue = actions.raise(account, {
      ...requestContent(type, body.requestFieldValues, body.isAdfRequest ? 'adf' : 'wiki'),
      project,
      type,
      reporterId: raiseOnBehalfOf ?? account.accountId,
      participantIds: requestParticipants,
    });
    return c.json(requestJson(issue, project, directory, siteUrl), 201);
  });

  routes.get(`${base}/:issue`, (c) => {
    const { issue, project } = access.request(c.env.actor, c.req.param('issue'));
    return c.json(requestJson(issue, project, directory, siteUrl));
  });

  routes.get(`${base}/:issue/status`, (c) => {
    const { issue, project } = access.request(c.env.actor, c.req.param('issue'));
    const values = [requestStatusJson(issue, project)];
    return c.json(deskPage(new URL(c.req.url), values, deskBounds(c), (status) => status));
  });

  routes.get(`${base}/:issue/transition`, (c) => {
    const { issue, project, account } = access.request(c.env.actor, c.req.param('issue'));
    const found = actions.transitions(account, issue, project);
    return c.json(deskPage(new URL(c.req.url), found, deskBounds(c), ({ id, name }) => ({ id, name })));
  });

  routes.post(`${base}/:issue/transition`, async (c) => {
    const { issue, project, account } = access.request(c.env.actor, c.req.param('issue'));
    const { id, additionalComment } = await bodyOf(c, transitionBody);
    actions.transition(account, issue, project, id);
    if (additionalComment)
      actions.comment(account, issue, { body: adfOfWiki(additionalComment.body), isPublic: true });
    return c.body(null, 204);
  });

  return routes;
}
