import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { JiraCore } from '../actions/jira-core';
import { deskPage } from '../json/json-shapes';
import { deskUserJson } from '../json/request-json';
import type { Issue } from '../records/issue';
import { JiraRefusal } from '../records/jira-refusal';
import type { JiraEnv } from './jira-env';
import { deskBounds } from './paging';
import { bodyOf } from './request-body';

const participantsBody = z.looseObject({ accountIds: z.array(z.string()).default([]) });

/** Who takes part in a request besides its reporter. */
export function createParticipantRoutes({ directory, access, actions, siteUrl }: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/rest/servicedeskapi/request/:issue/participant';

  const participants = (c: Context, issue: Issue) =>
    deskPage(new URL(c.req.url), issue.participantIds, deskBounds(c), (accountId) =>
      deskUserJson(directory.account(accountId), siteUrl),
    );

  routes.get(base, (c) => {
    const { issue } = access.request(c.env.actor, c.req.param('issue'));
    return c.json(participants(c, issue));
  });

  routes.post(base, async (c) => {
    const { issue, project, account } = access.request(c.env.actor, c.req.param('issue'));
    const { accountIds } = await bodyOf(c, participantsBody);
    if (!access.mayReply(account, issue, project)) {
      throw new JiraRefusal(403, 'You do not have permission to manage participants on this request.');
    }
    const unknown = accountIds.filter((accountId) => !directory.person(accountId)?.active);
    if (unknown.length > 0) {
      throw new JiraRefusal(400, `The following users do not exist: ${unknown.join(', ')}`);
    }
    actions.addParticipants(account, issue, accountIds);
    return c.json(participants(c, issue));
  });

  return routes;
}
