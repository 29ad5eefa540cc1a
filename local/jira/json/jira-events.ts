import type { ChangelogItem, Issue, IssueComment } from '../records/issue';
import type { JiraEvent } from '../records/jira-event';
import { jiraDate } from './jira-dates';
import type { Status } from '../records/workflow';

/** Who caused the event, and what the events of one issue have in common. */
export interface EventSource {
  issue: Issue;
  /** The issue as events describe it. */
  fields: Record<string, unknown>;
  accountId: string;
  /** Whether the app itself did it, under its own account. */
  byApp: boolean;
}

/** Of Jira Service Management; its number is another on every site. */
const PARTICIPANTS_FIELD = 'customfield_10026';

function eventOf(
  name: string,
  { issue, fields, accountId, byApp }: EventSource,
  more: object = {},
): JiraEvent {
  const payload = {
    issue: { id: issue.id, key: issue.key, fields },
    atlassianId: accountId,
    selfGenerated: byApp,
    ...more,
  };
  return { name, issueKey: issue.key, payload };
}

const usersOf = (...accountIds: (string | null)[]) => ({
  associatedUsers: [...new Set(accountIds.filter((id) => id !== null))].map((accountId) => ({ accountId })),
});

/** Without who may read it: `jsdPublic` is true beside any `visibility`. */
const commentOf = (comment: IssueComment) => ({
  id: comment.id,
  author: { accountId: comment.authorId },
  body: comment.body,
  updateAuthor: { accountId: comment.updateAuthorId },
  created: jiraDate(comment.createdAt),
  updated: jiraDate(comment.updatedAt),
  jsdPublic: comment.isPublic,
});

export const issueCreated = (source: EventSource): JiraEvent =>
  eventOf('avi:jira:created:issue', source, usersOf(source.accountId));

export const issueDeleted = (source: EventSource): JiraEvent =>
  eventOf('avi:jira:deleted:issue', source, usersOf(source.accountId));

/** Sent for new comments and for edited ones: there is no event of its own for an edit. */
export const issueCommented = (source: EventSource, comment: IssueComment): JiraEvent =>
  eventOf('avi:jira:commented:issue', source, {
    ...usersOf(source.accountId),
    comment: commentOf(comment),
  });

export const commentDeleted = (source: EventSource, comment: IssueComment): JiraEvent =>
  eventOf('avi:jira:deleted:comment', source, { comment: commentOf(comment) });

export const statusChanged = (
  source: EventSource,
  items: ChangelogItem[],
  from: Status,
  to: Status,
): JiraEvent =>
  eventOf('avi:jira:updated:issue', source, {
    ...usersOf(source.accountId),
    changelog: { items },
    associatedStatuses: [from, to].map(({ id, name, category }) => ({
      id,
      name,
      statusCategory: { key: category },
    })),
  });

export const issueChanged = (source: EventSource, items: ChangelogItem[]): JiraEvent =>
  eventOf('avi:jira:updated:issue', source, { ...usersOf(source.accountId), changelog: { items } });

/** An assignment is an update, and an event of its own. */
export function assigneeChanged(source: EventSource, item: ChangelogItem): JiraEvent[] {
  const more = { ...usersOf(source.accountId, item.from, item.to), changelog: { items: [item] } };
  return ['avi:jira:updated:issue', 'avi:jira:assigned:issue'].map((name) => eventOf(name, source, more));
}

export const participantsChanged = (source: EventSource, before: string[], after: string[]): JiraEvent =>
  eventOf('avi:jira:updated:issue', source, {
    ...usersOf(source.accountId, ...after),
    changelog: {
      items: [
        {
          field: 'Request participants',
          fieldId: PARTICIPANTS_FIELD,
          from: before.join(', '),
          fromString: before.join(', '),
          to: after.join(', '),
          toString: after.join(', '),
        },
      ],
    },
  });
