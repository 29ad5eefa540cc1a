import { describe, expect, it } from 'vitest';
import { callProblems, type JiraCall } from '../../../../local/jira/openapi/call-problems';
import { adfOfText } from '../../../../local/jira/records/adf';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const OPT_IN = { 'X-ExperimentalApi': 'opt-in' };
const COMMENT = '/rest/api/3/issue/SUP-1/comment';
const CUSTOMERS = '/rest/servicedeskapi/servicedesk/1/customer';

const get = (path: string, headers?: Record<string, string>): JiraCall => ({ method: 'GET', path, headers });
const post = (path: string, body: unknown, headers: Record<string, string> = JSON_TYPE): JiraCall => ({
  method: 'POST',
  path,
  headers,
  body: JSON.stringify(body),
});

describe('A call that Atlassian documents (R13)', () => {
  it.each<[string, JiraCall]>([
    ['a page of comments', get(`${COMMENT}?orderBy=-created&maxResults=100&expand=renderedBody`)],
    ['one comment', get(`${COMMENT}/10001`)],
    ['several people', get('/rest/api/3/user/bulk?maxResults=90&accountId=a&accountId=b')],
    ['one person, where a list may be', get('/rest/api/3/user/bulk?accountId=a')],
    ['some fields', get('/rest/api/3/issue/10001?fields=status,assignee')],
    ['projects by id', get('/rest/api/3/project/search?maxResults=50&id=10001&id=10002')],
    ['a service desk by its project', get('/rest/servicedeskapi/servicedesk/projectId:10001')],
    ['customers, opted in', get(`${CUSTOMERS}?query=cara`, OPT_IN)],
    ['customers, opted in by a header in small letters', get(CUSTOMERS, { 'x-experimentalapi': 'opt-in' })],
    [
      'a comment with its properties',
      post(COMMENT, {
        body: adfOfText('Hello'),
        properties: [{ key: 'sd.public.comment', value: { internal: true } }],
      }),
    ],
    [
      'a comment for a role',
      post(COMMENT, { body: {}, visibility: { type: 'role', value: 'Developers', identifier: null } }),
    ],
    ['comments by id, with properties', post('/rest/api/3/comment/list?expand=properties', { ids: [1, 2] })],
    [
      'a search',
      post('/rest/api/3/search/jql', { jql: 'project = 10001', fields: ['summary'], maxResults: 1 }),
    ],
    ['a search with two expansions', post('/rest/api/3/search/jql', { jql: '', expand: 'names,schema' })],
    ['a transition', post('/rest/api/3/issue/SUP-1/transitions', { transition: { id: '21' } })],
    ['an unassignment', { ...post('/rest/api/3/issue/SUP-1/assignee', { accountId: null }), method: 'PUT' }],
    ['a property of any form', { ...post('/rest/api/3/issue/SUP-1/properties/a', [1]), method: 'PUT' }],
    [
      'a request for somebody',
      post('/rest/servicedeskapi/request', {
        serviceDeskId: '1',
        requestTypeId: '2',
        isAdfRequest: true,
        raiseOnBehalfOf: 'a',
        requestFieldValues: { summary: 'Hello', customfield_10040: { id: '1' } },
      }),
    ],
  ])('passes: %s', (_, call) => {
    expect(callProblems(call)).toEqual([]);
  });
});

