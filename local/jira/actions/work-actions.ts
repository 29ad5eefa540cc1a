import { assigneeChanged, statusChanged } from '../json/jira-events';
import type { ChangelogItem, Issue } from '../records/issue';
import { changelogItem } from '../records/jira-event';
import { JiraRefusal } from '../records/jira-refusal';
import type { Account } from '../records/people';
import type { Project } from '../projects';
import { screenValues, type TransitionInput } from '../records/screen-values';
import { resolutionOf, workflowFor, type Transition } from '../records/workflow';
import { keepChange, sourceOf, type ActionSurroundings } from './action-surroundings';

/** Who works on an issue, and how far they are. */
export function createWorkActions({ directory, access, now, emit }: ActionSurroundings) {
  /** What this account can do with the issue's status now. */
  function transitions(account: Account | undefined, issue: Issue, project: Project): Transition[] {
    if (!access.mayWorkOn(account, issue)) return [];
    return workflowFor(project).transitions.filter(
      ({ from, onlyAssignee }) =>
        from.includes(issue.statusId) && (!onlyAssignee || issue.assigneeId === account?.accountId),
    );
  }

  function transition(
    account: Account,
    issue: Issue,
    project: Project,
    transitionId: string,
    input: TransitionInput = {},
  ): void {
    const { statuses } = workflowFor(project);
    const transition = transitions(account, issue, project).find(({ id }) => id === transitionId);
    const from = statuses.find(({ id }) => id === issue.statusId);
    if (!transition || !from) {
      throw new JiraRefusal(
        400,
        `It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue (${issue.key}).`,
      );
    }
    const { to } = transition;
    const values = screenValues(transition, input);
    const at = now();
    const before = issue.resolvedAt === null ? null : resolutionOf(issue.resolutionId);
    const after = to.category === 'done' ? (values.resolution ?? transition.resolution) : null;
    Object.assign(issue, {
      statusId: to.id,
      statusAt: at,
      updatedAt: at,
      resolvedAt: after && at,
      resolutionId: after && after.id,
      fieldValues: { ...issue.fieldValues, ...values.fieldValues },
    });
    const items: ChangelogItem[] = [
      changelogItem('status', { id: from.id, name: from.name }, { id: to.id, name: to.name }),
      ...(before?.id === after?.id ? [] : [changelogItem('resolution', before, after)]),
    ];
    keepChange(issue, account, at, items);
    emit([statusChanged(sourceOf(directory, account, issue), items, from, to)]);
  }

  /** Null: nobody. */
  function assign(account: Account, issue: Issue, project: Project, assigneeId: string | null): void {
    if (!access.mayWorkOn(account, issue)) {
      throw new JiraRefusal(403, 'You do not have permission to assign issues in this project.');
    }
    const isAssignable = access.assignees(project).some(({ accountId }) => accountId === assigneeId);
    if (assigneeId !== null && !isAssignable) {
      const problem = `User '${assigneeId}' cannot be assigned issues.`;
      throw new JiraRefusal(400, problem, { assignee: problem });
    }
    const before = issue.assigneeId;
    if (before === assigneeId) return;
    Object.assign(issue, { assigneeId, updatedAt: now() });
    const named = (id: string | null) => (id === null ? null : { id, name: directory.account(id).name });
    const item = changelogItem('assignee', named(before), named(assigneeId));
    keepChange(issue, account, now(), [item]);
    emit(assigneeChanged(sourceOf(directory, account, issue), item));
  }

  return { transitions, transition, assign };
}
