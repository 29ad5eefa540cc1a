import { beforeEach, describe, expect, it } from 'vitest';
import { adfOfText } from '../../../local/jira/records/adf';
import { APP, createJiraDriver } from './jira-driver';

const API = '/rest/api/3';
const DESK = '/rest/servicedeskapi';
let site: ReturnType<typeof createJiraDriver>;

beforeEach(() => {
  site = createJiraDriver();
});

const items = () => {
  const payload = site.events.at(-1)?.payload as { changelog: { items: object[] } } | undefined;
  return payload?.changelog.items;
};
const statusFor = async (actor: Parameters<typeof site.get>[1], issue = 'SUP-1') => ({
  issue: (await site.get(`${API}/issue/${issue}`, actor)).status,
  request: (await site.get(`${DESK}/request/${issue}`, actor)).status,
});

describe('A moved request (T5)', () => {
  const move = (to = 'OPS') => site.jira.changeRequest({ issue: 'SUP-1', action: 'move', to });

  it('keeps its id and its comments, and answers under its new key, its old one and its id', async () => {
    const { json: before } = await site.get(`${API}/issue/SUP-1`, APP);
    await site.comment('SUP-1', APP, 'Hello');
    move();
    for (const name of ['SUP-1', before.id]) {
      const { json } = await site.get(`${API}/issue/${String(name)}`, APP);
      expect(json).toMatchObject({ id: before.id, fields: { project: { id: '10002', key: 'OPS' } } });
      expect(json.key).toMatch(/^OPS-\d+$/);
      expect((await site.get(`${API}/issue/${String(json.key)}/comment`, APP)).json.total).toBeGreaterThan(0);
    }
    const { json } = await site.get(`${DESK}/request/SUP-1`, APP);
    expect(json).toMatchObject({ serviceDeskId: '2', issueId: before.id });
  });

  it('is told of as an update of key and project', () => {
    move();
    const key = site.events.at(-1)?.issueKey;
    expect(site.events.at(-1)?.name).toBe('avi:jira:updated:issue');
    expect(items()).toEqual([
      { field: 'Key', fieldId: 'issuekey', from: null, fromString: 'SUP-1', to: null, toString: key },
      {
        field: 'project',
        fieldId: 'project',
        from: '10001',
        fromString: 'Support',
        to: '10002',
        toString: 'IT Operations',
      },
    ]);
  });

  it('takes a status and an assignee that its new project has', async () => {
    await site.put(`${API}/issue/SUP-1/assignee`, site.as('ann'), { accountId: site.idOf('bo') });
    move('DEV');
    const { json } = await site.get(`${API}/issue/SUP-1`, APP);
    expect(json.fields).toMatchObject({ status: { name: 'To do' }, assignee: { displayName: 'Bo Becker' } });
    site.jira.changeRequest({ issue: 'SUP-1', action: 'move', to: 'OPS' });
    const { json: moved } = await site.get(`${API}/issue/SUP-1`, APP);
    expect(moved.fields).toMatchObject({ status: { name: 'Waiting for support' }, assignee: null });
  });

  it('is found by all its keys when the site was stopped meanwhile, and no key is given twice', async () => {
    move();
    const { key } = (await site.get(`${API}/issue/SUP-1`, APP)).json;
    site.jira.restore(JSON.parse(JSON.stringify(site.jira.snapshot())));
    expect((await site.get(`${API}/issue/SUP-1`, APP)).json.key).toBe(key);
    const { json } = await site.post(`${DESK}/request`, APP, {
      serviceDeskId: '2',
      requestTypeId: '7',
      requestFieldValues: { summary: 'New', description: 'New.' },
    });
    expect(json.issueKey).not.toBe(key);
    await site.ask('DELETE', `${API}/issue/SUP-1`, APP);
    for (const name of ['SUP-1', String(key)])
      expect((await site.get(`${API}/issue/${name}`, APP)).status).toBe(404);
  });
});

describe('A request with a security level (T5)', () => {
  it('is there for agents and admins of its project, and 404 for everybody else, the app too', async () => {
    expect(await statusFor(site.as('cara'))).toMatchObject({ request: 200 });
    site.jira.changeRequest({ issue: 'SUP-1', action: 'hide' });
    expect(items()).toMatchObject([{ field: 'security', from: null, to: '10000' }]);
    for (const actor of [APP, site.as('lee'), site.as('cara')])
      expect(await statusFor(actor)).toEqual({ issue: 404, request: 404 });
    for (const name of ['ann', 'pia', 'joe'])
      expect(await statusFor(site.as(name))).toEqual({ issue: 200, request: 200 });
    const found = await site.get(`${API}/search/jql?jql=project=SUP`, APP);
    expect(found.json.issues).not.toContainEqual(expect.objectContaining({ key: 'SUP-1' }));
    expect((await site.get(`${API}/search/jql?jql=key=SUP-1`, APP)).status).toBe(400);
    const comment = { body: adfOfText('Anybody?') };
    expect((await site.post(`${API}/issue/SUP-1/comment`, APP, comment)).status).toBe(404);
  });

  it('is seen again when the level is taken off', async () => {
    site.jira.changeRequest({ issue: 'SUP-1', action: 'hide' });
    site.jira.changeRequest({ issue: 'SUP-1', action: 'hide' });
    site.jira.changeRequest({ issue: 'SUP-1', action: 'show' });
    expect(items()).toMatchObject([{ field: 'security', from: '10000', to: null }]);
    expect(site.events).toHaveLength(2);
    expect(await statusFor(APP)).toEqual({ issue: 200, request: 200 });
  });
});

