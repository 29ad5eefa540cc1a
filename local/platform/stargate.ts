import { z } from 'zod';
import type { Jira } from '../jira/jira';
import { REPORTED_ACCOUNTS_MAX } from './limits';
import { jsonResponse, PlatformResponse } from './platform-response';
import type { Queue } from './queue';
import { jobRequest } from './queue-requests';
import type { WebTriggerUrls } from './web-trigger-urls';

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});
const createVariables = z.object({
  input: z.object({ triggerKey: z.string() }),
  forceCreate: z.boolean().nullish(),
});
const deleteVariables = z.object({ id: z.string() });
const reportRequest = z.object({
  accounts: z
    .array(z.object({ accountId: z.string(), updatedAt: z.string() }))
    .min(1)
    .max(REPORTED_ACCOUNTS_MAX),
});

/** Atlassian's own services behind one address: web trigger addresses, events, the personal data report. */
export function createStargate(options: {
  queue: Queue;
  jira: Jira;
  urls: WebTriggerUrls;
  scopes: ReadonlySet<string>;
}): (path: string, body: string) => PlatformResponse {
  const { queue, jira, urls, scopes } = options;

  function graphql(body: unknown): PlatformResponse {
    const { query, variables } = graphqlRequest.parse(body);
    if (query.includes('deleteWebTriggerUrl')) {
      const success = urls.revoke(deleteVariables.parse(variables).id);
      return jsonResponse({
        data: { deleteWebTriggerUrl: { success, message: success ? '' : 'not found' } },
      });
    }
    if (query.includes('webTriggerUrlsByAppContext')) {
      const found = urls.keys().map((triggerKey) => ({ triggerKey, url: urls.urlOf(triggerKey) }));
      return jsonResponse({ data: { webTriggerUrlsByAppContext: found } });
    }
    if (query.includes('createWebTriggerUrl')) {
      const { input, forceCreate } = createVariables.parse(variables);
      if (forceCreate) urls.renew(input.triggerKey);
      const url = urls.urlOf(input.triggerKey);
      return jsonResponse(
        url
          ? { data: { createWebTriggerUrl: { url } } }
          : { errors: [{ message: `No web trigger has the key ${input.triggerKey}` }] },
      );
    }
    throw new Error('The local site does not know this GraphQL query; it answers those of webTrigger only.');
  }

  /** Says which of the reported accounts are closed, so that the app erases what it keeps of them. */
  function reportAccounts(body: unknown): PlatformResponse {
    if (!scopes.has('report:personal-data')) {
      return jsonResponse({ code: 401, message: 'Unauthorized; scope does not match' }, 401);
    }
    const report = reportRequest.safeParse(body);
    if (!report.success) return jsonResponse({ message: 'The report is not understood' }, 400);
    const closed = report.data.accounts.filter(({ accountId }) => jira.person(accountId) === undefined);
    if (closed.length === 0) return new PlatformResponse(204);
    return jsonResponse({ accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) });
  }

  return (path, text) => {
    const body: unknown = JSON.parse(text);
    if (path === '/graphql') return graphql(body);
    if (path === '/app/report-accounts') return reportAccounts(body);
    if (path.startsWith('/webhook/queue/publish/')) return queue.push(body);
    if (path.startsWith('/webhook/queue/stats/')) return queue.jobStats(jobRequest.parse(body).jobId);
    if (path.startsWith('/webhook/queue/cancel/')) return queue.cancel(jobRequest.parse(body).jobId);
    throw new Error(`The local site does not have Atlassian's service ${path}.`);
  };
}
