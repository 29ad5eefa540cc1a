import { beforeEach, describe, expect, it } from 'vitest';
import { USUAL_CONDITIONS } from '../../../local/jira/records/site-conditions';
import { APP, NOBODY, OPT_IN, createJiraDriver } from './jira-driver';

const DESK = '/rest/servicedeskapi';
let site: ReturnType<typeof createJiraDriver>;

beforeEach(() => {
  site = createJiraDriver();
});

describe('A service desk’s customers, an experimental operation', () => {
  const path = `${DESK}/servicedesk/1/customer`;

  it.each([
    [undefined, 412, { errorMessage: expect.stringContaining('X-ExperimentalApi: opt-in') }],
    [{ 'X-ExperimentalApi': 'yes' }, 412, { errorMessage: expect.stringContaining('not passed') }],
    [OPT_IN, 200, { size: 3 }],
    [{ 'x-experimentalapi': 'opt-in' }, 200, { size: 3 }],
  ])('with the headers %j: %i', async (headers, status, json) => {
    expect(await site.get(path, APP, headers)).toMatchObject({ status, json });
  });
});

describe('A request', () => {
  it.each([
    ['1', 201],
    ['10001', 404],
    ['SUP', 404],
  ])('is raised in a service desk by its own id and no other: %s, %i', async (serviceDeskId, status) => {
    const requestFieldValues = { summary: 'It is broken', description: 'Very.' };
    const body = { serviceDeskId, requestTypeId: '1', requestFieldValues };
    expect((await site.post(`${DESK}/request`, APP, body)).status).toBe(status);
  });
});

describe('An address', () => {
  const find = async (query: string, actor = APP) =>
    (await site.get(`/rest/api/3/user/search?query=${encodeURIComponent(query)}`, actor)).json;
  const customers = async () =>
    (await site.get(`${DESK}/servicedesk/1/customer?query=cara`, APP, OPT_IN)).json.values;

  it('that a profile hides is found whole, and not shown; few profiles show theirs', async () => {
    expect(await find('cara@example.com')).toMatchObject([{ displayName: 'Cara Customer' }]);
    expect(await find('bo@example.com')).toMatchObject([{ displayName: 'Bo Becker' }]);
    for (const query of ['cara@example.com', 'bo@example.com'])
      expect((await find(query))[0]).not.toHaveProperty('emailAddress');
    expect(await find('LEE@example.com')).toMatchObject([{ emailAddress: 'lee@example.com' }]);
    expect(await find('cara@example')).toEqual([]);
  });

  it('of a customer is shown to the service desk, where the site hides none', async () => {
    expect(await customers()).toMatchObject([{ emailAddress: 'cara@example.com' }]);
    site.jira.setConditions({ ...USUAL_CONDITIONS, addressesHidden: true });
    expect(await customers()).toMatchObject([{ displayName: 'Cara Customer' }]);
    expect((await customers())[0]).not.toHaveProperty('emailAddress');
    expect((await find('lee@example.com'))[0]).not.toHaveProperty('emailAddress');
    const { json } = await site.get(`${DESK}/request/SUP-1`, APP);
    expect(json.reporter).not.toHaveProperty('emailAddress');
  });

  it('is looked for among names, too, and never among closed accounts', async () => {
    site.jira.addPerson({ seedName: 'trap', name: 'ann@example.com' });
    expect((await find('ann@example.com')).map((one: { accountId: string }) => one.accountId)).toHaveLength(
      2,
    );
    expect(await find('dee@example.com')).toEqual([]);
  });

  it('is looked for by nobody who may not browse users: no refusal, and none found', async () => {
    expect(await find('bo', NOBODY)).toEqual([]);
    expect(await find('bo', site.as('cara'))).toEqual([]);
    expect(await find('bo', site.as('lee'))).toHaveLength(1);
  });
});

