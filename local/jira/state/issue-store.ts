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
    const id = String(this.#lastIssueId + 1);
    const issue: Issue = { ...draft, id, key: this.#nextKey(project), properties: {}, comments: [] };
    this.#keep(issue);
    return issue;
  }

  /** To the next key of that project; the old one still finds it. */
  move(issue: Issue, project: Project): void {
    issue.oldKeys = [...(issue.oldKeys ?? []), issue.key];
    issue.projectId = project.id;
    issue.key = this.#nextKey(project);
    this.#name(issue);
  }

  remove(issue: Issue): void {
    this.#issues.splice(this.#issues.indexOf(issue), 1);
    for (const name of namesOf(issue)) this.#byName.delete(name);
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
    this.#name(issue);
    this.#lastIssueId = Number(issue.id);
  }

  #name(issue: Issue): void {
    for (const name of namesOf(issue)) this.#byName.set(name, issue);
    this.#lastNumbers.set(issue.projectId, Number(issue.key.split('-').at(-1)));
  }

  #nextKey({ id, key }: Project): string {
    return `${key}-${(this.#lastNumbers.get(id) ?? 0) + 1}`;
  }
}

const namesOf = ({ id, key, oldKeys = [] }: Issue): string[] => [id, key, ...oldKeys];
