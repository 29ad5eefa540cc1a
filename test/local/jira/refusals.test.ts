import { beforeEach, describe, expect, it } from 'vitest';
import { APP, OPT_IN, createJiraDriver } from './jira-driver';

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
