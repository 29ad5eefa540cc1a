import { route } from '@forge/api';
import * as z from 'zod';
import { plainRichText } from '../../domain/rich-text';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { Clock } from '../../ports';
import type { JiraClient } from '../jira-client';
import { notePerson } from '../jira-people';
import { comment, createdAt, requestComment } from './comment-shape';
import { newestComments } from './newest-comments';

/** Our mark on a comment, by which it is found again after an unknown outcome. */
const MARK = 'frontdesk';

const posted = z.object({ id: z.string(), created: z.string(), author: z.unknown().optional() });
const withProperties = z.object({
  id: z.string(),
  created: z.string(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});
type Marked = z.infer<typeof withProperties>;

/** What is said in a request. */
export function comments(
  jira: JiraClient,
  clock: Clock,
): Pick<ServiceDesk, 'comment' | 'findComment' | 'markerOf' | 'readComment'> {
  /** What an app keeps with a comment is said by this operation only. */
  async function marked(ids: string[]): Promise<Marked[]> {
    const path = route`/rest/api/3/comment/list?expand=properties`;
    const query = { ids: ids.map(Number) };
    return (await jira.ask('app', path, z.object({ values: z.array(withProperties) }), query))?.values ?? [];
  }

  return {
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
      const newest = await newestComments(jira, issueKey);
      if (!newest || newest.comments.length === 0) return null;
      const found = (await marked(newest.comments.map(({ id }) => id))).find(
        (each) => markOf(each) === marker,
      );
      return found ? { id: found.id, createdAt: createdAt(found) } : null;
    },

    async markerOf(commentId) {
      const [found] = await marked([commentId]);
      return found ? markOf(found) : null;
    },

    async readComment(issueId, commentId) {
      const path = route`/rest/api/3/issue/${issueId}/comment/${commentId}`;
      const answer = await jira.ask('app', path, comment);
      return answer && requestComment(answer);
    },
  };
}

function markOf({ properties }: Marked): string | null {
  const value = properties.find(({ key }) => key === MARK)?.value;
  const marker = typeof value === 'object' && value !== null && 'message' in value ? value.message : null;
  return typeof marker === 'string' ? marker : null;
}
