import { issueChanged, issueCommented } from '../json/jira-events';
import type { CommentVisibility } from '../records/comment-visibility';
import type { ChangelogItem, Issue, IssueComment } from '../records/issue';
import { changelogItem } from '../records/jira-event';
import { JiraRefusal } from '../records/jira-refusal';
import type { Account } from '../records/people';
import type { Project } from '../projects';
import { requestTypeOf, requestTypesOf } from '../records/request-catalog';
import { workflowFor } from '../records/workflow';
import { keepChange, sourceOf, type ActionSurroundings } from './action-surroundings';

const SECURITY_LEVEL = { id: '10000', name: 'Service Desk Team' };

/** What the local pages have no button for, and admins of real sites do. */
export function createAdminActions({ directory, issues, access, now, emit }: ActionSurroundings) {
  function tell(account: Account, issue: Issue, items: ChangelogItem[]): void {
    keepChange(issue, account, now(), items);
    emit([issueChanged(sourceOf(directory, account, issue), items)]);
  }

  /** It keeps its id, is found by both keys, and takes what the new project has: status, request type, assignee. */
  function move(account: Account, issue: Issue, from: Project, to: Project): void {
    if (from.id === to.id) throw new JiraRefusal(400, `${issue.key} is in ${to.name} already.`);
    const { key, statusId } = issue;
    const { statuses, first } = workflowFor(to);
    const keepsStatus = statuses.some(({ id }) => id === statusId);
    const type = requestTypeOf(from, issue.requestTypeId ?? '');
    const sameType = requestTypesOf(to).find(({ name }) => name === type?.name) ?? requestTypesOf(to)[0];
    issues.move(issue, to);
    Object.assign(issue, {
      requestTypeId: sameType?.id ?? null,
      ...(!keepsStatus && { statusId: first.id, statusAt: now(), resolvedAt: null }),
      ...(!access.assignees(to).some(({ accountId }) => accountId === issue.assigneeId) && {
        assigneeId: null,
      }),
      updatedAt: now(),
    });
    tell(account, issue, [
      changelogItem('Key', { id: null, name: key }, { id: null, name: issue.key }, 'issuekey'),
      changelogItem('project', from, to),
    ]);
  }

  /** By a security level: for agents and admins of its project only, and not for the app. */
  function hide(account: Account, issue: Issue, isHidden: boolean): void {
    if ((issue.isHidden ?? false) === isHidden) return;
    Object.assign(issue, { isHidden, updatedAt: now() });
    const [off, on] = [null, SECURITY_LEVEL];
    tell(account, issue, [changelogItem('security', isHidden ? off : on, isHidden ? on : off)]);
  }

  function changeReporter(account: Account, issue: Issue, reporter: Account): void {
    const before = directory.account(issue.reporterId);
    if (before.accountId === reporter.accountId) return;
    Object.assign(issue, { reporterId: reporter.accountId, updatedAt: now() });
    const named = ({ accountId, name }: Account) => ({ id: accountId, name });
    tell(account, issue, [changelogItem('reporter', named(before), named(reporter))]);
  }

  /** An edit like any other, for whoever hears of it. Undefined: for all who see the issue again. */
  function restrictComment(
    account: Account,
    issue: Issue,
    comment: IssueComment,
    visibility: CommentVisibility | undefined,
  ): void {
    Object.assign(comment, { visibility, updateAuthorId: account.accountId, updatedAt: now() });
    issue.updatedAt = now();
    emit([issueCommented(sourceOf(directory, account, issue), comment)]);
  }

  return { move, hide, changeReporter, restrictComment };
}
