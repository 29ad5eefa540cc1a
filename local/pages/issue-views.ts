import { html } from 'hono/html';
import type { Issue } from '../jira/records/issue';
import type { Jira } from '../jira/jira';
import type { Account } from '../jira/records/people';
import type { Project } from '../jira/projects';
import { requestTypeOf } from '../jira/records/request-catalog';
import { statusOf, type ScreenField, type Status, type Transition } from '../jira/records/workflow';
import { adfHtml } from './adf-html';
import { commentList } from './comment-list';
import type { Html } from './document';
import { moment } from './moment';
import type { Visitor } from './visitor';

const LOZENGES: Record<Status['category'], string> = {
  new: '',
  indeterminate: 'lozenge-progress',
  done: 'lozenge-done',
};

export function statusLozenge({ name, category }: Status): Html {
  return html`<span class="lozenge ${LOZENGES[category]}">${name}</span>`;
}

interface QueueParts {
  jira: Jira;
  project: Project;
  visitor: Visitor;
  shows: 'open' | 'closed';
}

/** The requests of a project, last changed first. */
export function queueView({ jira, project, visitor, shows }: QueueParts): Html {
  const home = `/as/${visitor.pathName}/jira`;
  const address = `${home}/projects/${project.key}`;
  const found = jira.desk.issues
    .all()
    .filter(
      (issue) =>
        issue.projectId === project.id &&
        (issue.resolvedAt !== null) === (shows === 'closed') &&
        jira.desk.access.sees(visitor.person ?? undefined, issue),
    )
    .toSorted((a, b) => b.updatedAt - a.updatedAt);
  const tab = (name: string, value: typeof shows): Html =>
    html`<li>
      <a
        href="${value === 'open' ? address : `${address}?show=closed`}"
        ${value === shows ? 'aria-current=page' : ''}
      >
        ${name}
      </a>
    </li>`;
  const isService = project.type === 'service_desk';
  const [all, closed] = isService ? ['All open requests', 'Resolved requests'] : ['Board', 'Done'];
  return html`<h1>${shows === 'open' ? all : closed}</h1>
    <nav aria-label="Requests">
      <ul class="tabs">
        ${tab('Open', 'open')} ${tab(isService ? 'Resolved' : 'Done', 'closed')}
      </ul>
    </nav>
    <div class="scroll-x" data-live="queue" data-live-of="${project.key}-">
      ${found.length === 0 ? html`<p class="subtle">There are none.</p>` : queueTable(jira, visitor, project, found)}
    </div>`;
}

/** What a search by JQL found, in the order asked for. */
export function searchView(jira: Jira, visitor: Visitor, project: Project, issues: Issue[]): Html {
  return html`<h1>Search</h1>
    <div class="scroll-x">
      ${issues.length === 0 ? html`<p class="subtle">There are none.</p>` : queueTable(jira, visitor, project, issues)}
    </div>`;
}

