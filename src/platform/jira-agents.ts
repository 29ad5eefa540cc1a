import { REFUSAL_REMEMBERED_MS, ROLES_MOST } from '../domain/jira-limits';
import { JiraRefused, type Clock } from '../ports';
import type { JiraClient } from './jira-client';
import { check } from './jira-roles';
import { perInstallation, remember } from './per-installation';

/** So many accounts in a row that Jira refused to check: it is the asking that it refuses, not the account. */
const REFUSED_ALL = 3;

/** When Jira refused to check whom, epoch ms, and how many of the last ones in a row. */
const refusals = perInstallation(() => ({ at: new Map<string, number>(), inARow: 0 }));

/** When Jira said of an account and a project that it is an agent there, epoch ms. */
const agents = perInstallation(() => new Map<string, number>());

/**
 * In which of the projects this account is an agent. To check somebody else's permissions is for Jira admins, which the
 * app's account may not be: then nobody knows, and that is a PlatformFault without a call for an hour.
 * `maxAgeMs`: how long it is believed that somebody is one.
 */
export async function agentsAmong(
  jira: JiraClient,
  clock: Clock,
  accountId: string,
  { projectIds, maxAgeMs }: { projectIds: string[]; maxAgeMs: number },
): Promise<ReadonlySet<string>> {
  const known = agents();
  const keyOf = (projectId: string): string => `${accountId} ${projectId}`;
  const isFresh = (id: string): boolean => clock.now() - (known.get(keyOf(id)) ?? -Infinity) < maxAgeMs;
  if (projectIds.every(isFresh)) return new Set(projectIds);
  const refused = refusals();
  for (const [id, at] of refused.at) if (clock.now() - at >= REFUSAL_REMEMBERED_MS) refused.at.delete(id);
  if (refused.at.size === 0) refused.inARow = 0;
  if (refused.at.has(accountId) || refused.inARow >= REFUSED_ALL) throw new JiraRefused(403);
  try {
    const { may } = await check(jira, 'app', accountId, projectIds);
    refused.inARow = 0;
    const found = projectIds.filter((id) => may.get(id)?.has('SERVICEDESK_AGENT'));
    for (const id of projectIds) known.delete(keyOf(id));
    for (const id of found) remember(known, keyOf(id), clock.now(), ROLES_MOST);
    return new Set(found);
  } catch (fault) {
    if (fault instanceof JiraRefused && fault.status === 403) {
      refused.at.set(accountId, clock.now());
      refused.inARow += 1;
    }
    throw fault;
  }
}
