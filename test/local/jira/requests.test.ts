import { beforeEach, describe, expect, it } from 'vitest';
import { APP, NOBODY, OPT_IN, START, createJiraDriver } from './jira-driver';

const DESK = '/rest/servicedeskapi';
let site: ReturnType<typeof createJiraDriver>;

beforeEach(() => {
  site = createJiraDriver();
});

const aRequest = (more: object = {}) => ({
  serviceDeskId: '1',
  requestTypeId: '1',
  requestFieldValues: { summary: 'It is broken', description: 'Very.' },
  ...more,
});

describe('Request types', () => {
  it('are listed by service desk, each with its fields', async () => {
    const { json } = await site.get(`${DESK}/servicedesk/SUP/requesttype?limit=2`, APP);
    expect(json).toMatchObject({ size: 2, start: 0, limit: 2, isLastPage: false });
    expect(json._links.next).toContain('start=2');
    expect(json.values[0]).toMatchObject({
      id: '1',
      name: 'Report a problem',
      serviceDeskId: '1',
      portalId: '1',
    });
    const { json: meta } = await site.get(`${DESK}/servicedesk/1/requesttype/1/field`, APP);
    expect(meta.requestTypeFields.map((field: { fieldId: string }) => field.fieldId)).toEqual([
      'summary',
      'description',
    ]);
    expect(meta).toMatchObject({ canRaiseOnBehalfOf: true, canAddRequestParticipants: true });
  });

  it('can ask for a choice or a day', async () => {
    const fields = async (id: string) =>
      (await site.get(`${DESK}/servicedesk/1/requesttype/${id}/field`, site.as('cara'))).json
        .requestTypeFields;
    expect((await fields('3'))[2]).toMatchObject({
      fieldId: 'customfield_10040',
      required: true,
      validValues: [{ label: 'Product' }, { label: 'Billing' }, { label: 'Documentation' }],
      jiraSchema: { type: 'option', customId: 10040 },
    });
    expect((await fields('4'))[2]).toMatchObject({
      fieldId: 'duedate',
      required: true,
      jiraSchema: { type: 'date' },
    });
  });

  it.each([
    ['/servicedesk/9/requesttype', 404],
    ['/servicedesk/1/requesttype/99/field', 404],
    ['/servicedesk/2/requesttype/1/field', 404],
  ])('that are not there answer %s with %s', async (path, status) => {
    expect((await site.get(`${DESK}${path}`, APP)).status).toBe(status);
  });
});

describe('Raising a request', () => {
  it('answers the request, which belongs to whoever raised it', async () => {
    const { status, json } = await site.post(`${DESK}/request`, site.as('cara'), aRequest());
    expect(status).toBe(201);
    expect(json).toMatchObject({
      issueKey: 'SUP-4',
      summary: 'It is broken',
      requestTypeId: '1',
      serviceDeskId: '1',
      reporter: { accountId: site.idOf('cara'), emailAddress: 'cara@example.com' },
      requestFieldValues: [{ fieldId: 'summary' }, { fieldId: 'description', value: 'Very.' }],
      currentStatus: { status: 'Waiting for support', statusCategory: 'NEW' },
      createdDate: {
        epochMillis: START,
        iso8601: '2026-11-22T09:00:00+0000',
        jira: '2026-11-22T09:00:00.000+0000',
      },
      _links: { web: 'http://localhost:4100/servicedesk/customer/portal/1/SUP-4' },
    });
    const { json: issue } = await site.get('/rest/api/3/issue/SUP-4', site.as('ann'));
    expect(issue.fields.description.content[0].content).toEqual([{ type: 'text', text: 'Very.' }]);
  });

  it('for somebody else is for agents and the app', async () => {
    const body = aRequest({ raiseOnBehalfOf: site.idOf('cara'), requestParticipants: [site.idOf('milo')] });
    for (const actor of [APP, site.as('ann')]) {
      const { json } = await site.post(`${DESK}/request`, actor, body);
      expect(json.reporter.accountId).toBe(site.idOf('cara'));
      expect((await site.get(`${DESK}/request/${json.issueKey}`, site.as('milo'))).status).toBe(200);
    }
    expect((await site.post(`${DESK}/request`, site.as('milo'), body)).status).toBe(403);
    expect((await site.post(`${DESK}/request`, site.as('lee'), body)).status).toBe(403);
    expect((await site.post(`${DESK}/request`, APP, aRequest({ raiseOnBehalfOf: 'x' }))).status).toBe(400);
  });

  it.each([
    ['no summary', { description: 'x' }, 'Summary is required.'],
    ['no description', { summary: 'x' }, 'Description is required.'],
    ['a long summary', { summary: 'x'.repeat(256), description: 'x' }, '255 characters'],
    ['two lines of summary', { summary: 'a\nb', description: 'x' }, 'newline'],
    ['a very long description', { summary: 'x', description: 'x'.repeat(32_768) }, '32,767 characters'],
    ['a field of another type', { summary: 'x', description: 'x', duedate: '2026-12-01' }, 'cannot be set'],
  ])('is refused with %s', async (_what, requestFieldValues, says) => {
    const { status, json } = await site.post(`${DESK}/request`, APP, aRequest({ requestFieldValues }));
    expect(status).toBe(400);
    expect(json.errorMessage).toContain(says);
    expect(json).toHaveProperty('i18nErrorMessage');
  });

  it('takes choices by value or id, and days', async () => {
    const raise = (requestTypeId: string, more: object) =>
      site.post(
        `${DESK}/request`,
        APP,
        aRequest({ requestTypeId, requestFieldValues: { summary: 'x', ...more } }),
      );
    expect((await raise('3', { customfield_10040: { value: 'Billing' } })).status).toBe(201);
    expect((await raise('3', { customfield_10040: { value: 'Weather' } })).status).toBe(400);
    expect((await raise('3', {})).status).toBe(400);
    expect((await raise('4', { duedate: '2026-12-01' })).status).toBe(201);
    expect((await raise('4', { duedate: 'tomorrow' })).status).toBe(400);
  });

  it.each([
    [NOBODY, {}, 401],
    [APP, { serviceDeskId: '9' }, 404],
    [APP, { requestTypeId: '99' }, 404],
    [APP, { requestTypeId: 5 }, 400],
  ])('as %j with %j answers %s', async (actor, more, status) => {
    expect((await site.post(`${DESK}/request`, actor, aRequest(more))).status).toBe(status);
  });
});

