import { commentDeleted, issueCommented } from '../json/jira-events';
import { textOfAdf, type AdfDocument } from '../records/adf';
import type { CommentVisibility } from '../records/comment-visibility';
import type { Issue, IssueComment } from '../records/issue';
import { TEXT_LENGTH } from '../records/issue-fields';
import { JiraRefusal } from '../records/jira-refusal';
import type { Account } from '../records/people';
import { sourceOf, type ActionSurroundings } from './action-surroundings';

/** Jira's limit for one issue. */
const COMMENTS_PER_ISSUE = 5_000;

export interface NewComment {
  body: AdfDocument;
  isPublic: boolean;
  properties?: Record<string, unknown>;
  visibility?: CommentVisibility | undefined;
}

/** What is said about an issue. */
export function createCommentActions({ directory, issues, access, now, emit }: ActionSurroundings) {
  function comment(
    account: Account,
    issue: Issue,
    { body, isPublic, properties = {}, visibility }: NewComment,
  ): IssueComment {
    checkText(body);
    checkVisibility(account, issue, visibility);
    if (issue.comments.length >= COMMENTS_PER_ISSUE) {
      throw new JiraRefusal(413, `The issue has reached the limit of ${COMMENTS_PER_ISSUE} comments.`);
    }
    const at = now();
    const { accountId } = account;
    const comment = issues.addComment(issue, {
      authorId: accountId,
      updateAuthorId: accountId,
      body,
      isPublic,
      createdAt: at,
      updatedAt: at,
      properties,
      ...(visibility && { visibility }),
    });
    issue.updatedAt = at;
    emit([issueCommented(sourceOf(directory, account, issue), comment)]);
    return comment;
  }

  /** `visibility`: as it was, unless another one is given. */
  function editComment(
    account: Account,
    issue: Issue,
    comment: IssueComment,
    body: AdfDocument,
    visibility = comment.visibility,
  ): void {
    checkText(body);
    access.checkMayChange(account, issue, comment, 'edit');
    checkVisibility(account, issue, visibility);
    const at = now();
    Object.assign(comment, { body, visibility, updateAuthorId: account.accountId, updatedAt: at });
    issue.updatedAt = at;
    emit([issueCommented(sourceOf(directory, account, issue), comment)]);
  }

  function deleteComment(account: Account, issue: Issue, comment: IssueComment): void {
    access.checkMayChange(account, issue, comment, 'delete');
    issue.comments.splice(issue.comments.indexOf(comment), 1);
    issue.updatedAt = now();
    emit([commentDeleted(sourceOf(directory, account, issue), comment)]);
  }

  /** Nobody shuts themselves out. */
  function checkVisibility(account: Account, issue: Issue, visibility: CommentVisibility | undefined): void {
    if (!visibility || access.isAmong(account, issue, visibility)) return;
    const where = visibility.type === 'role' ? 'project role' : 'group';
    const problem = `You are currently not a member of the ${where}: ${visibility.value}.`;
    throw new JiraRefusal(400, problem, { commentLevel: problem });
  }

  return { comment, editComment, deleteComment };
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
