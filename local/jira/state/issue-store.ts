import { z } from 'zod';
import { issueSchema, type Issue, type IssueComment } from '../records/issue';
import type { Project } from '../projects';

const recordsSchema = z.object({
  issues: z.array(issueSchema),
  lastCommentId: z.int(),
  // Absent from states that were saved before issues could be deleted.
  lastIssueId: z.int().optional(),
  /** Of keys, by project id. */
  lastNumbers: z.record(z.string(), z.int()).optional(),
});

export type NewIssue = Omit<Issue, 'id' | 'key' | 'comments' | 'properties'>;

const FIRST_ISSUE_ID = 10_201;
const FIRST_COMMENT_ID = 10_501;

/** The issues of one local Jira with their comments. Issues are changed in place. */
export class IssueStore {
  readonly #issues: Issue[] = [];
  readonly #byName = new Map<string, Issue>();
  readonly #lastNumbers = new Map<string, number>();
  #lastIssueId = FIRST_ISSUE_ID - 1;
  #lastCommentId = FIRST_COMMENT_ID - 1;

  find(idOrKey: string): Issue | undefined {
    return this.#byName.get(idOrKey);
  }

  /** Oldest first. */
  all(): readonly Issue[] {
    return this.#issues;
  }

  /** Keys and ids go up by one; those of deleted issues do not come back. */
  add(project: Project, draft: NewIssue): Issue {
    const number = (this.#lastNumbers.get(project.id) ?? 0) + 1;
    const id = String(this.#lastIssueId + 1);
    const issue: Issue = { ...draft, id, key: `${project.key}-${number}`, properties: {}, comments: [] };
    this.#keep(issue);
    return issue;
  }

  remove(issue: Issue): void {
    this.#issues.splice(this.#issues.indexOf(issue), 1);
    this.#byName.delete(issue.id);
    this.#byName.delete(issue.key);
  }

  addComment(issue: Issue, draft: Omit<IssueComment, 'id'>): IssueComment {
    this.#lastCommentId += 1;
    const comment = { ...draft, id: String(this.#lastCommentId) };
    issue.comments.push(comment);
    return comment;
  }

  clear(): void {
    this.#issues.length = 0;
    this.#byName.clear();
    this.#lastNumbers.clear();
    this.#lastIssueId = FIRST_ISSUE_ID - 1;
    this.#lastCommentId = FIRST_COMMENT_ID - 1;
  }

  snapshot(): unknown {
    return structuredClone({
      issues: this.#issues,
      lastCommentId: this.#lastCommentId,
      lastIssueId: this.#lastIssueId,
      lastNumbers: Object.fromEntries(this.#lastNumbers),
    });
  }

  /** Takes what `snapshot()` gave; throws when it is something else. */
  restore(snapshot: unknown): void {
    const records = recordsSchema.parse(snapshot);
    this.clear();
    for (const issue of records.issues) this.#keep(issue);
    for (const [projectId, number] of Object.entries(records.lastNumbers ?? {}))
      this.#lastNumbers.set(projectId, number);
    this.#lastIssueId = records.lastIssueId ?? this.#lastIssueId;
    this.#lastCommentId = records.lastCommentId;
  }

  #keep(issue: Issue): void {
    this.#issues.push(issue);
    this.#byName.set(issue.id, issue).set(issue.key, issue);
    this.#lastNumbers.set(issue.projectId, Number(issue.key.split('-').at(-1)));
    this.#lastIssueId = Number(issue.id);
  }
}
