import type { Schema } from '../../local/jira/openapi/openapi-document';

/** What the app asks of Jira, what the local Jira answers, and what people do in tests. */

const ISSUE = '/rest/api/3/issue/{issueIdOrKey}';
const COMMENT_PROPERTY = '/rest/api/3/comment/{commentId}/properties';
const DESK = '/rest/servicedeskapi/servicedesk/{serviceDeskId}';
const REQUEST = '/rest/servicedeskapi/request/{issueIdOrKey}';

export interface WantedOperation {
  path: string;
  methods: string[];
  bodyByWords?: BodyByWords;
}

/** Where the words of an operation allow what the schema of its body does not. */
export interface BodyByWords {
  words: string;
  schema: Schema;
}

const UNASSIGNED = '`null`, the issue is set to unassigned';
const ASSIGNEE: BodyByWords = {
  words: UNASSIGNED,
  schema: {
    type: 'object',
    properties: { accountId: { type: 'string', nullable: true, maxLength: 128, description: UNASSIGNED } },
  },
};

const wanted = (path: string, ...methods: string[]): WantedOperation => ({ path, methods });

export const PLATFORM_OPERATIONS: readonly WantedOperation[] = [
  wanted('/rest/api/3/permissions/check', 'post'),
  wanted('/rest/api/3/mypermissions', 'get'),
  wanted('/rest/api/3/serverInfo', 'get'),
  wanted('/rest/api/3/myself', 'get'),
  wanted('/rest/api/3/user', 'get'),
  wanted('/rest/api/3/user/bulk', 'get'),
  wanted('/rest/api/3/user/search', 'get'),
  wanted('/rest/api/3/user/assignable/search', 'get'),
  wanted('/rest/api/3/project/search', 'get'),
  wanted('/rest/api/3/project/{projectIdOrKey}', 'get'),
  wanted('/rest/api/3/project/{projectIdOrKey}/role', 'get'),
  wanted('/rest/api/3/search/jql', 'get', 'post'),
  wanted('/rest/api/3/comment/list', 'post'),
  wanted(COMMENT_PROPERTY, 'get'),
  wanted(`${COMMENT_PROPERTY}/{propertyKey}`, 'get', 'put', 'delete'),
  wanted(ISSUE, 'get', 'put', 'delete'),
  { ...wanted(`${ISSUE}/assignee`, 'put'), bodyByWords: ASSIGNEE },
  wanted(`${ISSUE}/notify`, 'post'),
  wanted(`${ISSUE}/changelog`, 'get'),
  wanted(`${ISSUE}/comment`, 'get', 'post'),
  wanted(`${ISSUE}/comment/{id}`, 'get', 'put', 'delete'),
  wanted(`${ISSUE}/properties`, 'get'),
  wanted(`${ISSUE}/properties/{propertyKey}`, 'get', 'put', 'delete'),
  wanted(`${ISSUE}/transitions`, 'get', 'post'),
];

export const SERVICE_DESK_OPERATIONS: readonly WantedOperation[] = [
  wanted('/rest/servicedeskapi/info', 'get'),
  wanted('/rest/servicedeskapi/customer', 'post'),
  wanted('/rest/servicedeskapi/servicedesk', 'get'),
  wanted(DESK, 'get'),
  wanted(`${DESK}/customer`, 'get', 'post', 'delete'),
  wanted(`${DESK}/requesttype`, 'get'),
  wanted(`${DESK}/requesttype/{requestTypeId}`, 'get'),
  wanted(`${DESK}/requesttype/{requestTypeId}/field`, 'get'),
  wanted('/rest/servicedeskapi/request', 'get', 'post'),
  wanted(REQUEST, 'get'),
  wanted(`${REQUEST}/comment`, 'get', 'post'),
  wanted(`${REQUEST}/comment/{commentId}`, 'get'),
  wanted(`${REQUEST}/participant`, 'get', 'post', 'delete'),
  wanted(`${REQUEST}/status`, 'get'),
  wanted(`${REQUEST}/transition`, 'get', 'post'),
];
