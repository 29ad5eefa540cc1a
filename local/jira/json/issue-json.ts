import type { Issue, IssueComment } from '../records/issue';
import { jiraDate } from './jira-dates';
import type { JiraState } from '../state/jira-state';
import { projectJson, userDetailsJson } from './json-shapes';
import type { Project } from '../projects';
import { requestTypeOf } from '../records/request-catalog';
import { requestTypeJson } from './request-json';
import {
  resolutionOf,
  statusOf,
  type ScreenField,
  type Status,
  type StatusCategory,
  type Transition,
} from '../records/workflow';

/** Jira's JSON for issues and what belongs to them, in the platform API and in events. */

const CATEGORIES: Record<StatusCategory, { id: number; name: string; colorName: string }> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
};

function statusJson({ id, name, category }: Status, siteUrl: string) {
  return {
    self: `${siteUrl}/rest/api/3/status/${id}`,
    description: '',
    iconUrl: '',
    name,
    id,
    statusCategory: {
      self: `${siteUrl}/rest/api/3/statuscategory/${CATEGORIES[category].id}`,
      key: category,
      ...CATEGORIES[category],
    },
  };
}

/** `withFields`: what its screen asks for, as `expand=transitions.fields` wants it. */
export function transitionJson(transition: Transition, siteUrl: string, withFields = false) {
  const { id, name, to, screen, onlyAssignee } = transition;
  return {
    id,
    name,
    to: statusJson(to, siteUrl),
    hasScreen: screen.length > 0,
    isGlobal: false,
    isInitial: false,
    isAvailable: true,
    isConditional: onlyAssignee,
    looped: false,
    ...(withFields && {
      fields: Object.fromEntries(screen.map((field) => [field.id, fieldJson(field, siteUrl)])),
    }),
  };
}

function fieldJson({ id, name, options }: ScreenField, siteUrl: string) {
  const common = { required: true, name, key: id, hasDefaultValue: false, operations: ['set'] };
  if (options.length === 0) {
    const custom = 'com.atlassian.jira.plugin.system.customfieldtypes:textfield';
    return { ...common, schema: { type: 'string', custom, customId: Number(id.replace(/\D/g, '')) } };
  }
  return {
    ...common,
    schema: { type: 'resolution', system: 'resolution' },
    allowedValues: options.map((option) => ({
      self: `${siteUrl}/rest/api/3/resolution/${option.id}`,
      ...option,
    })),
  };
}

export const issueTypeOf = ({ requestTypeId }: Issue) =>
  requestTypeId === null
    ? { id: '10002', name: 'Task', subtask: false }
    : { id: '10001', name: 'Service request', subtask: false };

/** The field in which Jira keeps what kind of request an issue is. */
const REQUEST_TYPE_FIELD = 'customfield_10010';

export function commentJson(issue: Issue, comment: IssueComment, directory: JiraState, siteUrl: string) {
  return {
    self: `${siteUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author: userDetailsJson(directory.account(comment.authorId), siteUrl),
    body: comment.body,
    updateAuthor: userDetailsJson(directory.account(comment.updateAuthorId), siteUrl),
    created: jiraDate(comment.createdAt),
    updated: jiraDate(comment.updatedAt),
    jsdPublic: comment.isPublic,
    ...(comment.visibility && { visibility: comment.visibility }),
  };
}

/** What Jira Service Management keeps beside a comment: whether it is an internal note. */
const VISIBILITY_PROPERTY = 'sd.public.comment';

export function commentProperties({ isPublic, properties }: IssueComment) {
  const all = { ...properties, [VISIBILITY_PROPERTY]: { internal: !isPublic } };
  return Object.entries(all).map(([key, value]) => ({ key, value }));
}

export function isInternalBy(properties: { key: string; value: unknown }[]): boolean {
  return properties.some(
    ({ key, value }) =>
      key === VISIBILITY_PROPERTY &&
      typeof value === 'object' &&
      value !== null &&
      'internal' in value &&
      value.internal === true,
  );
}

const CHANGES_SHOWN = 100;

/** All fields of an issue, by their ids. `seen`: the comments that the asker may read. */
export function issueFields(
  issue: Issue,
  project: Project,
  directory: JiraState,
  siteUrl: string,
  seen = issue.comments,
) {
  const user = (accountId: string) => userDetailsJson(directory.account(accountId), siteUrl);
  const type = issue.requestTypeId === null ? undefined : requestTypeOf(project, issue.requestTypeId);
  const fields: Record<string, unknown> = {
    ...issue.fieldValues,
    summary: issue.summary,
    description: issue.description,
    issuetype: issueTypeOf(issue),
    project: projectJson(project, siteUrl),
    status: statusJson(statusOf(project, issue.statusId), siteUrl),
    resolution: issue.resolvedAt === null ? null : resolutionOf(issue.resolutionId),
    resolutiondate: issue.resolvedAt === null ? null : jiraDate(issue.resolvedAt),
    reporter: user(issue.reporterId),
    creator: user(issue.creatorId),
    assignee: issue.assigneeId === null ? null : user(issue.assigneeId),
    created: jiraDate(issue.createdAt),
    updated: jiraDate(issue.updatedAt),
    comment: {
      self: `${siteUrl}/rest/api/3/issue/${issue.id}/comment`,
      comments: seen.map((comment) => commentJson(issue, comment, directory, siteUrl)),
      maxResults: seen.length,
      total: seen.length,
      startAt: 0,
    },
  };
  if (type && project.serviceDeskId !== null) {
    const { name } = statusOf(project, issue.statusId);
    fields[REQUEST_TYPE_FIELD] = {
      requestType: requestTypeJson(type, project.serviceDeskId, siteUrl),
      currentStatus: { status: name },
    };
  }
  return fields;
}

/** The fields of an issue that events carry; people are account ids there. */
export function eventFields(issue: Issue, directory: JiraState): Record<string, unknown> {
  const project = directory.project(issue.projectId);
  const status = project && statusOf(project, issue.statusId);
  return {
    summary: issue.summary,
    issuetype: issueTypeOf(issue),
    creator: { accountId: issue.creatorId },
    created: jiraDate(issue.createdAt),
    project: project && {
      id: project.id,
      key: project.key,
      name: project.name,
      projectTypeKey: project.type,
    },
    reporter: { accountId: issue.reporterId },
    assignee: issue.assigneeId === null ? null : { accountId: issue.assigneeId },
    updated: jiraDate(issue.updatedAt),
    status: status && {
      id: status.id,
      name: status.name,
      statusCategory: { key: status.category, ...CATEGORIES[status.category] },
    },
  };
}

/** The last hundred changes of its fields, the newest first, as `expand=changelog` gives them. */
export function changelogJson({ history = [] }: Issue, directory: JiraState, siteUrl: string) {
  const newest = history.slice(-CHANGES_SHOWN).toReversed();
  return {
    startAt: 0,
    maxResults: newest.length,
    total: newest.length,
    histories: newest.map(({ id, at, authorId, items }) => ({
      id,
      author: userDetailsJson(directory.account(authorId), siteUrl),
      created: jiraDate(at),
      items: items.map(({ field, fieldId, from, fromString, to, toString }) => ({
        field,
        fieldId,
        fieldtype: 'jira',
        ...(from !== null && { from }),
        fromString: fromString ?? '',
        ...(to !== null && { to }),
        toString: toString ?? '',
      })),
    })),
  };
}