describe('Requests', () => {
  it('are seen by the customers they are of, and by people in Jira', async () => {
    const seen = async (actor: Parameters<typeof site.get>[1]) =>
      (await site.get(`${DESK}/request/SUP-1`, actor)).status;
    expect(await seen(site.as('cara'))).toBe(200);
    expect(await seen(site.as('ann'))).toBe(200);
    expect(await seen(APP)).toBe(200);
    expect(await seen(site.as('milo'))).toBe(404);
    expect(await seen(NOBODY)).toBe(401);
    expect((await site.get('/rest/api/3/issue/SUP-1', site.as('cara'))).status).toBe(404);
  });

  it('are listed to whom they belong, newest first, with filters', async () => {
    await site.post(`${DESK}/request`, site.as('cara'), aRequest());
    await site.post(`${DESK}/request/SUP-4/transition`, site.as('ann'), { id: '21' });
    const keys = async (query: string) =>
      (await site.get(`${DESK}/request${query}`, site.as('cara'))).json.values.map(
        (request: { issueKey: string }) => request.issueKey,
      );
    expect(await keys('')).toEqual(['SUP-4', 'SUP-1']);
    expect(await keys('?requestStatus=OPEN_REQUESTS')).toEqual(['SUP-1']);
    expect(await keys('?searchTerm=broken')).toEqual(['SUP-4']);
    expect(await keys('?serviceDeskId=2')).toEqual([]);
    expect(await keys('?requestOwnership=PARTICIPATED_REQUESTS')).toEqual([]);
    expect((await site.get(`${DESK}/request?requestStatus=ODD`, APP)).status).toBe(400);
  });

  it('have comments: all for agents, public ones for customers, none for strangers', async () => {
    await site.post(`${DESK}/request/SUP-2/comment`, site.as('milo'), {
      body: 'The paid one.',
      public: true,
    });
    const bodies = async (name: string, query = '') =>
      (await site.get(`${DESK}/request/SUP-2/comment${query}`, site.as(name))).json.values.map(
        (comment: { body: string }) => comment.body.slice(0, 9),
      );
    expect(await bodies('ann')).toEqual(['Hello Mil', 'They have', 'The paid ']);
    expect(await bodies('ann', '?internal=false')).toEqual(['Hello Mil', 'The paid ']);
    expect(await bodies('ann', '?public=false')).toEqual(['They have']);
    expect(await bodies('milo')).toEqual(['Hello Mil', 'The paid ']);
    expect(await bodies('cara')).toEqual([]);
  });

  it.each([
    ['cara', true, 201],
    ['cara', undefined, 201],
    ['cara', false, 403],
    ['milo', true, 404],
    ['ann', true, 201],
    ['ann', false, 201],
    ['lee', true, 403],
    ['lee', false, 201],
  ])('are commented on by %s with public %s: %s', async (name, isPublic, status) => {
    const body = { body: 'Hello', public: isPublic };
    expect((await site.post(`${DESK}/request/SUP-1/comment`, site.as(name), body)).status).toBe(status);
  });

  it('read comments as wiki markup, as the real API does', async () => {
    await site.post(`${DESK}/request/SUP-1/comment`, site.as('cara'), {
      body: 'a *b* 2*3*4 [~accountid:x]\n[site|https://example.com] \\*c\\*',
      public: true,
    });
    const { json } = await site.get('/rest/api/3/issue/SUP-1/comment', APP);
    expect(json.comments[0].body.content[0].content).toEqual([
      { type: 'text', text: 'a ' },
      { type: 'text', text: 'b', marks: [{ type: 'strong' }] },
      { type: 'text', text: ' 2*3*4 ' },
      { type: 'mention', attrs: { id: 'x', text: '@x' } },
      { type: 'hardBreak' },
      { type: 'text', text: 'site', marks: [{ type: 'link', attrs: { href: 'https://example.com' } }] },
      { type: 'text', text: ' *c*' },
    ]);
  });

  it('are moved by agents, not by customers', async () => {
    const { json } = await site.get(`${DESK}/request/SUP-1/transition`, site.as('ann'));
    expect(json.values).toEqual([
      { id: '11', name: 'Start progress' },
      { id: '21', name: 'Resolve' },
    ]);
    expect((await site.get(`${DESK}/request/SUP-1/transition`, site.as('cara'))).json.values).toEqual([]);
    expect((await site.post(`${DESK}/request/SUP-1/transition`, site.as('cara'), { id: '21' })).status).toBe(
      400,
    );
    const resolve = { id: '21', additionalComment: { body: 'Done' } };
    expect((await site.post(`${DESK}/request/SUP-1/transition`, APP, resolve)).status).toBe(204);
    const { json: status } = await site.get(`${DESK}/request/SUP-1/status`, site.as('cara'));
    expect(status.values[0]).toMatchObject({ status: 'Resolved', statusCategory: 'DONE' });
    expect((await site.get(`${DESK}/request/SUP-1/comment`, site.as('cara'))).json.size).toBe(1);
  });
});