describe('A call is refused, in the words of the document (R13)', () => {
  it.each<[string, JiraCall, string[]]>([
    ['to a path that is not there', get('/rest/api/3/issue/SUP-1/comments'), ['not in Atlassian']],
    ['to a path with an empty part', get('/rest/api/3/issue//comment'), ['not in Atlassian']],
    ['by another method', { method: 'PATCH', path: COMMENT }, ['documented are GET, POST only']],
    [
      'with a parameter that is not documented',
      get(`${COMMENT}?start=0`),
      ['query has “start”', 'documented: startAt, maxResults, orderBy, expand'],
    ],
    [
      'with an expansion that another operation has',
      get(`${COMMENT}?expand=properties`),
      ['query/expand is "properties"', 'This parameter accepts `renderedBody`'],
    ],
    [
      'with one expansion too many',
      get(`${COMMENT}/1?expand=renderedBody,properties`),
      ['query/expand is "renderedBody,properties"'],
    ],
    [
      'with a value that a list in the text does not have',
      get('/rest/servicedeskapi/request?requestOwnership=OWNED_REQUESTS&requestOwnership=MINE'),
      ['query/requestOwnership/* is "MINE"'],
    ],
    [
      'with a value outside an enumeration',
      get(`${COMMENT}?orderBy=id`),
      ['query/orderBy is "id"', '*created*'],
    ],
    ['with words for a number', get(`${COMMENT}?maxResults=many`), ['query/maxResults must be integer']],
    ['with a part of a number', get(`${COMMENT}?maxResults=1.5`), ['query/maxResults must be integer']],
    ['with one value given twice', get(`${COMMENT}?startAt=1&startAt=2`), ['query/startAt must be integer']],
    [
      'without a parameter that is required',
      get('/rest/api/3/user/bulk'),
      ['query lacks “accountId”', 'The account ID of a user.'],
    ],
    [
      'with a path of the wrong form',
      get('/rest/servicedeskapi/request/SUP-1/comment/first'),
      ['path/commentId must be integer'],
    ],
    [
      'without the header of experimental operations',
      get(CUSTOMERS),
      [
        'the header X-ExperimentalApi: opt-in is missing',
        'you must include the `X-ExperimentalApi: opt-in` header',
      ],
    ],
    [
      'with that header saying something else',
      get(CUSTOMERS, { 'X-ExperimentalApi': 'yes' }),
      ['opt-in is missing'],
    ],
    ['without its body', { method: 'POST', path: COMMENT, headers: JSON_TYPE }, ['the body is missing']],
    ['with a body where none is taken', { ...get(COMMENT), body: '{}' }, ['it takes no body']],
    ['with a body that is no JSON', { ...post(COMMENT, 1), body: 'Hello' }, ['the body is not JSON']],
    [
      'with a body of another kind',
      post(COMMENT, {}, { 'content-type': 'text/plain' }),
      ['content type “text/plain”', 'application/json'],
    ],
    ['with a body that does not say what it is', post(COMMENT, {}, {}), ['content type “”']],
    [
      'with a member that is not documented, though the schema is open',
      post(COMMENT, { body: {}, isPublic: true }),
      ['body has “isPublic”', 'documented: body, properties, visibility'],
    ],
    [
      'with a member inside another that is not documented',
      post(COMMENT, { body: {}, properties: [{ key: 'a', value: 1, secret: true }] }),
      ['body/properties/* has “secret”', 'documented: key, value'],
    ],
    [
      'with a member that is Jira’s alone',
      post(COMMENT, { jsdPublic: false }),
      ['body/jsdPublic is read only'],
    ],
    [
      'with a member of another type',
      post('/rest/servicedeskapi/request', { serviceDeskId: 1 }),
      [
        'body/serviceDeskId must be string, and is 1',
        'ID of the service desk in which to create the request.',
      ],
    ],
    [
      'without a member that is required',
      post('/rest/api/3/comment/list', {}),
      ['body lacks “ids”', 'The list of comment IDs.'],
    ],
    [
      'with an expansion in its body that is not documented',
      post('/rest/api/3/search/jql', { expand: 'names,comments' }),
      ['body/expand is "names,comments"'],
    ],
    [
      'with a restriction of a kind that is not there',
      post(COMMENT, { visibility: { type: 'team' } }),
      ['body/visibility/type is "team"'],
    ],
  ])('%s', (_, call, words) => {
    const problems = callProblems(call);
    expect(problems).toHaveLength(1);
    for (const word of words) expect(problems[0]).toContain(word);
  });

  it('once for each thing that is wrong, naming the operation', () => {
    const problems = callProblems(post(`${COMMENT}?expand=all`, { created: 'now', more: 1 }));
    expect(problems).toHaveLength(3);
    for (const problem of problems)
      expect(problem).toMatch(/^POST \/rest\/api\/3\/issue\/\{issueIdOrKey\}\/comment: /);
  });
});
