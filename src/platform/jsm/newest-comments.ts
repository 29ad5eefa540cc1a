import { route } from '@forge/api';
import * as z from 'zod';
import type { JiraClient } from '../jira-client';
import { comment } from './comment-shape';

/** One page, and the most that is looked back. */
const NEWEST = 100;

/** What Jira answers where it is asked for comments. */
export const commentPage = z.object({ total: z.number(), comments: z.array(comment) });
export type CommentPage = z.infer<typeof commentPage>;

/** The newest comments of an issue, newest first. Null: it is not there. */
export function newestComments(jira: JiraClient, issueIdOrKey: string): Promise<CommentPage | null> {
  const path = route`/rest/api/3/issue/${issueIdOrKey}/comment?orderBy=-created&maxResults=${NEWEST}`;
  return jira.ask('app', path, commentPage);
}
