import { beforeEach, describe, expect, it } from 'vitest';
import type { JiraActor } from '../../../local/jira/records/jira-actor';
import { APP, createJiraDriver } from './jira-driver';

const SUP = 10001;
const OPS = 10002;
let driver: ReturnType<typeof createJiraDriver>;

beforeEach(() => {
  driver = createJiraDriver();
});

const idOf = (name: string): string => driver.idOf(name);
const as = (name: string): JiraActor => driver.as(name);
const get = (path: string, actor: JiraActor) => driver.get(path, actor);
const check = (actor: JiraActor, body: unknown) => driver.post('/rest/api/3/permissions/check', actor, body);

async function mayIn(name: string, permission: string, projects = [SUP, OPS]): Promise<number[]> {
  const { json } = await check(APP, {
    accountId: idOf(name),
    projectPermissions: [{ permissions: [permission], projects }],
  });
  return json.projectPermissions[0].projects;
}

describe('The permission check', () => {
  it.each([
    ['ann', [SUP, OPS], []],
    ['bo', [SUP], []],
    ['cy', [SUP], []],
    ['pia', [], [SUP]],
    ['otto', [], [OPS]],
    ['joe', [], []],
    ['lee', [], []],
    ['dee', [], []],
    ['cara', [], []],
  ])('%s is agent in %j and project admin in %j', async (name, agentIn, adminIn) => {
    expect(await mayIn(name, 'SERVICEDESK_AGENT')).toEqual(agentIn);
    expect(await mayIn(name, 'ADMINISTER_PROJECTS')).toEqual(adminIn);
  });

  it('lets licensed people browse every project and customers none', async () => {
    expect(await mayIn('lee', 'BROWSE_PROJECTS')).toEqual([SUP, OPS]);
    expect(await mayIn('cara', 'BROWSE_PROJECTS')).toEqual([]);
  });

  it.each([
    ['joe', ['ADMINISTER']],
    ['pia', []],
  ])('tells that %s holds %j globally', async (name, expected) => {
    const { json } = await check(APP, { accountId: idOf(name), globalPermissions: ['ADMINISTER'] });
    expect(json).toEqual({ globalPermissions: expected, projectPermissions: [] });
  });

  it('ignores projects that do not exist', async () => {
    expect(await mayIn('ann', 'SERVICEDESK_AGENT', [SUP, 99999])).toEqual([SUP]);
  });

  it('grants nothing to an account that does not exist', async () => {
    const { json } = await check(APP, {
      accountId: 'nobody',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], projects: [SUP] }],
    });
    expect(json).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: 'BROWSE_PROJECTS', issues: [], projects: [] }],
    });
  });

  it('answers people about themselves, and about others only to Jira admins', async () => {
    const aboutBo = { accountId: idOf('bo'), globalPermissions: ['ADMINISTER'] };
    expect((await check(as('bo'), aboutBo)).status).toBe(200);
    expect((await check(as('joe'), aboutBo)).status).toBe(200);
    const refused = await check(as('pia'), aboutBo);
    expect(refused.status).toBe(403);
    expect(refused.json).toEqual({
      errorMessages: ['Only Jira administrators can perform this operation.'],
      errors: {},
    });
  });

  it('refuses permissions that Jira does not know, naming them', async () => {
    const { status, json } = await check(APP, { globalPermissions: ['PERMISSION_123'] });
    expect(status).toBe(400);
    expect(json).toEqual({ errorMessages: [], errors: { PERMISSION_123: 'Unrecognized permission' } });
  });

  it.each([
    ['not an object', []],
    ['unknown member', { wrong: 1 }],
    ['no body', undefined],
  ])('refuses a malformed body: %s', async (_what, body) => {
    expect((await check(APP, body)).status).toBe(400);
  });
});

describe('People', () => {
  it('are answered in bulk, each once, unknown ones left out', async () => {
    const query = [idOf('ann'), idOf('bo'), 'nobody', idOf('ann')].map(
      (id) => `accountId=${encodeURIComponent(id)}`,
    );
    const { status, json } = await get(`/rest/api/3/user/bulk?${query.join('&')}&maxResults=1`, APP);
    expect(status).toBe(200);
    expect(json).toMatchObject({ startAt: 0, maxResults: 1, total: 2, isLast: false });
    expect(json.nextPage).toContain('startAt=1');
    expect(json.values[0]).toMatchObject({ accountId: idOf('ann'), displayName: 'Ann Agent', active: true });
    expect(json.values[0].avatarUrls['48x48']).toBe(
      `http://localhost:4100/avatars/${encodeURIComponent(idOf('ann'))}.svg`,
    );
  });

  it('are at most 200 to a page, and asking for nobody is a bad request', async () => {
    const { json } = await get(`/rest/api/3/user/bulk?accountId=${idOf('ann')}&maxResults=1000`, APP);
    expect(json.maxResults).toBe(200);
    expect((await get('/rest/api/3/user/bulk', APP)).status).toBe(400);
  });

  it('who are not logged in, or deactivated, get 401; customers may not look people up', async () => {
    const path = `/rest/api/3/user?accountId=${idOf('ann')}`;
    expect((await get(path, { kind: 'none' })).status).toBe(401);
    expect((await get(path, as('dee'))).status).toBe(401);
    expect((await get(path, as('cara'))).status).toBe(403);
    expect((await get(path, as('lee'))).status).toBe(200);
    expect((await get('/rest/api/3/user?accountId=nobody', APP)).status).toBe(404);
  });

  it('learn who they are', async () => {
    expect((await get('/rest/api/3/myself', as('bo'))).json).toMatchObject({
      locale: 'de_DE',
      timeZone: 'Europe/Berlin',
    });
    expect((await get('/rest/api/3/myself', { kind: 'none' })).status).toBe(401);
  });

  it('lose every permission when deactivated, and get them back', async () => {
    driver.jira.setActive(idOf('ann'), false);
    expect(await mayIn('ann', 'SERVICEDESK_AGENT')).toEqual([]);
    expect(driver.jira.person('ann')?.roles).toContain('deactivated');
    driver.jira.setActive(idOf('ann'), true);
    expect(await mayIn('ann', 'SERVICEDESK_AGENT')).toEqual([SUP, OPS]);
  });

  it('who are deleted are found no more', async () => {
    const ann = idOf('ann');
    driver.jira.deletePerson(ann);
    expect(driver.jira.person('ann')).toBeUndefined();
    expect((await get(`/rest/api/3/user/bulk?accountId=${ann}`, APP)).json.values).toEqual([]);
  });

  it('can be made agents and unmade', async () => {
    driver.jira.grantAgent(idOf('lee'), '10003');
    expect(driver.jira.person('lee')?.roles).toEqual(['agent:HR']);
    expect(await mayIn('lee', 'SERVICEDESK_AGENT', [10003])).toEqual([10003]);
    driver.jira.revokeAgent(idOf('lee'), '10003');
    expect(driver.jira.person('lee')?.roles).toEqual(['licensed']);
  });
});

