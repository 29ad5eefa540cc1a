import { REFUSAL_REMEMBERED_MS } from '../domain/jira-limits';
import { JiraRefused, type Clock } from '../ports';
import type { JiraClient } from './jira-client';
import { check } from './jira-roles';
import { perInstallation } from './per-installation';

/** So many accounts in a row that Jira refused to check: it is the asking that it refuses, not the account. */
const REFUSED_ALL = 3;

/** When Jira refused to check whom, epoch ms, and how many of the last ones in a row. */
const refusals = perInstallation(() => ({ at: new Map<string, number>(), inARow: 0 }));

/**
 * In which of the projects this account is an agent. To check somebody else's permissions is for Jira admins, which the
 * app's account may not be: then nobody knows, and that is a PlatformFault without a call for an hour.
 */
export async function agentsAmong(
  jira: JiraClient,
  clock: Clock,
  accountId: string,
  projectIds: string[],
): Promise<ReadonlySet<string>> {
  const refused = refusals();
  for (const [id, at] of refused.at) if (clock.now() - at >= REFUSAL_REMEMBERED_MS) refused.at.delete(id);
  if (refused.at.size === 0) refused.inARow = 0;
  if (refused.at.has(accountId) || refused.inARow >= REFUSED_ALL) throw new JiraRefused(403);
  try {
    const { may } = await check(jira, 'app', accountId, projectIds);
    refused.inARow = 0;
    return new Set(projectIds.filter((id) => may.get(id)?.has('SERVICEDESK_AGENT')));
  } catch (fault) {
    if (fault instanceof JiraRefused && fault.status === 403) {
      refused.at.set(accountId, clock.now());
      refused.inARow += 1;
    }
    throw fault;
  }
}
