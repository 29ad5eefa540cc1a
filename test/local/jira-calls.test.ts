import { asApp, asUser, privacy, route, webTrigger } from '@forge/api';
import { describe, expect, it } from 'vitest';
import { insideFunction } from './inside-function';

const project = route`/rest/api/3/project/SUP`;

describe('Calls of Jira', () => {
  it('are made as the app or as the person who invoked', async () => {
    const { inside, jira } = insideFunction();
    const ann = jira.person('ann');
    const myself = await inside(
      async () => (await asUser().requestJira(route`/rest/api/3/myself`)).json() as Promise<unknown>,
      {
        accountId: ann?.accountId ?? '',
      },
    );
    expect(myself).toMatchObject({ accountId: ann?.accountId });
    expect((await inside(() => asApp().requestJira(project))).status).toBe(200);
  });

  it('need a person, when made as one', async () => {
    const { inside } = insideFunction();
    await expect(inside(() => asUser().requestJira(project))).rejects.toThrow('Authentication Required');
  });

  it('cannot be made as somebody who is not there', async () => {
    const { inside, jira } = insideFunction();
    const [ann, bo] = [jira.person('ann')?.accountId ?? '', jira.person('bo')?.accountId ?? ''];
    await expect(inside(() => asUser(bo).requestJira(project), { accountId: ann })).rejects.toThrow(
      'Authentication Required',
    );
  });

  it('need the scope of the route', async () => {
    const { inside } = insideFunction({ scopes: ['storage:app'] });
    const response = await inside(() => asApp().requestJira(project));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ message: 'Unauthorized; scope does not match' });
  });
});

describe('Addresses of web triggers', () => {
  it('stay the same until they are deleted', async () => {
    const { inside, webTriggers } = insideFunction();
    const url = await inside(() => webTrigger.getUrl('hook'));
    expect(url).toMatch(/^http:\/\/localhost:4100\/public\/[\w-]+$/);
    expect(await inside(() => webTrigger.getUrl('hook'))).toBe(url);
    await inside(() => webTrigger.deleteUrl(url));
    expect(webTriggers.keyOf(url.split('/').at(-1) ?? '')).toBeUndefined();
    expect(await inside(() => webTrigger.getUrl('hook'))).not.toBe(url);
  });

  it('are refused for a key that is no web trigger', async () => {
    const { inside } = insideFunction();
    await expect(inside(() => webTrigger.getUrl('nope'))).rejects.toThrow('Failed to get web trigger URL');
  });
});

describe('The report of personal data', () => {
  const report = (...accountIds: string[]) =>
    privacy.reportPersonalData(
      accountIds.map((accountId) => ({ accountId, updatedAt: '2026-01-01T00:00:00Z' })),
    );

  it('names the accounts that were closed', async () => {
    const { inside, jira } = insideFunction();
    const [ann, bo] = [jira.person('ann')?.accountId ?? '', jira.person('bo')?.accountId ?? ''];
    expect(await inside(() => report(ann, bo))).toEqual([]);
    jira.deletePerson(bo);
    expect(await inside(() => report(ann, bo))).toEqual([{ accountId: bo, status: 'closed' }]);
  });

  it('needs its scope', async () => {
    const { inside } = insideFunction({ scopes: [] });
    await expect(inside(() => report('a'))).rejects.toMatchObject({ status: 401 });
  });
});
