import { html } from 'hono/html';
import type { Issue } from '../jira/records/issue';
import type { Jira } from '../jira/jira';
import type { Project } from '../jira/projects';
import type { RequestField, RequestType } from '../jira/records/request-catalog';
import { requestTypeOf } from '../jira/records/request-catalog';
import { requestsOf } from '../jira/state/requests-of';
import { statusOf } from '../jira/records/workflow';
import { adfHtml } from './adf-html';
import { commentList } from './comment-list';
import type { Html } from './document';
import { statusLozenge } from './issue-views';
import { moment } from './moment';
import type { PortalModules } from './portal-shell';
import { ANONYMOUS, type Visitor } from './visitor';

interface FormParts {
  project: Project;
  type: RequestType;
  visitor: Visitor;
  modules: PortalModules;
  /** What was typed, when the form comes back. */
  values?: Record<string, string>;
  problem?: string;
}

export function requestForm({ project, type, visitor, modules, values = {}, problem }: FormParts): Html {
  const home = `/as/${visitor.pathName}/portal`;
  const address = `${home}/${project.serviceDeskId ?? ''}/create/${type.id}`;
  return html`<div class="portal-content portal-form">
    <p class="breadcrumb">
      <a href="${home}">Help Center</a> / <a href="${home}/${project.serviceDeskId}">${project.name}</a>
    </p>
    <h1>${type.name}</h1>
    ${modules.head}
    <p>${type.description}</p>
    ${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
    ${
      visitor === ANONYMOUS
        ? logInFirst(`portal/${project.serviceDeskId ?? ''}/create/${type.id}`)
        : html`<form method="post" action="${address}">
            ${type.fields.map((field) => fieldOf(field, values[field.id] ?? ''))}
            <div class="button-row form-end">
              <button class="button button-primary">Send</button>
              <a class="button button-subtle" href="${home}/${project.serviceDeskId}">Cancel</a>
            </div>
          </form>`
    }
  </div>`;
}

function logInFirst(destination: string): Html {
  const query = `destination=${encodeURIComponent(destination)}`;
  return html`<p class="note" role="note">
      Log in to send this request, or sign up: the answer comes to your e-mail, and you can follow it here.
    </p>
    <div class="button-row">
      <a class="button button-primary" href="/portal/login?${query}">Log in</a>
      <a class="button" href="/portal/sign-up?${query}">Sign up</a>
    </div>`;
}

function fieldOf({ id, name, required, kind, options }: RequestField, value: string): Html {
  const label = required ? name : `${name} (optional)`;
  const needed = required ? 'required' : '';
  switch (kind) {
    case 'text':
      return html`<label class="field"
        >${label} <input name="${id}" value="${value}" maxlength="255" autocomplete="off" ${needed}
      /></label>`;
    case 'paragraph':
      return html`<label class="field"
        >${label} <textarea name="${id}" rows="6" ${needed}>${value}</textarea>
      </label>`;
    case 'date':
      return html`<label class="field"
        >${label} <input type="date" name="${id}" value="${value}" ${needed}
      /></label>`;
    case 'select':
      return html`<label class="field"
        >${label}
        <select name="${id}" ${needed}>
          <option value="">Choose…</option>
          ${options.map(
            (option) =>
              html`<option value="${option.id}" ${option.id === value ? 'selected' : ''}>
                ${option.value}
              </option>`,
          )}
        </select></label
      >`;
  }
}

/** Everything that somebody asked for, newest first. */
export function myRequests(jira: Jira, visitor: Visitor, { head }: PortalModules): Html {
  const home = `/as/${visitor.pathName}/portal`;
  const found = visitor.person ? requestsOf(jira.desk, jira.account(visitor.person.accountId)) : [];
  return html`<div class="portal-content">
    <p class="breadcrumb"><a href="${home}">Help Center</a></p>
    <h1>My requests</h1>
    ${head}
    <div data-live="requests" data-live-of="">
      ${
        found.length === 0
          ? html`<p>You have no requests. <a href="${home}">Ask for something.</a></p>`
          : html`<ul class="request-types">
              ${found.map(({ issue, project }) => requestCard(issue, project, visitor))}
            </ul>`
      }
    </div>
  </div>`;
}

function requestCard(issue: Issue, project: Project, visitor: Visitor): Html {
  return html`<li>
    <a class="request-type" href="/as/${visitor.pathName}/portal/${project.serviceDeskId}/${issue.key}">
      <span
        >${issue.summary}<small
          >${issue.key}, ${project.name}, ${moment(issue.updatedAt, visitor)}</small
        ></span
      >
      ${statusLozenge(statusOf(project, issue.statusId))}
    </a>
  </li>`;
}

interface RequestParts {
  jira: Jira;
  issue: Issue;
  project: Project;
  visitor: Visitor;
  modules: PortalModules;
}

/** A request as its customer sees it: public comments only. */
export function requestView({ jira, issue, project, visitor, modules }: RequestParts): Html {
  const home = `/as/${visitor.pathName}/portal`;
  const type = issue.requestTypeId === null ? undefined : requestTypeOf(project, issue.requestTypeId);
  const resolved = html`<p class="note" role="note">
    This request is resolved. You can still write, and whoever looks after it will see it.
  </p>`;
  return html`<div class="portal-content portal-request">
    <p class="breadcrumb">
      <a href="${home}">Help Center</a> / <a href="${home}/requests">My requests</a> / ${issue.key}
    </p>
    <h1>${issue.summary}</h1>
    ${modules.head}
    <div data-live="status" data-live-of="${issue.key}">
      <p class="request-head">
        ${statusLozenge(statusOf(project, issue.statusId))}
        <span class="subtle">
          ${type ? `${type.name}, ` : ''}${jira.account(issue.reporterId).name},
          ${moment(issue.createdAt, visitor)}
        </span>
      </p>
    </div>
    <div class="issue-text">${issue.description ? adfHtml(issue.description) : ''}</div>
    <h2>Activity</h2>
    <div data-live="comments" data-live-of="${issue.key}">
      ${commentList({
        jira,
        visitor,
        comments: issue.comments.filter(
          (comment) =>
            comment.isPublic && jira.desk.access.seesComment(visitor.person ?? undefined, issue, comment),
        ),
        none: 'No replies yet.',
      })}
      ${issue.resolvedAt === null ? '' : resolved}
    </div>
    <form
      class="comment-form"
      method="post"
      action="${home}/${project.serviceDeskId}/${issue.key}/comment"
      data-form
    >
      <label class="field">Write a reply <textarea name="text" rows="4" required></textarea></label>
      <div class="button-row"><button class="button button-primary">Send</button></div>
      <p class="form-status" role="status"></p>
    </form>
    ${modules.side}
  </div>`;
}
