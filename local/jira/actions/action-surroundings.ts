import { eventFields } from '../json/issue-json';
import type { EventSource } from '../json/jira-events';
import type { ChangelogItem, Issue } from '../records/issue';
import type { JiraEvent } from '../records/jira-event';
import type { Account } from '../records/people';
import type { IssueAccess } from '../state/issue-access';
import type { IssueStore } from '../state/issue-store';
import type { JiraState } from '../state/jira-state';

/** What actions change, and how the world hears of it. */
export interface ActionSurroundings {
  directory: JiraState;
  issues: IssueStore;
  access: IssueAccess;
  now: () => number;
  emit: (events: JiraEvent[]) => void;
}

/** What the events of one action have in common: who did it, and the issue as it is now. */
export const sourceOf = (directory: JiraState, account: Account, issue: Issue): EventSource => ({
  issue,
  fields: eventFields(issue, directory),
  accountId: account.accountId,
  byApp: account.kind === 'app',
});

/** Jira keeps who changed what, beside telling of it. */
export function keepChange(issue: Issue, account: Account, at: number, items: ChangelogItem[]): void {
  const history = issue.history ?? [];
  // Ids of its own, rising over all issues.
  const id = String(10_000 + Number(issue.id) * 100 + history.length);
  issue.history = [...history, { id, at, authorId: account.accountId, items }];
}