describe('Customers', () => {
  const fred = { email: 'fred@example.com', displayName: 'Fred F. User' };

  it('are made once, by the app and by Jira admins', async () => {
    const { status, json } = await site.post(`${DESK}/customer`, APP, fred);
    expect(status).toBe(201);
    expect(json).toMatchObject({ emailAddress: fred.email, displayName: fred.displayName, active: true });
    expect(json.accountId).toMatch(/^qm:/);
    expect((await site.post(`${DESK}/customer`, APP, fred)).status).toBe(400);
    expect((await site.post(`${DESK}/customer?strictConflictStatusCode=true`, APP, fred)).status).toBe(409);
    expect((await site.post(`${DESK}/customer`, APP, { email: 'ANN@example.com' })).status).toBe(400);
    expect((await site.post(`${DESK}/customer`, APP, { email: 'no address' })).status).toBe(400);
    expect((await site.post(`${DESK}/customer`, site.as('ann'), { email: 'x@example.com' })).status).toBe(
      403,
    );
    expect((await site.post(`${DESK}/customer`, site.as('joe'), { email: 'x@example.com' })).status).toBe(
      201,
    );
    expect((await site.post(`${DESK}/customer`, NOBODY, { email: 'y@example.com' })).status).toBe(401);
  });

  it('are found in the service desks they belong to', async () => {
    const find = async (desk: string, query: string) =>
      (await site.get(`${DESK}/servicedesk/${desk}/customer?query=${query}`, APP, OPT_IN)).json.values.map(
        (one: { displayName: string }) => one.displayName,
      );
    const { json } = await site.post(`${DESK}/customer`, APP, fred);
    expect(await find('1', 'fred')).toEqual([]);
    const body = { accountIds: [json.accountId] };
    expect((await site.post(`${DESK}/servicedesk/1/customer`, APP, body)).status).toBe(204);
    expect(await find('1', 'FRED@example')).toEqual([fred.displayName]);
    expect(await find('1', '')).toEqual(['Cara Customer', 'Milo Marsh', 'Nadia Noor', fred.displayName]);
    expect(await find('2', '')).toEqual([]);
    await site.post(
      `${DESK}/request`,
      APP,
      aRequest({ serviceDeskId: '2', requestTypeId: '7', raiseOnBehalfOf: json.accountId }),
    );
    expect(await find('2', 'fred')).toEqual([fred.displayName]);
    expect((await site.post(`${DESK}/servicedesk/1/customer`, site.as('ann'), body)).status).toBe(403);
    expect((await site.get(`${DESK}/servicedesk/1/customer`, site.as('cara'), OPT_IN)).status).toBe(403);
  });

  it('are found among all users by their whole address or how their name begins', async () => {
    const find = async (query: string) =>
      (await site.get(`/rest/api/3/user/search?query=${query}`, APP)).json.map(
        (user: { displayName: string }) => user.displayName,
      );
    expect(await find('cara@example.com')).toEqual(['Cara Customer']);
    expect(await find('cara@')).toEqual([]);
    expect(await find('cust')).toEqual(['Cara Customer']);
  });
});
