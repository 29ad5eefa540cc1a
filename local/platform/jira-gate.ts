import type { Clock } from '../clock';
import type { Faults } from '../faults';
import type { Jira, JiraAnswer } from '../jira/jira';
import { callProblems } from '../jira/openapi/call-problems';
import type { JiraActor } from '../jira/records/jira-actor';
import type { Stats } from '../stats';
import type { ForgeFetchInit, ForgeFetchMeta } from './forge-globals';
import { createJiraQuota } from './jira-quota';
import { jsonResponse, PlatformResponse } from './platform-response';

/** Who the running function acts for, as far as Jira is concerned. */
export interface JiraCaller {
  /** The licensed person who invoked it. */
  accountId?: string | undefined;
}

type JiraGate = (
  caller: JiraCaller,
  meta: ForgeFetchMeta,
  path: string,
  init: ForgeFetchInit | undefined,
) => Promise<PlatformResponse>;

const needsAuthentication = (): PlatformResponse =>
  new PlatformResponse(401, '{"code":401,"message":"Authentication required"}', {
    'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR',
  });

/**
 * Calls of Jira's REST API with what surrounds them: who asks, scopes, faults, counting, and whether Atlassian's
 * documents know such a call. One that they do not know is noted, and answered all the same.
 */
export function createJiraGate(options: {
  jira: Jira;
  clock: Clock;
  faults: Faults;
  stats: Stats;
  scopes: ReadonlySet<string>;
}): JiraGate {
  const { jira, clock, faults, stats, scopes } = options;
  const quota = createJiraQuota(faults, clock.now);

  function actorOf(caller: JiraCaller, meta: ForgeFetchMeta): JiraActor | null {
    if (meta.provider === 'app') return { kind: 'app' };
    if (meta.provider === 'none') return { kind: 'none' };
    // Acting for somebody who is not there needs a scope with allowImpersonation, which this site does not model.
    if (meta.accountId !== undefined && meta.accountId !== caller.accountId) return null;
    return caller.accountId === undefined ? null : { kind: 'user', accountId: caller.accountId };
  }

  async function ask(
    actor: JiraActor,
    method: string,
    path: string,
    { body, headers }: ForgeFetchInit = {},
  ): Promise<JiraAnswer> {
    const release = clock.hold();
    try {
      return await jira.handle({ method, path, body, headers, actor });
    } finally {
      release();
    }
  }

  async function disturbed(proceed: () => Promise<JiraAnswer>): Promise<JiraAnswer> {
    const { outcome, latencyMs } = faults.draw('jira');
    if (latencyMs > 0) await new Promise((resolve) => clock.setTimeout(() => resolve(undefined), latencyMs));
    const refusal = quota.refusal(outcome === 'throttled');
    if (refusal) return refusal;
    switch (outcome) {
      case 'down':
        return { status: 503, body: 'Service Unavailable' };
      case 'lost-after':
        await proceed();
        return { status: 504, body: 'upstream request timeout' };
      case 'lost-before':
        return { status: 504, body: 'upstream request timeout' };
      default:
        return proceed();
    }
  }

  return async (caller, meta, path, init) => {
    const method = (init?.method ?? 'GET').toUpperCase();
    jira.contract.note(callProblems({ method, path, headers: init?.headers, body: init?.body }));
    const actor = actorOf(caller, meta);
    if (!actor) return needsAuthentication();
    const scope = jira.scopeOf(method, path);
    if (scope !== null && actor.kind !== 'none' && !scopes.has(scope)) {
      stats.jira(method, path, false);
      return jsonResponse({ code: 401, message: 'Unauthorized; scope does not match' }, 401);
    }
    const proceed = (): Promise<JiraAnswer> => ask(actor, method, path, init);
    const { status, body, headers } = await (faults.active('jira') ? disturbed(proceed) : proceed());
    stats.jira(method, path, status < 400);
    return new PlatformResponse(status, body, headers);
  };
}
