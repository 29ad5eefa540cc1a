import { html } from 'hono/html';
import { textOfAdf } from '../jira/adf';
import { avatarPath } from '../jira/avatars';
import type { IssueComment } from '../jira/issue-store';
import type { Jira } from '../jira/jira';
import { adfHtml } from './adf-html';
import type { Html } from './document';
import { moment } from './moment';
import type { Visitor } from './visitor';

interface CommentListParts {
  jira: Jira;
  visitor: Visitor;
  comments: IssueComment[];
  /** Said when there are none. */
  none: string;
  /** Where comments are edited and deleted; without it they are only read. */
  change?: { address: string; isAllowed(comment: IssueComment): boolean };
}

/** Comments, oldest first. Internal notes are marked by word, shape and colour. */
export function commentList({ jira, visitor, comments, none, change }: CommentListParts): Html {
  if (comments.length === 0) return html`<p class="subtle">${none}</p>`;
  return html`<ol class="comments">
    ${comments.map((comment) => {
      const { id, authorId, body, isPublic, createdAt, updatedAt } = comment;
      const { name } = jira.account(authorId);
      return html`<li class="comment ${isPublic ? '' : 'comment-internal'}" data-comment="${id}">
        <img class="avatar" src="${avatarPath(authorId)}" alt="" width="32" height="32" />
        <div>
          <p class="comment-head">
            <strong>${name}</strong> ${moment(createdAt, visitor)}
            ${isPublic ? '' : html`<span class="lozenge lozenge-note">Internal note</span>`}
            ${updatedAt === createdAt ? '' : html`<span class="subtle">edited</span>`}
          </p>
          <div class="comment-body">${adfHtml(body)}</div>
          ${change?.isAllowed(comment) ? changeForms(change.address, comment) : ''}
        </div>
      </li>`;
    })}
  </ol>`;
}

function changeForms(address: string, { id, body }: IssueComment): Html {
  return html`<div class="comment-actions">
    <details>
      <summary class="link-button">Edit</summary>
      <form method="post" action="${address}/edit" data-form>
        <input type="hidden" name="comment" value="${id}" />
        <label class="field"
          >Comment <textarea name="text" rows="3" required>${textOfAdf(body)}</textarea>
        </label>
        <button class="button button-primary">Save</button>
        <p class="form-status" role="status"></p>
      </form>
    </details>
    <form method="post" action="${address}/delete" data-form>
      <input type="hidden" name="comment" value="${id}" />
      <button class="link-button">Delete</button>
      <span class="form-status" role="status"></span>
    </form>
  </div>`;
}
