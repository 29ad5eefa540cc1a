import { describe, expect, it } from 'vitest';
import { createJira } from '../../../../local/jira/jira';
import { findOperation, openApiDocument } from '../../../../local/jira/openapi/find-operation';
import type { OpenApiDocument } from '../../../../local/jira/openapi/openapi-document';
import { createRestRoutes } from '../../../../local/jira/routes/rest-routes';
import { trimmedDocument } from '../../../../tools/openapi/trimmed-document';
import { valuesInProse } from '../../../../tools/openapi/values-in-prose';
import { PLATFORM_OPERATIONS, SERVICE_DESK_OPERATIONS } from '../../../../tools/openapi/wanted-operations';

describe('The trimmed copies of Atlassian’s documents', () => {
  it('are what the tool makes, with every operation that it is told to take', () => {
    const platform = openApiDocument('platform');
    const serviceManagement = openApiDocument('service-management');
    expect(trimmedDocument(platform, PLATFORM_OPERATIONS)).toEqual(platform);
    expect(trimmedDocument(serviceManagement, SERVICE_DESK_OPERATIONS)).toEqual(serviceManagement);
  });

  it('say which operations are experimental, and who may call them', () => {
    const customers =
      openApiDocument('service-management').paths[
        '/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer'
      ];
    expect(customers?.['get']?.['x-experimental']).toBe(true);
    expect(customers?.['post']?.description).toContain('required**: Service desk administrator');
  });
});

describe('The local Jira (R13)', () => {
  it('has no route that Atlassian does not document', () => {
    const { desk } = createJira({ siteUrl: 'http://localhost:4100', now: () => 0 });
    const routes = createRestRoutes(desk).routes.filter(({ path }) => path.startsWith('/rest/'));
    expect(routes.length).toBeGreaterThan(30);
    const strays = routes.filter(({ method, path }) => !findOperation(method, path.replaceAll(':', '')));
    expect(strays.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});

describe('Trimming a document', () => {
  const whole: OpenApiDocument = {
    openapi: '3.0.1',
    info: { title: 'An API', version: '1', description: 'long' },
    'x-atlassian-narrative': {
      documents: [
        { anchor: 'about', title: 'About', body: 'Much.' },
        { anchor: 'experimental', title: 'Experimental', body: 'May change.' },
      ],
    },
    paths: {
      '/a': {
        get: {
          summary: 'Get a',
          description: 'Returns a.\n\n**[Permissions](#permissions) required:** None.',
          parameters: [
            {
              name: 'expand',
              in: 'query',
              description: 'It accepts `b`.',
              schema: { type: 'string', example: 'b' },
            },
          ],
          responses: {
            200: {
              description: 'a',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } },
            },
          },
        },
        delete: { summary: 'Delete a', description: '', responses: {} },
      },
    },
    components: {
      schemas: {
        A: { properties: { b: { $ref: '#/components/schemas/B' }, example: { type: 'string' } } },
        B: { type: 'string', example: 'b' },
        C: { type: 'string' },
      },
    },
  };

  it('keeps what was asked for, with all that it refers to and the sections that bind callers', () => {
    const {
      paths,
      components,
      info,
      'x-atlassian-narrative': narrative,
    } = trimmedDocument(whole, [{ path: '/a', methods: ['get'] }]);
    expect(Object.keys(paths['/a'] ?? {})).toEqual(['get']);
    expect(paths['/a']?.['get']?.description).toBe('**[Permissions](#permissions) required:** None.');
    expect(paths['/a']?.['get']?.parameters?.[0]?.schema).toEqual({ type: 'string', 'x-values': ['b'] });
    // A member may be called "example"; an example of a schema is left out.
    expect(components.schemas).toEqual({
      A: { properties: { b: { $ref: '#/components/schemas/B' }, example: { type: 'string' } } },
      B: { type: 'string' },
    });
    expect(info).toEqual({ title: 'An API', version: '1' });
    expect(narrative.documents.map(({ anchor }) => anchor)).toEqual(['experimental']);
  });

  it('fails when the document has no such operation any more', () => {
    expect(() => trimmedDocument(whole, [{ path: '/a', methods: ['put'] }])).toThrow('no PUT /a');
  });

  it('fails when the words are gone on which we relied', () => {
    const bodyByWords = { words: 'may be null', schema: {} };
    expect(() => trimmedDocument(whole, [{ path: '/a', methods: ['get'], bodyByWords }])).toThrow(
      'may be null',
    );
  });

  it.each([
    ['expand', 'Options:\n\n *  `a` The a. See `c`.\n *  `a.b` Its b.', ['a', 'a.b']],
    ['expand', 'This parameter accepts `renderedBody`, which returns `<b>`.', ['renderedBody']],
    [
      'typeKey',
      'Valid values are `business`, `service_desk`, and `software`.',
      ['business', 'service_desk', 'software'],
    ],
    ['restrictionStatus', 'The status (`open` or `restricted`) used.', ['open', 'restricted']],
    ['expand', 'Whatever.', undefined],
    ['fields', 'Options:\n\n *  `*all` All.\n *  Any field.', undefined],
  ])('finds the values of %s in the text “%s”', (name, text, values) => {
    expect(valuesInProse(name, text)).toEqual(values);
  });
});

describe('A path', () => {
  it.each([
    ['GET', '/rest/api/3/project/search', '/rest/api/3/project/search', {}],
    ['GET', '/rest/api/3/project/SUP', '/rest/api/3/project/{projectIdOrKey}', { projectIdOrKey: 'SUP' }],
    ['GET', '/rest/api/3/issue/a%2Fb', '/rest/api/3/issue/{issueIdOrKey}', { issueIdOrKey: 'a/b' }],
    ['GET', '/rest/api/3/issue/%E0', '/rest/api/3/issue/{issueIdOrKey}', { issueIdOrKey: '%E0' }],
  ])('is one operation’s: %s %s', (method, path, template, pathValues) => {
    expect(findOperation(method, path)).toMatchObject({ name: `${method} ${template}`, pathValues });
  });
});
