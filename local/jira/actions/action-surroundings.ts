import { eventFields } from '../json/issue-json';
import type { EventSource } from '../json/jira-events';
import type { Issue } from '../records/issue';
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