function queueTable(jira: Jira, visitor: Visitor, project: Project, issues: Issue[]): Html {
  return html`<table class="table">
    <thead>
      <tr>
        ${['Key', 'Summary', 'Reporter', 'Assignee', 'Status', 'Updated'].map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${issues.map(
        ({ key, summary, reporterId, assigneeId, statusId, updatedAt }) =>
          html`<tr>
            <td class="no-wrap"><a href="/as/${visitor.pathName}/jira/browse/${key}">${key}</a></td>
            <td>${summary}</td>
            <td>${jira.account(reporterId).name}</td>
            <td>
              ${assigneeId === null ? html`<span class="subtle">Unassigned</span>` : jira.account(assigneeId).name}
            </td>
            <td class="no-wrap">${statusLozenge(statusOf(project, statusId))}</td>
            <td class="no-wrap">${moment(updatedAt, visitor)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

interface IssueParts {
  jira: Jira;
  issue: Issue;
  project: Project;
  visitor: Visitor;
  account: Account;
  /** The comment that is being edited. */
  editing?: string | undefined;
  /** Of apps, beside it. */
  sections: Html[];
}

type DetailsParts = Omit<IssueParts, 'sections'>;

/** An issue as people in Jira see it: with internal notes, and with what they may do. */
export function issueView(parts: IssueParts): Html {
  const { jira, issue, project, visitor, account, editing } = parts;
  const { desk } = jira;
  const address = `/as/${visitor.pathName}/jira/browse/${issue.key}`;
  const mayReply = desk.access.mayReply(account, issue, project);
  return html`<p class="breadcrumb">
      <a href="/as/${visitor.pathName}/jira/projects/${project.key}">${project.name}</a> / ${issue.key}
    </p>
    <h1>${issue.summary}</h1>
    <div class="issue">
      <div>
        <h2>Description</h2>
        <div class="issue-text">
          ${issue.description ? adfHtml(issue.description) : html`<p class="subtle">None.</p>`}
        </div>
        <h2>Comments</h2>
        <div data-live="comments" data-live-of="${issue.key}">
          ${commentList({
            jira,
            visitor,
            comments: issue.comments.filter((comment) => desk.access.seesComment(account, issue, comment)),
            none: 'No comments yet.',
            change: { address, editing, isAllowed: ({ authorId }) => authorId === account.accountId },
          })}
        </div>
        ${commentForm(address, mayReply)}
      </div>
      <div class="issue-side">
        <aside aria-label="Details" data-live="details" data-live-of="${issue.key}">
          ${details(parts, address)}
        </aside>
        ${parts.sections}
      </div>
    </div>`;
}

function commentForm(address: string, mayReply: boolean): Html {
  return html`<form class="comment-form" method="post" action="${address}/comment" data-form>
    <label class="field">Add a comment <textarea name="text" rows="4" required></textarea></label>
    ${mayReply ? '' : html`<p class="subtle">Customers hear from the agents of the space. Your notes stay internal.</p>`}
    <div class="button-row">
      ${
        mayReply
          ? html`<button class="button button-primary" name="visibility" value="public">
              Reply to customer
            </button>`
          : ''
      }
      <button class="button" name="visibility" value="internal">Add internal note</button>
    </div>
    <p class="form-status" role="status"></p>
  </form>`;
}

function details({ jira, issue, project, visitor, account }: DetailsParts, address: string): Html {
  const { desk } = jira;
  const type = issue.requestTypeId === null ? undefined : requestTypeOf(project, issue.requestTypeId);
  const status = statusOf(project, issue.statusId);
  const row = (name: string, value: Html | string): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<p>${statusLozenge(status)}</p>
    ${transitionForms(desk.actions.transitions(account, issue, project), address)}
    <dl class="details">
      ${row('Assignee', assigneeForm({ jira, issue, project, visitor, account }, address))}
      ${row('Reporter', jira.account(issue.reporterId).name)} ${type ? row('Request type', type.name) : ''}
      ${row('Created', moment(issue.createdAt, visitor))} ${row('Updated', moment(issue.updatedAt, visitor))}
    </dl>
    ${desk.access.mayDelete(account, project) ? deletion(project, address) : ''}`;
}

/** A button each; those with a screen ask first. */
function transitionForms(transitions: Transition[], address: string): Html {
  const plain = transitions.filter(({ screen }) => screen.length === 0);
  const asking = transitions.filter(({ screen }) => screen.length > 0);
  const button = ({ id, name }: Transition): Html =>
    html`<button class="button" name="transition" value="${id}">${name}</button>`;
  return html`<form class="button-row" method="post" action="${address}/transition" data-form>
      ${plain.map(button)}
      <span class="form-status" role="status"></span>
    </form>
    ${asking.map(
      (transition) =>
        html`<details>
          <summary class="link-button">${transition.name}…</summary>
          <form class="comment-form" method="post" action="${address}/transition" data-form>
            ${transition.screen.map(screenField)} ${button(transition)}
            <span class="form-status" role="status"></span>
          </form>
        </details>`,
    )}`;
}

const screenField = ({ id, name, options }: ScreenField): Html =>
  html`<label class="field">
    ${name}
    ${
      options.length === 0
        ? html`<input name="${id}" />`
        : html`<select name="${id}">
            ${options.map((option) => html`<option value="${option.id}">${option.name}</option>`)}
          </select>`
    }
  </label>`;

/** Asked once more, and sent as a page of its own: there is no page to stay on. */
function deletion({ type }: Project, address: string): Html {
  const what = type === 'service_desk' ? 'request' : 'work item';
  return html`<details class="deletion">
    <summary class="link-button">Delete ${what}</summary>
    <form method="post" action="${address}/delete-issue">
      <p>With all its comments, and for good.</p>
      <button class="button button-danger">Delete this ${what}</button>
    </form>
  </details>`;
}

function assigneeForm({ jira, issue, project, account }: DetailsParts, address: string): Html {
  const { access } = jira.desk;
  const name = issue.assigneeId === null ? 'Unassigned' : jira.account(issue.assigneeId).name;
  if (!access.mayWorkOn(account, issue)) return html`${name}`;
  const isMine = issue.assigneeId === account.accountId;
  const canBeMine = access.assignees(project).some(({ accountId }) => accountId === account.accountId);
  const button = (text: string, value: string): Html =>
    html`<button class="link-button" name="assignee" value="${value}">${text}</button>`;
  return html`<form method="post" action="${address}/assign" data-form>
    <span>${name}</span>
    ${canBeMine && !isMine ? button('Assign to me', account.accountId) : ''}
    ${issue.assigneeId === null ? '' : button('Unassign', '')}
    <span class="form-status" role="status"></span>
  </form>`;
}
