import { Hono } from 'hono';
import { z } from 'zod';
import { adfSchema, type AdfDocument } from '../records/adf';
import { commentVisibility } from '../records/comment-visibility';
import { commentJson, commentProperties, isInternalBy } from '../json/issue-json';
import type { Issue, IssueComment } from '../records/issue';
import { bodyOf } from './request-body';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';
import { JiraRefusal } from '../records/jira-refusal';
import { bounds } from './paging';
import type { Account } from '../records/people';

const COMMENTS_PER_PAGE = { usual: 100, most: 5_000 };

const commentBody = z.looseObject({
  body: z.unknown().optional(),
  visibility: commentVisibility.nullish(),
  properties: z.array(z.looseObject({ key: z.string().max(255), value: z.unknown() })).default([]),
});

const listBody = z.looseObject({ ids: z.array(z.int()).min(1).max(1_000) });

/** Comments in the platform API: in ADF; with their properties where they are asked for by id. */
export function createCommentRoutes({
  directory,
  issues,
  access,
  actions,
  siteUrl,
}: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/rest/api/3/issue/:issue/comment';

  const seen = (account: Account | undefined, issue: Issue): IssueComment[] =>
    issue.comments.filter((comment) => access.seesComment(account, issue, comment));
  const commentOf = (account: Account | undefined, issue: Issue, id: string): IssueComment => {
    const comment = seen(account, issue).find((one) => one.id === id);
    if (!comment) throw new JiraRefusal(404, `Can not find a comment for the id: ${id}.`);
    return comment;
  };
  const shape = (issue: Issue, comment: IssueComment) => commentJson(issue, comment, directory, siteUrl);

  routes.get(base, (c) => {
    const { issue, account } = access.issue(c.env.actor, c.req.param('issue'));
    const orderBy = c.req.query('orderBy') ?? 'created';
    if (!/^[-+]?created$/.test(orderBy))
      throw new JiraRefusal(400, `Comments cannot be ordered by '${orderBy}'.`);
    const all = seen(account, issue);
    const ordered = orderBy.startsWith('-') ? all.toReversed() : all;
    const { startAt, maxResults } = bounds(c, COMMENTS_PER_PAGE);
    const comments = ordered.slice(startAt, startAt + maxResults).map((comment) => shape(issue, comment));
    return c.json({ startAt, maxResults, total: all.length, comments });
  });

  // The only one that says what is kept with a comment. Ids that are unknown or not to be seen are left out.
  routes.post('/rest/api/3/comment/list', async (c) => {
    const { ids } = await bodyOf(c, listBody);
    const named = new Set(ids.map(String));
    const account = access.account(c.env.actor);
    const values = issues.all().flatMap((issue) => {
      if (!access.sees(account, issue)) return [];
      return seen(account, issue)
        .filter(({ id }) => named.has(id))
        .map((comment) => ({
          ...shape(issue, comment),
          ...(c.req.query('expand')?.split(',').includes('properties') && {
            properties: commentProperties(comment),
          }),
        }));
    });
    const url = `${siteUrl}/rest/api/3/comment/list`;
    return c.json({
      self: url,
      startAt: 0,
      maxResults: 1_048_576,
      total: values.length,
      isLast: true,
      values,
    });
  });

  routes.get(`${base}/:id`, (c) => {
    const { issue, account } = access.issue(c.env.actor, c.req.param('issue'));
    return c.json(shape(issue, commentOf(account, issue, c.req.param('id'))));
  });

  routes.post(base, async (c) => {
    const account = access.asker(c.env.actor);
    const { issue, project } = access.issue(c.env.actor, c.req.param('issue'));
    const { body, properties, visibility } = await bodyOf(c, commentBody);
    const comment = actions.comment(account, issue, {
      body: documentOf(body),
      isPublic: !isInternalBy(properties) && access.mayReply(account, issue, project),
      properties: Object.fromEntries(properties.map(({ key, value }) => [key, value])),
      visibility: visibility ?? undefined,
    });
    return c.json(shape(issue, comment), 201);
  });

  routes.put(`${base}/:id`, async (c) => {
    const account = access.asker(c.env.actor);
    const { issue } = access.issue(c.env.actor, c.req.param('issue'));
    const comment = commentOf(account, issue, c.req.param('id'));
    const { body, visibility } = await bodyOf(c, commentBody);
    actions.editComment(account, issue, comment, documentOf(body), visibility ?? undefined);
    return c.json(shape(issue, comment));
  });

  routes.delete(`${base}/:id`, (c) => {
    const account = access.asker(c.env.actor);
    const { issue } = access.issue(c.env.actor, c.req.param('issue'));
    actions.deleteComment(account, issue, commentOf(account, issue, c.req.param('id')));
    return c.body(null, 204);
  });

  return routes;
}

function documentOf(body: unknown): AdfDocument {
  const parsed = adfSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problem = body === undefined ? 'Comment body can not be empty!' : 'INVALID_INPUT';
  throw new JiraRefusal(400, problem, { comment: problem });
}
