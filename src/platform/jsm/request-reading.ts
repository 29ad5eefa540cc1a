import { route } from '@forge/api';
import * as z from 'zod';
import { spokenTextOf } from '../../domain/adf/spoken-text-of';
import type { RequestNow, SaidInRequest } from '../../domain/service-request';
import type { ServiceDesk } from '../../jira-ports';
import type { JiraClient } from '../jira-client';
import { requestComment } from './comment-shape';
import { momentOf } from './moment-of';
import { commentPage, newestComments, type CommentPage } from './newest-comments';

const FIELDS = 'status,project,assignee,reporter,creator,resolutiondate,description';

const account = z.object({ accountId: z.string() }).nullish();
const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    project: z.object({ id: z.string() }),
    assignee: account,
    reporter: account,
    creator: account,
    resolutiondate: z.string().nullish(),
    description: z.unknown().optional(),
    comment: z.unknown().optional(),
  }),
});

const changed = z.object({
  changelog: z.object({
    histories: z.array(
      z.object({
        author: account,
        created: z.string().nullish(),
        items: z.array(z.object({ field: z.string().nullish() })),
      }),
    ),
  }),
});

/** What a request is now, and what is said in it. */
export function requestReading(
  jira: JiraClient,
): Pick<ServiceDesk, 'request' | 'requestWithComments' | 'movedBy'> {
  const ask = (issueId: string, fields: string) =>
    jira.ask('app', route`/rest/api/3/issue/${issueId}?fields=${fields}`, issue);

  async function newest(issueId: string): Promise<SaidInRequest | null> {
    const answer = await newestComments(jira, issueId);
    return answer && saidIn(answer);
  }

  return {
    async request(issueId) {
      const answer = await ask(issueId, FIELDS);
      return answer && requestNow(answer);
    },
    async movedBy(issueKey) {
      const path = route`/rest/api/3/issue/${issueKey}?fields=status&expand=changelog`;
      const answer = await jira.ask('app', path, changed);
      const moves = (answer?.changelog.histories ?? [])
        .filter(({ items }) => items.some(({ field }) => field === 'status'))
        .toSorted((a, b) => (momentOf(b.created) ?? 0) - (momentOf(a.created) ?? 0));
      return moves[0]?.author?.accountId ?? null;
    },
    async requestWithComments(issueId) {
      const answer = await ask(issueId, `${FIELDS},comment`);
      if (!answer) return null;
      // Nowhere is it said that the field has all of them, and of each whether customers see it.
      const known = commentPage.safeParse(answer.fields.comment);
      const isEnough =
        known.success &&
        known.data.comments.length === known.data.total &&
        known.data.comments.every(({ jsdPublic }) => typeof jsdPublic === 'boolean');
      const said = isEnough ? saidIn(known.data) : await newest(issueId);
      return said && { ...requestNow(answer), ...said };
    },
  };
}

function saidIn({ comments, total }: CommentPage): SaidInRequest {
  const read = comments.map(requestComment);
  return {
    comments: read.sort((a, b) => a.createdAt - b.createdAt || Number(a.id) - Number(b.id)),
    isPart: total > comments.length,
  };
}

function requestNow({ id, key, fields }: z.infer<typeof issue>): RequestNow {
  const { status, project, assignee, reporter, creator, resolutiondate, description } = fields;
  return {
    id,
    key,
    projectId: project.id,
    status: status.name,
    resolved: status.statusCategory.key === 'done',
    resolvedAt: momentOf(resolutiondate),
    assignee: assignee?.accountId ?? null,
    reporter: reporter?.accountId ?? null,
    creator: creator?.accountId ?? null,
    spoken: description ? spokenTextOf(description) : null,
  };
}