describe('A comment that is restricted to a role (T4)', () => {
  const path = `${API}/issue/SUP-1/comment`;
  const restricted = (value: string, type = 'role') => ({
    body: adfOfText('Only for us'),
    visibility: { type, value, identifier: value },
  });
  const seenBy = async (actor: Parameters<typeof site.get>[1], id: string) => {
    const list = (await site.get(path, actor)).json.comments as { id: string }[];
    const { json } = await site.get(`${API}/issue/SUP-1?fields=comment`, actor);
    const field = json.fields.comment.comments as { id: string }[];
    const seen = [list, field].map((found) => found.some((comment) => comment.id === id));
    return [...seen, (await site.get(`${path}/${id}`, actor)).status === 200];
  };

  it('is public all the same, and read by nobody else', async () => {
    const { status, json } = await site.post(path, site.as('ann'), restricted('Service Desk Team'));
    expect(status).toBe(201);
    expect(json).toMatchObject({
      jsdPublic: true,
      visibility: { type: 'role', value: 'Service Desk Team', identifier: 'Service Desk Team' },
    });
    expect(await seenBy(site.as('bo'), json.id)).toEqual([true, true, true]);
    for (const actor of [APP, site.as('lee')])
      expect(await seenBy(actor, json.id)).toEqual([false, false, false]);
    for (const actor of [APP, site.as('cara')]) {
      const { json: desk } = await site.get(`${DESK}/request/SUP-1/comment`, actor);
      expect(JSON.stringify(desk)).not.toContain('Only for us');
    }
  });

  it('is told of as a public one: the event does not say who may read it', async () => {
    await site.post(path, site.as('ann'), restricted('Service Desk Team'));
    const payload = site.events.at(-1)?.payload;
    expect(payload).toMatchObject({ comment: { jsdPublic: true } });
    expect(payload).not.toHaveProperty('comment.visibility');
  });

  it('is restricted by those who are in the role', async () => {
    const refused = await site.post(path, site.as('ann'), restricted('Administrators'));
    expect(refused).toMatchObject({
      status: 400,
      json: {
        errors: { commentLevel: 'You are currently not a member of the project role: Administrators.' },
      },
    });
    expect((await site.post(path, site.as('ann'), restricted('jira-administrators', 'group'))).status).toBe(
      400,
    );
    expect((await site.post(path, site.as('joe'), restricted('jira-administrators', 'group'))).status).toBe(
      201,
    );
    expect((await site.post(path, site.as('ann'), restricted('x', 'team'))).status).toBe(400);
  });

  it('stays so when its text is corrected, and can be restricted and released later', async () => {
    const id = await site.comment('SUP-1', site.as('ann'), 'For all');
    const change = (role: string | null) =>
      site.jira.changeRequest({ issue: 'SUP-1', action: 'restrict-comment', commentId: id, role });
    change('Service Desk Team');
    expect(site.events.at(-1)?.name).toBe('avi:jira:commented:issue');
    expect(await seenBy(APP, id)).toEqual([false, false, false]);
    await site.put(`${path}/${id}`, site.as('ann'), { body: adfOfText('For us') });
    expect(await seenBy(APP, id)).toEqual([false, false, false]);
    change(null);
    expect(await seenBy(APP, id)).toEqual([true, true, true]);
    change('atlassian-addons-project-access');
    expect(await seenBy(APP, id)).toEqual([true, true, true]);
    expect((await site.get(`${path}/${id}`, APP)).json.visibility).toMatchObject({ type: 'role' });
  });
});

describe('The reporter of a request', () => {
  it('can be set by agents, and the event says to whom', async () => {
    site.jira.changeRequest({ issue: 'SUP-1', action: 'change-reporter', account: 'milo' });
    expect(items()).toMatchObject([
      { field: 'reporter', from: site.idOf('cara'), to: site.idOf('milo'), toString: 'Milo Marsh' },
    ]);
    expect((await site.get(`${DESK}/request/SUP-1`, site.as('milo'))).status).toBe(200);
    expect((await site.get(`${DESK}/request/SUP-1`, site.as('cara'))).status).toBe(404);
  });
});

describe('A change of a request', () => {
  it('deletes it, as its page does', async () => {
    site.jira.changeRequest({ issue: 'SUP-1', action: 'delete' });
    expect(site.events.at(-1)?.name).toBe('avi:jira:deleted:issue');
    expect(await statusFor(site.as('ann'))).toEqual({ issue: 404, request: 404 });
  });

  it.each([
    [{ issue: 'SUP-99', action: 'hide' }, 'Issue does not exist'],
    [{ issue: 'SUP-1', action: 'move', to: 'NIX' }, 'There is no project "NIX".'],
    [{ issue: 'SUP-1', action: 'move', to: 'SUP' }, 'SUP-1 is in Support already.'],
    [{ issue: 'SUP-1', action: 'change-reporter', account: 'nobody' }, 'Nobody has the name'],
    [
      { issue: 'SUP-1', action: 'restrict-comment', commentId: '1', role: 'Administrators' },
      'SUP-1 has no comment "1".',
    ],
  ] as const)('that cannot be made changes nothing: %j', (change, says) => {
    const before = JSON.stringify(site.jira.snapshot());
    expect(() => site.jira.changeRequest(change)).toThrow(says);
    expect(JSON.stringify(site.jira.snapshot())).toBe(before);
    expect(site.events).toEqual([]);
  });
});