describe('Projects', () => {
  it('are found by id and by key, for those who may browse them', async () => {
    for (const idOrKey of ['SUP', '10001']) {
      const { status, json } = await get(`/rest/api/3/project/${idOrKey}`, as('lee'));
      expect(status).toBe(200);
      expect(json).toMatchObject({
        id: '10001',
        key: 'SUP',
        name: 'Support',
        projectTypeKey: 'service_desk',
      });
    }
    expect((await get('/rest/api/3/project/SUP', as('cara'))).json).toEqual({
      errorMessages: ["No project could be found with key 'SUP'."],
      errors: {},
    });
    expect((await get('/rest/api/3/project/99999', APP)).json.errorMessages).toEqual([
      "No project could be found with id '99999'.",
    ]);
  });

  it.each([
    ['', ['DEV', 'HR', 'OPS', 'SUP']],
    ['?typeKey=service_desk', ['HR', 'OPS', 'SUP']],
    ['?id=10001&id=10004&id=7', ['DEV', 'SUP']],
    ['?keys=OPS', ['OPS']],
    ['?query=sup', ['SUP']],
    ['?startAt=1&maxResults=2', ['HR', 'OPS']],
  ])('are searched with %s', async (query, keys) => {
    const { json } = await get(`/rest/api/3/project/search${query}`, APP);
    expect(json.values.map(({ key }: { key: string }) => key)).toEqual(keys);
  });

  it('are hidden from customers', async () => {
    expect((await get('/rest/api/3/project/search', as('cara'))).json.total).toBe(0);
  });
});

describe('Service desks', () => {
  it('are listed, and found by every identifier that is documented', async () => {
    const { json } = await get('/rest/servicedeskapi/servicedesk?limit=2', APP);
    expect(json).toMatchObject({ size: 2, start: 0, limit: 2, isLastPage: false });
    for (const id of ['1', 'serviceDeskId:1', 'projectId:10001', 'SUP', 'projectKey:SUP']) {
      expect((await get(`/rest/servicedeskapi/servicedesk/${id}`, APP)).json).toMatchObject({
        id: '1',
        projectId: '10001',
        projectKey: 'SUP',
        projectName: 'Support',
      });
    }
  });

  it.each([
    '99',
    '10001',
    'serviceDeskId:10001',
    'projectId:1',
    'projectId:10004',
    'DEV',
    'projectKey:1',
    'sup',
  ])('that do not exist answer in the words of Jira Service Management: %j', async (id) => {
    const { status, json } = await get(`/rest/servicedeskapi/servicedesk/${id}/requesttype`, APP);
    expect(status).toBe(404);
    expect(json.i18nErrorMessage.i18nKey).toBe('sd.agent.servicedesk.error.no.servicedesk');
  });
});

describe('The site', () => {
  it('names the scope that each route needs', () => {
    expect(driver.jira.scopeOf('POST', '/rest/api/3/permissions/check')).toBe('read:jira-work');
    expect(driver.jira.scopeOf('GET', '/rest/api/3/user/bulk?accountId=1')).toBe('read:jira-user');
    expect(driver.jira.scopeOf('GET', '/rest/servicedeskapi/servicedesk/1')).toBe('read:servicedesk-request');
    expect(driver.jira.scopeOf('GET', '/rest/api/3/unknown')).toBeNull();
  });

  it('answers 404 for routes it does not have', async () => {
    expect((await get('/rest/api/3/dashboard', APP)).json.errorMessages).toEqual([
      'The local Jira does not have GET /rest/api/3/dashboard.',
    ]);
  });

  it('keeps its state in a snapshot and forgets it on reset', () => {
    driver.jira.setActive(idOf('bo'), false);
    const snapshot = JSON.parse(JSON.stringify(driver.jira.snapshot()));
    driver.jira.reset();
    expect(driver.jira.person('bo')?.active).toBe(true);
    driver.jira.restore(snapshot);
    expect(driver.jira.person('bo')?.active).toBe(false);
    expect(() => driver.jira.restore({ people: 1 })).toThrow('cannot be read');
  });
});
