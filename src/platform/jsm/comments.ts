import { route } from '@forge/api';
import { z } from 'zod';
import { plainRichText } from '../../domain/rich-text';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { Clock } from '../../ports';
import type { JiraClient } from '../jira-client';
import { notePerson } from '../jira-people';
import { comment, createdAt, requestComment } from './comment-shape';

/** Our mark on a comment, by which it is found again after an unknown outcome. */
const MARK = 'frontdesk';

/** Comments among which one is looked for that was written moments ago. */
const NEWEST = 100;

const posted = z.object({ id: z.string(), created: z.string(), author: z.unknown().optional() });
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
): Pick<ServiceDesk, 'comment' | 'findComment' | 'readComment'> => ({
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

  async readComment(issueId, commentId) {
    const path = route`/rest/api/3/issue/${issueId}/comment/${commentId}`;
    const answer = await jira.ask('app', path, comment);
    return answer && requestComment(answer);
  },
});

const isMarkedBy = (value: unknown, marker: string): boolean =>
  typeof value === 'object' && value !== null && (value as { message?: unknown }).message === marker;
