import { beforeEach, describe, expect, it } from 'vitest';
import { adfOfText } from '../../../local/jira/records/adf';
import { APP, NOBODY, createJiraDriver } from './jira-driver';

const ISSUE = '/rest/api/3/issue';
let site: ReturnType<typeof createJiraDriver>;

beforeEach(() => {
  site = createJiraDriver();
});

const namesOfEvents = () => site.events.map(({ name }) => name);

describe('An issue', () => {
  it('answers the fields that are asked for', async () => {
    const fields = async (query: string) =>
      Object.keys((await site.get(`${ISSUE}/SUP-1${query}`, APP)).json.fields);
    expect(await fields('?fields=summary,status')).toEqual(['summary', 'status']);
    expect(await fields('')).toEqual(expect.arrayContaining(['reporter', 'assignee', 'comment', 'project']));
    expect(await fields('?fields=*navigable')).not.toContain('comment');
    expect(await fields('?fields=-comment')).not.toContain('comment');
  });

  it('is assigned to agents by agents', async () => {
    const assign = async (actor: Parameters<typeof site.put>[1], accountId: string | null) =>
      (await site.put(`${ISSUE}/SUP-1/assignee`, actor, { accountId })).status;
    expect(await assign(site.as('ann'), site.idOf('ann'))).toBe(204);
    expect(await assign(site.as('ann'), site.idOf('lee'))).toBe(400);
    expect(await assign(site.as('lee'), site.idOf('ann'))).toBe(403);
    expect(await assign(APP, null)).toBe(204);
    expect(await assign(NOBODY, null)).toBe(401);
    expect(namesOfEvents()).toEqual([
      'avi:jira:updated:issue',
      'avi:jira:assigned:issue',
      'avi:jira:updated:issue',
      'avi:jira:assigned:issue',
    ]);
    expect(site.events[0]?.payload).toMatchObject({
      changelog: { items: [{ field: 'assignee', from: null, to: site.idOf('ann'), toString: 'Ann Agent' }] },
    });
  });

  it('keeps properties', async () => {
    const path = `${ISSUE}/SUP-1/properties/chat`;
    expect((await site.get(path, APP)).status).toBe(404);
    expect((await site.put(path, APP, { id: 7 })).status).toBe(201);
    expect((await site.put(path, APP, { id: 8 })).status).toBe(200);
    expect((await site.get(path, APP)).json).toEqual({ key: 'chat', value: { id: 8 } });
    expect((await site.get(`${ISSUE}/SUP-1?properties=chat`, APP)).json.properties).toEqual({
      chat: { id: 8 },
    });
    expect((await site.put(path, site.as('lee'), 1)).status).toBe(403);
    expect((await site.put(path, APP, 'x'.repeat(40_000))).status).toBe(400);
    expect((await site.ask('DELETE', path, APP)).status).toBe(204);
  });
});

describe('A deleted issue', () => {
  const remove = async (actor: Parameters<typeof site.put>[1], key = 'SUP-2') =>
    (await site.ask('DELETE', `${ISSUE}/${key}`, actor)).status;

  it('was deleted by somebody who administers the project, and apps are told', async () => {
    expect([await remove(NOBODY), await remove(site.as('ann')), await remove(site.as('lee'))]).toEqual([
      401, 403, 403,
    ]);
    expect(await remove(site.as('pia'))).toBe(204);
    expect(await remove(site.as('pia'))).toBe(404);
    expect(await remove(site.as('joe'), 'OPS-1')).toBe(204);
    expect(site.events).toMatchObject([
      { name: 'avi:jira:deleted:issue', issueKey: 'SUP-2', payload: { atlassianId: site.idOf('pia') } },
      { name: 'avi:jira:deleted:issue', issueKey: 'OPS-1' },
    ]);
    expect((await site.get(`${ISSUE}/SUP-2`, APP)).status).toBe(404);
  });

  it('gives its key and its id to no other, also after a restart', async () => {
    const raise = async () => {
      const values = { summary: 'A new one', description: 'x' };
      const body = { serviceDeskId: '1', requestTypeId: '1', requestFieldValues: values };
      return (await site.post('/rest/servicedeskapi/request', APP, body)).json;
    };
    const last = await raise();
    expect(await remove(site.as('pia'), last.issueKey)).toBe(204);
    site.jira.restore(site.jira.snapshot());
    const next = await raise();
    const numberOf = (key: string) => Number(key.split('-')[1]);
    expect(numberOf(next.issueKey)).toBe(numberOf(last.issueKey) + 1);
    expect(Number(next.issueId)).toBe(Number(last.issueId) + 1);
  });
});

