import type { ActionSurroundings } from './action-surroundings';
import { createAdminActions } from './admin-actions';
import { createCommentActions } from './comment-actions';
import { createNotifyActions } from './notify-actions';
import { createRequestActions } from './request-actions';
import { createWorkActions } from './work-actions';

export type IssueActions = ReturnType<typeof createIssueActions>;

/** Every change of an issue, with the events that Jira sends about it. The account is known to see the issue. */
export const createIssueActions = (around: ActionSurroundings) => ({
  ...createRequestActions(around),
  ...createCommentActions(around),
  ...createWorkActions(around),
  ...createAdminActions(around),
  ...createNotifyActions(around),
});
