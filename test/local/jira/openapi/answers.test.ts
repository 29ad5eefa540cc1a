import { describe, expect, it } from 'vitest';
import { answerProblems } from '../../../../local/jira/openapi/answer-problems';

const problems = (call: string, status: number, body: unknown = ''): string[] => {
  const [method = '', path = ''] = call.split(' ');
  return answerProblems({
    method,
    path,
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
};

const COMMENT = {
  self: 'https://site.example/comment/1',
  id: '1',
  author: { accountId: 'a', displayName: 'Ann', active: true },
  body: { type: 'doc', version: 1, content: [] },
  created: '2021-01-17T12:34:00.000+0000',
  updated: '2021-01-17T12:34:00.000+0000',
  jsdPublic: true,
};

describe('An answer of the local Jira that Atlassian documents (R13)', () => {
  it.each<[string, string, number, unknown?]>([
    ['a comment, with moments as Jira writes them', 'GET /rest/api/3/issue/A-1/comment/1', 200, COMMENT],
    [
      'fields of an issue, whatever they are',
      'GET /rest/api/3/issue/A-1',
      200,
      { id: '1', fields: { any: [1, { a: null }] } },
    ],
    ['nothing, where nothing is documented', 'DELETE /rest/api/3/issue/A-1', 204],
    ['nothing, where anything is', 'POST /rest/api/3/issue/A-1/transitions', 204],
    ['an error of the platform', 'GET /rest/api/3/issue/A-1', 404, { errorMessages: ['No.'], errors: {} }],
    ['an error of the service desk', 'GET /rest/servicedeskapi/servicedesk/1', 404, { errorMessage: 'No.' }],
    [
      'an error that operations do not list',
      'GET /rest/api/3/myself',
      429,
      { errorMessages: ['Slow down.'] },
    ],
    ['a failure without words', 'GET /rest/api/3/myself', 503],
    ['404 where nothing is', 'GET /rest/api/3/nothing', 404, { errorMessages: ['No.'] }],
  ])('passes: %s', (_, call, status, body) => {
    expect(problems(call, status, body)).toEqual([]);
  });
});

describe('An answer of the local Jira is refused, in the words of the document (R13)', () => {
  it.each<[string, string, number, unknown, string]>([
    ['of an operation that is not there', 'GET /rest/api/3/nothing', 200, {}, 'answered, and not documented'],
    [
      'with another status',
      'POST /rest/api/3/issue/A-1/comment',
      200,
      COMMENT,
      '200: the status is not documented; documented: 201, 400',
    ],
    ['with an error that it cannot have', 'GET /rest/api/3/myself', 422, '', 'the status is not documented'],
    ['that is no JSON', 'GET /rest/api/3/myself', 200, '<html>', 'the body is not JSON'],
    ['that is empty', 'GET /rest/api/3/myself', 200, '', 'the body is not JSON'],
    [
      'with words where there are none',
      'DELETE /rest/api/3/issue/A-1',
      204,
      {},
      'an empty body is documented',
    ],
    [
      'with a member that is not documented',
      'GET /rest/api/3/myself',
      200,
      { email: 'a@b.example' },
      'body has “email”',
    ],
    [
      'with such a member where the schema is open',
      'GET /rest/api/3/issue/A-1/comment',
      200,
      { comments: [COMMENT, { ...COMMENT, isPublic: true }] },
      'body/comments/* has “isPublic”',
    ],
    [
      'with a person’s language beside a comment',
      'GET /rest/api/3/issue/A-1/comment/1',
      200,
      { ...COMMENT, author: { accountId: 'a', locale: 'de_DE' } },
      'body/author has “locale”',
    ],
    [
      'with a number for a text',
      'GET /rest/api/3/issue/A-1/comment/1',
      200,
      { ...COMMENT, id: 1 },
      'body/id must be string',
    ],
    [
      'with a moment that is none',
      'GET /rest/api/3/issue/A-1/comment/1',
      200,
      { ...COMMENT, created: 'now' },
      'body/created must match format "date-time"',
    ],
    [
      'without what is always there',
      'POST /rest/api/3/permissions/check',
      200,
      { globalPermissions: [] },
      'body lacks “projectPermissions”',
    ],
    [
      'with the platform’s errors from the service desk',
      'GET /rest/servicedeskapi/servicedesk/1',
      401,
      { errorMessages: ['No.'] },
      'body has “errorMessages”',
    ],
  ])('%s', (_, call, status, body, words) => {
    expect(problems(call, status, body)).toEqual([expect.stringContaining(words)]);
  });
});
