import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { issueFields } from '../json/issue-json';
import { bodyOf } from './request-body';
import type { JiraCore } from '../actions/jira-core';
import type { JiraEnv } from './jira-env';
import { JiraRefusal } from '../records/jira-refusal';
import { keysIn, parseJql } from '../state/jql';
import { wantedFields } from './wanted-fields';

const ISSUES_PER_PAGE = { usual: 50, most: 5_000 };

const searchBody = z.looseObject({
  jql: z.string().default(''),
  fields: z.array(z.string()).default(['id']),
  maxResults: z.int().positive().default(ISSUES_PER_PAGE.usual),
  nextPageToken: z.string().nullish(),
});

/** Search for issues; pages are asked for by the token of the page before. */
export function createSearchRoutes({
  directory,
  issues,
  searchable,
  access,
  siteUrl,
}: JiraCore): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  function answer(c: Context<JiraEnv>, search: z.output<typeof searchBody>) {
    const account = access.account(c.env.actor);
    const { matches, compare } = parseJql(search.jql, directory, account?.accountId ?? '');
    const known = searchable.all();
    for (const key of keysIn(search.jql)) {
      const issue = known.find((each) => each.key === key.toUpperCase());
      if (!issue || !access.sees(account, issue))
        throw new JiraRefusal(400, `An issue with key '${key}' does not exist for field 'key'.`);
    }
    const found = known
      .filter(matches)
      // As it is now: an index that is behind shows nobody what they may not see.
      .filter(({ id }) => {
        const issue = issues.find(id);
        return issue !== undefined && access.sees(account, issue);
      })
      .toSorted(compare);
    const start = Number(search.nextPageToken ?? 0) || 0;
    const end = start + Math.min(search.maxResults, ISSUES_PER_PAGE.most);
    const isLast = end >= found.length;
    const values = found.slice(start, end).map((issue) => {
      const project = access.projectOf(issue);
      const fields = project
        ? wantedFields(
            issueFields(
              issue,
              project,
              directory,
              siteUrl,
              issue.comments.filter((comment) => access.seesComment(account, issue, comment)),
            ),
            search.fields,
          )
        : {};
      const self = `${siteUrl}/rest/api/3/issue/${issue.id}`;
      return {
        expand: '',
        id: issue.id,
        self,
        key: issue.key,
        ...(Object.keys(fields).length > 0 && { fields }),
      };
    });
    return c.json({ issues: values, isLast, ...(isLast ? {} : { nextPageToken: String(end) }) });
  }

  routes.get('/rest/api/3/search/jql', (c) => {
    const { jql, fields, maxResults, nextPageToken } = c.req.query();
    const search = searchBody.parse({
      jql,
      nextPageToken,
      ...(fields !== undefined && { fields: fields.split(',') }),
      ...(/^\d+$/.test(maxResults ?? '') && { maxResults: Number(maxResults) }),
    });
    return answer(c, search);
  });

  routes.post('/rest/api/3/search/jql', async (c) => answer(c, await bodyOf(c, searchBody)));

  return routes;
}
