import { textOfAdf, type AdfDocument } from '../records/adf';
import type { IssueAccess } from '../state/issue-access';
import { TEXT_LENGTH, type RequestContent } from '../records/issue-fields';
import { eventFields } from '../json/issue-json';
import type { Issue, IssueComment } from '../records/issue';
import type { IssueStore } from '../state/issue-store';
import {
  assigneeChanged,
  commentDeleted,
  issueCommented,
  issueCreated,
  issueDeleted,
  participantsChanged,
  statusChanged,
  type EventSource,
} from '../json/jira-events';
import type { ChangelogItem, JiraEvent } from '../records/jira-event';
import { JiraRefusal } from '../records/jira-refusal';
import type { JiraState } from '../state/jira-state';
import type { Account } from '../records/people';
import type { Project } from '../records/projects';
import type { RequestType } from '../records/request-catalog';
import { RESOLUTION, workflowFor, type Transition } from '../records/workflow';

/** Jira's limit for one issue. */
const COMMENTS_PER_ISSUE = 5_000;

export interface NewRequest extends RequestContent {
  project: Project;
  type: RequestType;
  /** Whose request it is; the account itself unless it is raised for somebody else. */
  reporterId: string;
  participantIds: string[];
}

export interface NewComment {
  body: AdfDocument;
  isPublic: boolean;
  properties?: Record<string, unknown>;
}

interface Surroundings {
  directory: JiraState;
  issues: IssueStore;
  access: IssueAccess;
  now: () => number;
  emit: (events: JiraEvent[]) => void;
}

/** Every change of an issue, with the events that Jira sends about it. The account is known to see the issue. */
export class IssueActions {
  readonly #around: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
  }

  raise(account: Account, request: NewRequest): Issue {
    const { directory, issues, now } = this.#around;
    const { project, type, ...content } = request;
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
    if (directory.account(issue.reporterId).kind === 'customer')
      directory.addToCustomers(issue.reporterId, project.id);
    this.#tell([issueCreated(this.#source(account, issue))]);
    return issue;
  }

  comment(account: Account, issue: Issue, { body, isPublic, properties = {} }: NewComment): IssueComment {
    checkText(body);
    if (issue.comments.length >= COMMENTS_PER_ISSUE) {
      throw new JiraRefusal(413, `The issue has reached the limit of ${COMMENTS_PER_ISSUE} comments.`);
    }
    const at = this.#around.now();
    const { accountId } = account;
    const comment = this.#around.issues.addComment(issue, {
      authorId: accountId,
      updateAuthorId: accountId,
      body,
      isPublic,
      createdAt: at,
      updatedAt: at,
      properties,
    });
    issue.updatedAt = at;
    this.#tell([issueCommented(this.#source(account, issue), comment)]);
    return comment;
  }

  editComment(account: Account, issue: Issue, comment: IssueComment, body: AdfDocument): void {
    checkText(body);
    this.#around.access.checkMayChange(account, issue, comment, 'edit');
    const at = this.#around.now();
    Object.assign(comment, { body, updateAuthorId: account.accountId, updatedAt: at });
    issue.updatedAt = at;
    this.#tell([issueCommented(this.#source(account, issue), comment)]);
  }

  deleteComment(account: Account, issue: Issue, comment: IssueComment): void {
    this.#around.access.checkMayChange(account, issue, comment, 'delete');
    issue.comments.splice(issue.comments.indexOf(comment), 1);
    issue.updatedAt = this.#around.now();
    this.#tell([commentDeleted(this.#source(account, issue), comment)]);
  }

  /** Nobody takes part twice, nor in their own request. */
  addParticipants(account: Account, issue: Issue, accountIds: string[]): void {
    const before = issue.participantIds;
    const after = [...new Set([...before, ...accountIds])].filter((id) => id !== issue.reporterId);
    if (after.length === before.length) return;
    Object.assign(issue, { participantIds: after, updatedAt: this.#around.now() });
    this.#tell([participantsChanged(this.#source(account, issue), before, after)]);
  }

  /** What this account can do with the issue's status now. */
  transitions(account: Account | undefined, issue: Issue, project: Project): Transition[] {
    if (!this.#around.access.mayWorkOn(account, issue)) return [];
    return workflowFor(project).transitions.filter(({ from }) => from.includes(issue.statusId));
  }

  transition(account: Account, issue: Issue, project: Project, transitionId: string): void {
    const { statuses } = workflowFor(project);
    const transition = this.transitions(account, issue, project).find(({ id }) => id === transitionId);
    const from = statuses.find(({ id }) => id === issue.statusId);
    if (!transition || !from) {
      throw new JiraRefusal(
        400,
        `It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue (${issue.key}).`,
      );
    }
    const { to } = transition;
    const at = this.#around.now();
    const wasResolved = issue.resolvedAt !== null;
    const isResolved = to.category === 'done';
    Object.assign(issue, {
      statusId: to.id,
      statusAt: at,
      updatedAt: at,
      resolvedAt: isResolved ? at : null,
    });
    const items: ChangelogItem[] = [
      changed('status', { id: from.id, name: from.name }, { id: to.id, name: to.name }),
      ...(wasResolved === isResolved
        ? []
        : [changed('resolution', wasResolved ? RESOLUTION : null, isResolved ? RESOLUTION : null)]),
    ];
    this.#tell([statusChanged(this.#source(account, issue), items, from, to)]);
  }

  /** Null: nobody. */
  assign(account: Account, issue: Issue, project: Project, assigneeId: string | null): void {
    const { access, directory } = this.#around;
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
    Object.assign(issue, { assigneeId, updatedAt: this.#around.now() });
    const named = (id: string | null) => (id === null ? null : { id, name: directory.account(id).name });
    this.#tell(
      assigneeChanged(this.#source(account, issue), changed('assignee', named(before), named(assigneeId))),
    );
  }

  /** With its comments, of which Jira then tells nothing. */
  remove(account: Account, issue: Issue, project: Project): void {
    const { access, issues } = this.#around;
    if (!access.mayDelete(account, project)) {
      throw new JiraRefusal(403, 'You do not have permission to delete issues in this project.');
    }
    issues.remove(issue);
    this.#tell([issueDeleted(this.#source(account, issue))]);
  }

  #source(account: Account, issue: Issue): EventSource {
    const fields = eventFields(issue, this.#around.directory);
    return { issue, fields, accountId: account.accountId, byApp: account.kind === 'app' };
  }

  #tell(events: JiraEvent[]): void {
    this.#around.emit(events);
  }
}

function changed(field: string, from: { id: string; name: string } | null, to: typeof from): ChangelogItem {
  return {
    field,
    fieldId: field,
    from: from?.id ?? null,
    fromString: from?.name ?? null,
    to: to?.id ?? null,
    toString: to?.name ?? null,
  };
}

function checkText(body: AdfDocument): void {
  const text = textOfAdf(body);
  const problem =
    text.trim() === ''
      ? 'Comment body can not be empty!'
      : text.length > TEXT_LENGTH
        ? `The entered text is too long. It exceeds the allowed limit of ${TEXT_LENGTH.toLocaleString('en-US')} characters.`
        : null;
  if (problem !== null) throw new JiraRefusal(400, problem, { comment: problem });
}
