import { textOfAdf } from '../records/adf';
import { avatarPath } from '../records/avatars';
import type { Issue, IssueComment } from '../records/issue';
import { deskDate } from './jira-dates';
import type { JiraState } from '../state/jira-state';
import type { Account } from '../records/people';
import type { Project } from '../projects';
import { requestTypeOf, type RequestField, type RequestType } from '../records/request-catalog';
import { wikiOfAdf } from '../records/wiki-markup';
import { statusOf, type StatusCategory } from '../records/workflow';

/** Jira Service Management's JSON for requests, their types and their comments. */

export function deskUserJson(account: Account, siteUrl: string) {
  const { accountId, name, email, active, timezone, kind } = account;
  const { addressVisible = kind === 'customer' } = account;
  const self = `${siteUrl}/rest/api/2/user?accountId=${encodeURIComponent(accountId)}`;
  const avatar = `${siteUrl}${avatarPath(accountId)}`;
  return {
    accountId,
    displayName: name,
    // Atlassian accounts keep their address to themselves; accounts of the site's customers belong to the site.
    ...(addressVisible && { emailAddress: email }),
    active,
    timeZone: timezone,
    _links: {
      self,
      jiraRest: self,
      avatarUrls: { '16x16': avatar, '24x24': avatar, '32x32': avatar, '48x48': avatar },
    },
  };
}

export function requestTypeJson(
  { id, name, description }: RequestType,
  serviceDeskId: string,
  siteUrl: string,
) {
  return {
    _expands: ['field'],
    id,
    _links: { self: `${siteUrl}/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${id}` },
    name,
    description,
    helpText: '',
    issueTypeId: '10001',
    serviceDeskId,
    portalId: serviceDeskId,
    groupIds: ['1'],
    canCreateRequest: true,
  };
}

export function requestFieldJson({ id, name, description, required, kind, options }: RequestField) {
  return {
    fieldId: id,
    name,
    description,
    required,
    defaultValues: [],
    validValues: options.map((option) => ({ value: option.id, label: option.value, children: [] })),
    presetValues: [],
    jiraSchema: schemaOf(id, kind),
    visible: true,
  };
}

const CUSTOM_TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

function schemaOf(id: string, kind: RequestField['kind']) {
  const type = kind === 'select' ? 'option' : kind === 'date' ? 'date' : 'string';
  if (!id.startsWith('customfield_')) return { type, system: id };
  const custom = kind === 'select' ? 'select' : kind === 'date' ? 'datepicker' : 'textarea';
  return { type, custom: `${CUSTOM_TYPES}:${custom}`, customId: Number(id.replace(/\D/g, '')) };
}

const CATEGORIES: Record<StatusCategory, string> = {
  new: 'NEW',
  indeterminate: 'INDETERMINATE',
  done: 'DONE',
};

export function requestStatusJson(issue: Issue, project: Project) {
  const { name, category } = statusOf(project, issue.statusId);
  return { status: name, statusCategory: CATEGORIES[category], statusDate: deskDate(issue.statusAt) };
}

export function requestJson(issue: Issue, project: Project, directory: JiraState, siteUrl: string) {
  const { serviceDeskId } = project;
  const fields =
    issue.requestTypeId === null ? [] : (requestTypeOf(project, issue.requestTypeId)?.fields ?? []);
  const values: Record<string, unknown> = {
    ...issue.fieldValues,
    summary: issue.summary,
    ...(issue.description && { description: wikiOfAdf(issue.description) }),
  };
  return {
    _expands: [
      'participant',
      'status',
      'sla',
      'requestType',
      'serviceDesk',
      'attachment',
      'action',
      'comment',
    ],
    issueId: issue.id,
    issueKey: issue.key,
    summary: issue.summary,
    requestTypeId: issue.requestTypeId,
    serviceDeskId,
    createdDate: deskDate(issue.createdAt),
    reporter: deskUserJson(directory.account(issue.reporterId), siteUrl),
    requestFieldValues: fields
      .filter(({ id }) => values[id] !== undefined)
      .map(({ id, name }) => ({ fieldId: id, label: name, value: values[id] })),
    currentStatus: requestStatusJson(issue, project),
    _links: {
      jiraRest: `${siteUrl}/rest/api/2/issue/${issue.id}`,
      web: `${siteUrl}/servicedesk/customer/portal/${serviceDeskId ?? ''}/${issue.key}`,
      agent: `${siteUrl}/browse/${issue.key}`,
      self: `${siteUrl}/rest/servicedeskapi/request/${issue.id}`,
    },
  };
}

export function requestCommentJson(
  issue: Issue,
  comment: IssueComment,
  directory: JiraState,
  siteUrl: string,
  expand: string[] = [],
) {
  return {
    _expands: ['attachment', 'renderedBody'],
    id: comment.id,
    body: wikiOfAdf(comment.body),
    ...(expand.includes('renderedBody') && { renderedBody: { html: htmlOf(textOfAdf(comment.body)) } }),
    public: comment.isPublic,
    author: deskUserJson(directory.account(comment.authorId), siteUrl),
    created: deskDate(comment.createdAt),
    _links: { self: `${siteUrl}/rest/servicedeskapi/request/${issue.id}/comment/${comment.id}` },
  };
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Without formatting. */
const htmlOf = (text: string): string =>
  `<p>${text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replaceAll('\n', '<br />')}</p>`;
