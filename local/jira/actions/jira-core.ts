import type { IssueAccess } from '../state/issue-access';
import type { IssueStore } from '../state/issue-store';
import type { JiraState } from '../state/jira-state';
import type { SearchableIssues } from '../state/searchable-issues';
import type { IssueActions } from './issue-actions';

/** What the routes of the local Jira work with. */
export interface JiraCore {
  directory: JiraState;
  issues: IssueStore;
  /** What searches find. */
  searchable: SearchableIssues;
  access: IssueAccess;
  actions: IssueActions;
  siteUrl: string;
  /** Something changed that no event tells of. */
  touched: () => void;
}
