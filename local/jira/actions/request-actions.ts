import { issueCreated, issueDeleted, participantsChanged } from '../json/jira-events';
import type { Issue } from '../records/issue';
import type { RequestContent } from '../records/issue-fields';
import { JiraRefusal } from '../records/jira-refusal';
import type { Account } from '../records/people';
import type { Project } from '../projects';
import type { RequestType } from '../records/request-catalog';
import { workflowFor } from '../records/workflow';
import { sourceOf, type ActionSurroundings } from './action-surroundings';

export interface NewRequest extends RequestContent {
  project: Project;
  type: RequestType;
  /** Whose request it is; the account itself unless it is raised for somebody else. */
  reporterId: string;
  participantIds: string[];
}

/** How requests come, whom they belong to, and how they go. */
export function createRequestActions({ directory, issues, access, now, emit }: ActionSurroundings) {
  function raise(account: Account, request: NewRequest): Issue {
    const { project, type, ...content } = request;
    const reporter = directory.account(request.reporterId);
    if (!access.mayRaise(reporter, project)) {
      throw new JiraRefusal(
        403,
        `${reporter.name} does not have permission to raise requests in ${project.name}.`,
      );
    }
    const at = now();
    const issue = issues.add(project, {
      ...content,
      projectId: project.id,
      requestTypeId: type.id,
      creatorId: account.accountId,
      assigneeId: null,
      statusId: workflowFor(project).first.id,
      statusAt: at,
      resolvedAt: null,
      createdAt: at,
      updatedAt: at,
    });
    // Who raises a request in an open service project becomes a customer of it.
    if (reporter.kind === 'customer') directory.addToCustomers(issue.reporterId, project.id);
    emit([issueCreated(sourceOf(directory, account, issue))]);
    return issue;
  }

  /** Nobody takes part twice, nor in their own request. */
  function addParticipants(account: Account, issue: Issue, accountIds: string[]): void {
    const before = issue.participantIds;
    const after = [...new Set([...before, ...accountIds])].filter((id) => id !== issue.reporterId);
    if (after.length === before.length) return;
    Object.assign(issue, { participantIds: after, updatedAt: now() });
    emit([participantsChanged(sourceOf(directory, account, issue), before, after)]);
  }

  /** With its comments, of which Jira then tells nothing. */
  function remove(account: Account, issue: Issue, project: Project): void {
    if (!access.mayDelete(account, project)) {
      throw new JiraRefusal(403, 'You do not have permission to delete issues in this project.');
    }
    issues.remove(issue);
    emit([issueDeleted(sourceOf(directory, account, issue))]);
  }

  return { raise, addParticipants, remove };
}