describe('Comments', () => {
  it('are public unless their property says otherwise, and notes are for Jira only', async () => {
    await site.comment('SUP-1', site.as('ann'), 'Hello');
    await site.comment('SUP-1', site.as('ann'), 'Careful', true);
    await site.comment('SUP-1', site.as('lee'), 'From a colleague who is no agent');
    const { json } = await site.get(`${ISSUE}/SUP-1/comment?expand=properties`, APP);
    expect(json).toMatchObject({ startAt: 0, maxResults: 100, total: 3 });
    expect(json.comments.map((one: { jsdPublic: boolean }) => one.jsdPublic)).toEqual([true, false, false]);
    // Properties are told of by the list of ids alone.
    expect(json.comments[1]).not.toHaveProperty('properties');
    const ids = json.comments.map(({ id }: { id: string }) => Number(id));
    const list = '/rest/api/3/comment/list?expand=properties';
    const { json: named } = await site.post(list, APP, { ids: [...ids, 1] });
    expect(named).toMatchObject({ total: 3, isLast: true });
    expect(named.values[1].properties).toContainEqual({
      key: 'sd.public.comment',
      value: { internal: true },
    });
    expect((await site.post(list, site.as('cara'), { ids })).json).toMatchObject({ values: [] });
    expect((await site.post(list, APP, { ids: [] })).status).toBe(400);
  });

  it('come in pages, newest first when asked', async () => {
    for (const text of ['a', 'b', 'c']) await site.comment('SUP-1', APP, text);
    const { json } = await site.get(`${ISSUE}/SUP-1/comment?orderBy=-created&startAt=1&maxResults=1`, APP);
    expect(json).toMatchObject({ total: 3, comments: [{ body: adfOfText('b') }] });
    expect((await site.get(`${ISSUE}/SUP-1/comment?orderBy=author`, APP)).status).toBe(400);
  });

  it('keep what was typed, whatever it is', async () => {
    const text = '<b>*x*</b> [~accountid:1] {code}\n\n😀'.repeat(3);
    const id = await site.comment('SUP-1', APP, text);
    const { json } = await site.get(`${ISSUE}/SUP-1/comment/${id}`, APP);
    expect(json.body).toEqual(adfOfText(text));
  });

  it('may be a picture alone', async () => {
    const picture = { type: 'media', attrs: { type: 'file', id: '6f', collection: '' } };
    const body = { type: 'doc', version: 1, content: [{ type: 'mediaSingle', content: [picture] }] };
    expect((await site.post(`${ISSUE}/SUP-1/comment`, APP, { body })).status).toBe(201);
  });

  it.each([
    ['no body', {}],
    ['a text', { body: 'Hello' }],
    ['an unknown node', { body: { type: 'doc', version: 1, content: [{ type: 'script' }] } }],
    ['an empty text', { body: adfOfText(' \n ') }],
    ['too much', { body: adfOfText('x'.repeat(32_768)) }],
  ])('are refused with %s', async (_what, body) => {
    const { status, json } = await site.post(`${ISSUE}/SUP-1/comment`, APP, body);
    expect(status).toBe(400);
    expect(json.errors).toHaveProperty('comment');
  });

  it('are edited and deleted by whoever wrote them, and by admins', async () => {
    const id = await site.comment('SUP-1', site.as('ann'), 'Helo');
    const path = `${ISSUE}/SUP-1/comment/${id}`;
    site.pass(60_000);
    expect((await site.put(path, site.as('bo'), { body: adfOfText('x') })).status).toBe(400);
    const { json } = await site.put(path, site.as('ann'), { body: adfOfText('Hello') });
    expect(json.updated > json.created).toBe(true);
    expect((await site.ask('DELETE', path, site.as('bo'))).status).toBe(400);
    expect((await site.ask('DELETE', path, site.as('pia'))).status).toBe(204);
    expect((await site.get(path, APP)).status).toBe(404);
  });

  it('are told to apps when they are new, edited and deleted', async () => {
    const id = await site.comment('SUP-1', site.as('ann'), 'Helo');
    await site.put(`${ISSUE}/SUP-1/comment/${id}`, site.as('ann'), { body: adfOfText('Hello') });
    await site.ask('DELETE', `${ISSUE}/SUP-1/comment/${id}`, site.as('ann'));
    await site.comment('SUP-1', APP, 'By the app', true);
    expect(namesOfEvents()).toEqual([
      'avi:jira:commented:issue',
      'avi:jira:commented:issue',
      'avi:jira:deleted:comment',
      'avi:jira:commented:issue',
    ]);
    expect(site.events[1]?.payload).toMatchObject({
      issue: { key: 'SUP-1', fields: { reporter: { accountId: site.idOf('cara') } } },
      atlassianId: site.idOf('ann'),
      selfGenerated: false,
      comment: { id, author: { accountId: site.idOf('ann') }, body: adfOfText('Hello'), jsdPublic: true },
    });
    expect(site.events[3]?.payload).toMatchObject({ selfGenerated: true, comment: { jsdPublic: false } });
  });
});

