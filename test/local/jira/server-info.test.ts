import { expect, it } from 'vitest';
import { createJira } from '../../../local/jira/jira';

it('the site tells everybody where it is', async () => {
  const jira = createJira({ siteUrl: 'https://acme.example', now: () => 0 });
  for (const actor of [{ kind: 'app' }, { kind: 'none' }, { kind: 'user', accountId: 'x' }] as const) {
    const answer = await jira.handle({ method: 'GET', path: '/rest/api/3/serverInfo', actor });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({
      baseUrl: 'https://acme.example',
      deploymentType: 'Cloud',
    });
  }
  expect(jira.scopeOf('GET', '/rest/api/3/serverInfo')).toBeNull();
});
