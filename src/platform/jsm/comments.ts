import { route } from '@forge/api';
import { z } from 'zod';
import { plainRichText, plainTextOf, spokenTextOf } from '../../domain/rich-text';
import type { RequestComment } from '../../domain/service-request';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import { PlatformFault, type Clock } from '../../ports';
import type { JiraClient } from '../jira-client';
import { notePerson } from '../jira-people';
import { momentOf } from './moment-of';

/** Our mark on a comment, by which it is found again after an unknown outcome. */
const MARK = 'frontdesk';

/** One page, and the most that a chat looks back. */
const NEWEST = 100;

const comment = z.object({
  id: z.string(),
  author: z
    .object({
      accountId: z.string(),
      accountType: z.string().nullish(),
      emailAddress: z.string().nullish(),
    })
    .nullish(),
  body: z.unknown().optional(),
  created: z.string(),
  updated: z.string(),
  jsdPublic: z.boolean().nullish(),
  jsdAuthorCanSeeRequest: z.boolean().nullish(),
  visibility: z.unknown().optional(),
});
type Comment = z.infer<typeof comment>;

const posted = z.object({ id: z.string(), created: z.string(), author: z.unknown().optional() });
const page = z.object({ total: z.number(), comments: z.array(comment) });
const ids = z.object({ comments: z.array(z.object({ id: z.string() })) });
const marked = z.object({
  values: z.array(
    z.object({
      id: z.string(),
      created: z.string(),
      properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
    }),
  ),
});

/** What is said in a request. */
export const comments = (
  jira: JiraClient,
  clock: Clock,
): Pick<ServiceDesk, 'comment' | 'findComment' | 'comments' | 'readComment'> => ({
  async comment(as, issueKey, { text, visitor, marker }) {
    // Public by itself: a comment made through the platform's API is, where the account may make one.
    const body = {
      body: plainRichText(text, visitor),
      properties: [{ key: MARK, value: { message: marker } }],
    };
    const path = route`/rest/api/3/issue/${issueKey}/comment`;
    const answer = await jira.change(as, 'POST', path, body, posted);
    if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'request-gone' : 'refused');
    notePerson(clock, answer.value.author);
    return { id: answer.value.id, createdAt: createdAt(answer.value) };
  },

  async findComment(issueKey, marker) {
    const newest = await jira.ask(
      'app',
      route`/rest/api/3/issue/${issueKey}/comment?orderBy=-created&maxResults=${NEWEST}`,
      ids,
    );
    if (!newest || newest.comments.length === 0) return null;
    // What an app keeps with a comment is said here only.
    const query = { ids: newest.comments.map(({ id }) => Number(id)) };
    const answer = await jira.ask('app', route`/rest/api/3/comment/list?expand=properties`, marked, query);
    const found = answer?.values.find(({ properties }) =>
      properties.some(({ key, value }) => key === MARK && isMarkedBy(value, marker)),
    );
    return found ? { id: found.id, createdAt: createdAt(found) } : null;
  },

  async comments(issueId) {
    const answer = await jira.ask(
      'app',
      route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=${NEWEST}`,
      page,
    );
    if (!answer) return null;
    const read = answer.comments.map(requestComment);
    return {
      comments: read.sort((a, b) => a.createdAt - b.createdAt || Number(a.id) - Number(b.id)),
      isPart: answer.total > answer.comments.length,
    };
  },

  async readComment(issueId, commentId) {
    const path = route`/rest/api/3/issue/${issueId}/comment/${commentId}`;
    const answer = await jira.ask('app', path, comment);
    return answer && requestComment(answer);
  },
});

function requestComment(answer: Comment): RequestComment {
  const { id, author, body, updated, jsdPublic, jsdAuthorCanSeeRequest, visibility } = answer;
  const at = createdAt(answer);
  return {
    id,
    author: {
      accountId: author?.accountId ?? '',
      kind: KINDS[author?.accountType ?? ''] ?? 'person',
      email: author?.emailAddress ?? null,
    },
    text: plainTextOf(body),
    spoken: spokenTextOf(body),
    // Rule T4: unknown is no. Jira calls a comment public that is restricted to a role, too.
    isPublic: jsdPublic === true && (visibility ?? null) === null && jsdAuthorCanSeeRequest !== false,
    createdAt: at,
    updatedAt: momentOf(updated) ?? at,
  };
}

/** Jira's words for accounts; what it may call others one day is a person who proves to be an agent or not. */
const KINDS: Partial<Record<string, RequestComment['author']['kind']>> = {
  app: 'app',
  customer: 'customer',
};

function createdAt({ id, created }: { id: string; created: string }): number {
  const at = momentOf(created);
  if (at === null) throw new PlatformFault(`Jira does not say when comment ${id} was written`);
  return at;
}

const isMarkedBy = (value: unknown, marker: string): boolean =>
  typeof value === 'object' && value !== null && (value as { message?: unknown }).message === marker;