describe('An app that is no admin', () => {
  beforeEach(() => {
    site.jira.setConditions({ ...USUAL_CONDITIONS, appIsAdmin: false });
  });

  it.each([
    ['POST', `${DESK}/customer`, { email: 'vera@example.org', displayName: 'Vera' }],
    ['POST', `${DESK}/servicedesk/1/customer`, { accountIds: [] }],
    ['POST', '/rest/api/3/permissions/check', { accountId: 'x', globalPermissions: ['ADMINISTER'] }],
  ])('is refused %s %s', async (method, path, body) => {
    expect((await site.ask(method, path, APP, body)).status).toBe(403);
    expect((await site.ask(method, path, site.as('joe'), body)).status).toBeLessThan(300);
  });

  it('works as an agent: it raises requests, for customers, too, and adds who takes part', async () => {
    const requestFieldValues = { summary: 'It is broken', description: 'Very.' };
    const body = { serviceDeskId: '1', requestTypeId: '1', requestFieldValues };
    const onBehalf = { ...body, raiseOnBehalfOf: site.idOf('cara') };
    expect((await site.post(`${DESK}/request`, APP, body)).status).toBe(201);
    expect((await site.post(`${DESK}/request`, APP, onBehalf)).status).toBe(201);
    const participants = { accountIds: [site.idOf('milo')] };
    expect((await site.post(`${DESK}/request/SUP-1/participant`, APP, participants)).status).toBe(200);
  });
});

describe('A request for somebody else', () => {
  const raise = (name: string, serviceDeskId = '2', requestTypeId = '7') =>
    site.post(`${DESK}/request`, APP, {
      serviceDeskId,
      requestTypeId,
      requestFieldValues: { summary: 'It is broken', description: 'Very.' },
      raiseOnBehalfOf: site.idOf(name),
    });

  it('is refused for a closed account', async () => {
    site.jira.setActive(site.idOf('cara'), false);
    expect((await raise('cara')).status).toBe(400);
  });

  it('is refused for whoever is no customer of the desk, where desks are for their customers', async () => {
    expect((await raise('cara')).status).toBe(201);
    site.jira.reset();
    site.jira.setConditions({ ...USUAL_CONDITIONS, customersOnly: true });
    expect((await raise('cara')).status).toBe(403);
    expect((await raise('lee')).status).toBe(403);
    expect((await raise('cara', '1', '1')).status).toBe(201);
    expect((await raise('ann')).status).toBe(201);
    const body = { accountIds: [site.idOf('cara')] };
    await site.post(`${DESK}/servicedesk/2/customer`, APP, body);
    expect((await raise('cara')).status).toBe(201);
  });
});

describe('A search', () => {
  const found = async (jql: string) =>
    (
      await site.get(`/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}&fields=summary`, APP)
    ).json.issues.map(({ key }: { key: string }) => key);
  const raise = async () =>
    (
      await site.post(`${DESK}/request`, APP, {
        serviceDeskId: '1',
        requestTypeId: '1',
        requestFieldValues: { summary: 'Teapot', description: 'Broken.' },
      })
    ).json.issueKey;

  it('sees what happened only some time later, the first first, where the index is behind', async () => {
    const lags = [60_000, 10_000];
    site.jira.setConditions({ ...USUAL_CONDITIONS, searchLagMs: () => lags.shift() ?? 0 });
    const key = await raise();
    const old = await found('project = SUP');
    expect(old).not.toContain(key);
    expect(old.length).toBeGreaterThan(0);
    await site.comment(key, APP, 'kettle');
    site.pass(59_999);
    expect(await found('text ~ "Teapot"')).toEqual([]);
    site.pass(1);
    expect(await found('text ~ "Teapot"')).toEqual([key]);
    expect(await found('text ~ "kettle"')).toEqual([key]);
  });

  it('does not find what was deleted, and sees everything when the index has caught up', async () => {
    site.jira.setConditions({ ...USUAL_CONDITIONS, searchLagMs: () => 60_000 });
    const key = await raise();
    site.jira.setConditions(USUAL_CONDITIONS);
    expect(await found('text ~ "Teapot"')).toEqual([key]);
    site.jira.setConditions({ ...USUAL_CONDITIONS, searchLagMs: () => 60_000 });
    await site.ask('DELETE', `/rest/api/3/issue/${String(key)}`, APP);
    expect(await found('text ~ "Teapot"')).toEqual([]);
  });
});
