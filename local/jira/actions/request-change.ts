import { z } from 'zod';
import { roleVisibility } from '../records/comment-visibility';
import type { Issue, IssueComment } from '../records/issue';
import { JiraRefusal, noSuchIssue } from '../records/jira-refusal';
import { SEED_JIRA_ADMINS, type Project } from '../projects';
import type { JiraCore } from './jira-core';

/** An issue by its id or key. */
const issue = z.string().min(1);

export const requestChangeSchema = z.discriminatedUnion('action', [
  z.strictObject({ issue, action: z.literal('move'), to: z.string() }),
  z.strictObject({ issue, action: z.enum(['hide', 'show', 'delete']) }),
  /** Null: for everybody who sees the issue again. */
  z.strictObject({
    issue,
    action: z.literal('restrict-comment'),
    commentId: z.string(),
    role: z.string().min(1).nullable(),
  }),
  z.strictObject({ issue, action: z.literal('change-reporter'), account: z.string() }),
]);

/** What a Jira admin does to a request where the local pages have no button. */
export type RequestChange = z.infer<typeof requestChangeSchema>;

/** Throws a JiraRefusal for what is not there. */
export function changeRequest({ directory, issues, access, actions }: JiraCore, change: RequestChange): void {
  const admin = directory.account(directory.person(SEED_JIRA_ADMINS[0] ?? '')?.accountId ?? '');
  const found = issues.find(change.issue);
  const project = found && access.projectOf(found);
  if (!found || !project) throw noSuchIssue();
  switch (change.action) {
    case 'move':
      return actions.move(admin, found, project, projectOf(change.to));
    case 'hide':
    case 'show':
      return actions.hide(admin, found, change.action === 'hide');
    case 'delete':
      return actions.remove(admin, found, project);
    case 'restrict-comment': {
      const visibility = change.role === null ? undefined : roleVisibility(change.role);
      return actions.restrictComment(admin, found, commentOf(found, change.commentId), visibility);
    }
    case 'change-reporter': {
      const reporter = directory.person(change.account);
      if (!reporter) throw new JiraRefusal(400, `Nobody has the name or account id "${change.account}".`);
      return actions.changeReporter(admin, found, reporter);
    }
  }

  function projectOf(idOrKey: string): Project {
    const to = directory.project(idOrKey);
    if (!to) throw new JiraRefusal(400, `There is no project "${idOrKey}".`);
    return to;
  }
}

function commentOf({ key, comments }: Issue, id: string): IssueComment {
  const comment = comments.find((one) => one.id === id);
  if (!comment) throw new JiraRefusal(400, `${key} has no comment "${id}".`);
  return comment;
}
