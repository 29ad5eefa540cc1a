import { beforeEach, describe, expect, it } from 'vitest';
import { APP, NOBODY, createJiraDriver } from './jira-driver';

const DESK = '/rest/servicedeskapi';
let site: ReturnType<typeof createJiraDriver>;

beforeEach(() => {
  site = createJiraDriver();
});

describe('Participants', () => {
  const path = `${DESK}/request/SUP-1/participant`;
  const add = (actor: Parameters<typeof site.post>[1], ...names: string[]) =>
    site.post(path, actor, { accountIds: names.map((name) => site.idOf(name)) });

  it('are added by agents, the app and those whose request it is, and see the request from then on', async () => {
    expect((await site.get(path, APP)).json).toMatchObject({ size: 0, isLastPage: true, values: [] });
    const { status, json } = await add(APP, 'milo');
    expect(status).toBe(200);
    expect(json).toMatchObject({ size: 1, values: [{ accountId: site.idOf('milo') }] });
    expect((await site.get(`${DESK}/request/SUP-1`, site.as('milo'))).status).toBe(200);
    const mine = await site.get(`${DESK}/request?requestOwnership=PARTICIPATED_REQUESTS`, site.as('milo'));
    expect(mine.json.values).toMatchObject([{ issueKey: 'SUP-1' }]);
    expect((await add(site.as('ann'), 'lee')).status).toBe(200);
    expect((await add(site.as('cara'), 'bo')).json.size).toBe(3);
  });

  it('are so once, and never of their own request', async () => {
    await add(APP, 'milo');
    const { json } = await add(APP, 'milo', 'milo', 'cara');
    expect(json.values).toMatchObject([{ accountId: site.idOf('milo') }]);
  });

  it.each([
    ['lee', ['milo'], 403],
    ['milo', ['milo'], 404],
  ])('as %s with %j: %s', async (name, names, status) => {
    expect((await add(site.as(name), ...names)).status).toBe(status);
    expect((await site.get(path, APP)).json.size).toBe(0);
  });

  it('who do not exist are refused, and nobody is added', async () => {
    const body = { accountIds: [site.idOf('milo'), 'nobody'] };
    expect((await site.post(path, APP, body)).status).toBe(400);
    expect((await site.post(path, NOBODY, body)).status).toBe(401);
    expect((await site.get(path, APP)).json.size).toBe(0);
  });
});