describe('The search', () => {
  it.each([
    ['project = SUP', ['SUP-1', 'SUP-2', 'SUP-3']],
    ['project = SUP ORDER BY created DESC', ['SUP-3', 'SUP-2', 'SUP-1']],
    ['key in (SUP-2, OPS-1)', ['SUP-2', 'OPS-1']],
    ['text ~ "paid one"', ['SUP-2']],
    ['project = OPS AND reporter = currentUser()', []],
    ['project = HR AND assignee is EMPTY AND statusCategory != Done', ['HR-1']],
  ])('finds by %s', async (jql, keys) => {
    const { json } = await site.get(`/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}`, site.as('ann'));
    expect(json.issues.map(({ key }: { key: string }) => key)).toEqual(keys);
    expect(json.isLast).toBe(true);
  });

  it('goes on by token, and shows customers nothing', async () => {
    const first = await site.post('/rest/api/3/search/jql', APP, {
      jql: 'project = SUP',
      maxResults: 2,
      fields: ['summary'],
    });
    expect(first.json).toMatchObject({
      isLast: false,
      issues: [{ fields: { summary: expect.any(String) } }, {}],
    });
    const { nextPageToken } = first.json;
    const second = await site.post('/rest/api/3/search/jql', APP, {
      jql: 'project = SUP',
      maxResults: 2,
      nextPageToken,
    });
    expect(second.json).toMatchObject({ isLast: true, issues: [{ key: 'SUP-3' }] });
    const asCustomer = await site.get('/rest/api/3/search/jql?jql=project%3DSUP', site.as('cara'));
    expect(asCustomer.json.issues).toEqual([]);
  });

  it('finds by what an app has indexed of properties, as text, number and date, and by nothing else of them', async () => {
    const found = async (jql: string): Promise<unknown> => {
      const { status, json } = await site.post('/rest/api/3/search/jql', APP, {
        jql: `project = SUP AND ${jql}`,
        fields: ['summary'],
      });
      return status === 200 ? json.issues.map(({ key }: { key: string }) => key) : status;
    };
    const facts = { of: { size: 12, kind: 'a b', at: '2026-11-22T12:00:00Z' } };
    await site.ask('PUT', '/rest/api/3/issue/SUP-1/properties/facts', APP, facts);
    expect(await found('issue.property[facts].of.size = 12')).toBe(400);
    site.jira.setIndexed([
      { propertyKey: 'facts', path: 'of.size', type: 'number', searchAlias: 'factSize' },
      { propertyKey: 'facts', path: 'of.kind', type: 'string' },
      { propertyKey: 'facts', path: 'of.at', type: 'date' },
    ]);
    for (const jql of [
      'issue.property[facts].of.size = 12',
      'factSize > 9',
      'factSize <= 12 AND factSize >= 12',
      'factsize < 100',
      'issue.property[facts].of.kind in ("a b", c)',
      'issue.property[facts].of.at > "2026-11-21"',
      'factSize is not EMPTY',
    ])
      expect(await found(jql), jql).toEqual(['SUP-1']);
    for (const jql of ['factSize > 12', 'factSize < 9', 'issue.property[facts].of.kind = a'])
      expect(await found(jql), jql).toEqual([]);
    expect(await found('factSize is EMPTY')).not.toContain('SUP-1');
    for (const jql of ['issue.property[facts].of = 1', 'issue.property[facts].of.kind > 3', 'key > 3'])
      expect(await found(jql), jql).toBe(400);
  });

  it.each(['', 'ORDER BY created', 'colour = red', 'project SUP', 'issuekey = "SUP-4711"'])(
    'refuses "%s"',
    async (jql) => {
      const { status } = await site.get(`/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}`, APP);
      expect(status).toBe(400);
    },
  );
});

describe('Requests', () => {
  it('are in snapshots, and gone after a reset', async () => {
    const { jira } = site;
    await site.comment('SUP-1', APP, 'Remember me');
    const snapshot = JSON.parse(JSON.stringify(jira.snapshot()));
    jira.reset();
    expect((await site.get(`${ISSUE}/SUP-1/comment`, APP)).json.total).toBe(0);
    jira.restore(snapshot);
    expect((await site.get(`${ISSUE}/SUP-1/comment`, APP)).json.total).toBe(1);
    expect(Number(await site.comment('SUP-1', APP, 'Another'))).toBeGreaterThan(
      Number(snapshot.issues.lastCommentId),
    );
  });

  it('keep the account id of people who were deleted, and nothing else of them', async () => {
    const accountId = site.idOf('cara');
    site.jira.deletePerson(accountId);
    const { json } = await site.get(`${ISSUE}/SUP-1?fields=reporter`, APP);
    expect(json.fields.reporter).toMatchObject({ accountId, displayName: 'Former user', active: false });
  });
});
