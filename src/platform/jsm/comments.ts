import { route } from '@forge/api';
import { z } from 'zod';
import { plainRichText, plainTextOf } from '../../domain/rich-text';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { Clock } from '../../ports';
import type { JiraClient } from '../jira-client';
import { notePerson } from '../jira-people';

/** Our mark on a comment, by which it is found again after an unknown outcome. */
export const MARK = 'frontdesk';

const comment = z.object({
  id: z.string(),
  author: z.object({ accountId: z.string() }).optional(),
  body: z.unknown(),
  created: z.string(),
  updated: z.string(),
  jsdPublic: z.boolean().optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});
const posted = z.object({ id: z.string(), author: z.unknown() });
type Comment = z.infer<typeof comment>;

/** What is said in a request. */
export const comments = (
  jira: JiraClient,
  clock: Clock,
): Pick<ServiceDesk, 'comment' | 'findComment' | 'readComment'> => ({
  async comment(as, issueKey, { text, visitor, marker }) {
    const body = {
      body: plainRichText(text, visitor),
      properties: [
        { key: 'sd.public.comment', value: { internal: false } },
        { key: MARK, value: { message: marker } },
      ],
    };
    const path = route`/rest/api/3/issue/${issueKey}/comment`;
    const answer = await jira.change(as, 'POST', path, body, posted);
    if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'request-gone' : 'refused');
    notePerson(clock, answer.value.author);
    return answer.value.id;
  },

  async findComment(issueKey, marker) {
    const answer = await jira.ask(
      'app',
      route`/rest/api/3/issue/${issueKey}/comment?orderBy=-created&maxResults=100&expand=properties`,
      z.object({ comments: z.array(comment) }),
    );
    return answer?.comments.find((each) => markerOf(each) === marker)?.id ?? null;
  },

  async readComment(issueKey, commentId) {
    const answer = await jira.ask(
      'app',
      route`/rest/api/3/issue/${issueKey}/comment/${commentId}?expand=properties`,
      comment,
    );
    if (!answer) return null;
    const { id, author, body, created, updated, jsdPublic } = answer;
    return {
      id,
      author: author?.accountId ?? '',
      text: plainTextOf(body),
      isPublic: jsdPublic !== false && memberOf(answer, 'sd.public.comment', 'internal') !== true,
      editedAt: updated === created ? null : Date.parse(updated),
      marker: markerOf(answer),
    };
  },
});

function markerOf(commented: Comment): string | null {
  const marker = memberOf(commented, MARK, 'message');
  return typeof marker === 'string' ? marker : null;
}

/** A member of what is kept with a comment under this key. */
function memberOf({ properties }: Comment, key: string, member: string): unknown {
  const value = properties.find((each) => each.key === key)?.value;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[member] : undefined;
}
