import { Hono } from 'hono';
import { z } from 'zod';
import type { JiraCore } from '../actions/jira-core';
import { deskPage } from '../json/json-shapes';
import { requestCommentJson } from '../json/request-json';
import type { Issue, IssueComment } from '../records/issue';
import { JiraRefusal } from '../records/jira-refusal';
import type { Account } from '../records/people';
import { adfOfWiki } from '../records/wiki-markup';
import type { JiraEnv } from './jira-env';
import { deskBounds } from './paging';
import { bodyOf } from './request-body';

const commentBody = z.looseObject({ body: z.string().default(''), public: z.boolean().optional() });

/** What is said on a request, as Jira Service Management has it. */
export function createRequestCommentRoutes(core: JiraCore): Hono<JiraEnv> {
  const { directory, access, actions, siteUrl } = core;
  const routes = new Hono<JiraEnv>();
  const base = '/rest/servicedeskapi/request/:issue/comment';

  const comments = (account: Account, issue: Issue): IssueComment[] =>
    issue.comments.filter((comment) => access.seesComment(account, issue, comment));
  const isOn = (value: string | undefined): boolean => value !== 'false';

  routes.get(base, (c) => {
    const account = access.asker(c.env.actor);
    const issue = core.issues.find(c.req.param('issue'));
    const [showsPublic, showsInternal] = [isOn(c.req.query('public')), isOn(c.req.query('internal'))];
    // As documented: who may not see the request is not refused, and gets no comments.
    const found =
      issue && access.seesRequest(account, issue)
        ? comments(account, issue).filter(({ isPublic }) => (isPublic ? showsPublic : showsInternal))
        : [];
    const expand = c.req.queries('expand')?.flatMap((list) => list.split(','));
    const shape = (comment: IssueComment) =>
      issue && requestCommentJson(issue, comment, directory, siteUrl, expand);
    return c.json(deskPage(new URL(c.req.url), found, deskBounds(c), shape));
  });

  routes.get(`${base}/:id`, (c) => {
    const { issue, account } = access.request(c.env.actor, c.req.param('issue'));
    const comment = comments(account, issue).find(({ id }) => id === c.req.param('id'));
    if (!comment) throw new JiraRefusal(404, 'The comment you are trying to view does not exist.');
    return c.json(requestCommentJson(issue, comment, directory, siteUrl, c.req.queries('expand')));
  });

  routes.post(base, async (c) => {
    const { issue, project, account } = access.request(c.env.actor, c.req.param('issue'));
    const { body, public: isPublic = !access.seesNotes(account) } = await bodyOf(c, commentBody);
    const isAllowed = isPublic ? access.mayReply(account, issue, project) : access.seesNotes(account);
    if (!isAllowed) {
      const kind = isPublic ? 'a public' : 'an internal';
      throw new JiraRefusal(403, `You do not have permission to add ${kind} comment to this request.`);
    }
    const comment = actions.comment(account, issue, { body: adfOfWiki(body), isPublic });
    return c.json(requestCommentJson(issue, comment, directory, siteUrl), 201);
  });

  return routes;
}
