import { html } from 'hono/html';
import { textOfAdf } from '../jira/records/adf';
import { avatarPath } from '../jira/records/avatars';
import type { IssueComment } from '../jira/records/issue';
import type { Jira } from '../jira/jira';
import { adfHtml } from './adf-html';
import type { Html } from './document';
import { moment } from './moment';
import type { Visitor } from './visitor';

interface CommentChanges {
  /** Of the page; forms are sent below it. */
  address: string;
  /** The comment that is being edited. */
  editing: string | undefined;
  isAllowed(comment: IssueComment): boolean;
}

interface CommentListParts {
  jira: Jira;
  visitor: Visitor;
  comments: IssueComment[];
  /** Said when there are none. */
  none: string;
  /** Where comments are changed; without it they are only read. */
  change?: CommentChanges;
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
          ${
            change?.editing === id
              ? editForm(change.address, comment)
              : html`<div class="comment-body">${adfHtml(body)}</div>
                  ${change?.isAllowed(comment) ? changeLinks(change.address, comment) : ''}`
          }
        </div>
      </li>`;
    })}
  </ol>`;
}

function changeLinks(address: string, { id }: IssueComment): Html {
  return html`<div class="comment-actions">
    <a class="link-button" href="${address}?edit=${id}">Edit</a>
    <form method="post" action="${address}/delete" data-form>
      <input type="hidden" name="comment" value="${id}" />
      <button class="link-button">Delete</button>
      <span class="form-status" role="status"></span>
    </form>
  </div>`;
}

function editForm(address: string, { id, body }: IssueComment): Html {
  return html`<form method="post" action="${address}/edit">
    <input type="hidden" name="comment" value="${id}" />
    <label class="field">
      Edit the comment <textarea name="text" rows="4" required autofocus>${textOfAdf(body)}</textarea>
    </label>
    <div class="button-row form-end">
      <button class="button button-primary">Save</button>
      <a class="button button-subtle" href="${address}">Cancel</a>
    </div>
  </form>`;
}
