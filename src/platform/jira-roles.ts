import { route } from '@forge/api';
import * as z from 'zod';
import { ROLES_MOST } from '../domain/jira-limits';
import type { Roles } from '../jira-ports';
import { PlatformFault, type Clock } from '../ports';
import type { JiraActor, JiraClient } from './jira-client';
import { perInstallation, remember } from './per-installation';

/** Jira checks at most 1,000 projects in one call. */
const CHECKED_AT_ONCE = 1_000;

const PERMISSIONS = ['BROWSE_PROJECTS', 'SERVICEDESK_AGENT', 'ADMINISTER_PROJECTS'] as const;
type Permission = (typeof PERMISSIONS)[number];

const granted = z.object({
  globalPermissions: z.array(z.string()),
  projectPermissions: z.array(z.object({ permission: z.enum(PERMISSIONS), projects: z.array(z.number()) })),
});

/** What Jira said of one account, and when, epoch ms. */
interface Known {
  admin: { is: boolean; at: number };
  projects: Map<string, { may: Set<Permission>; at: number }>;
}

const knownAccounts = perInstallation(() => new Map<string, Known>());

/** The person's own roles; what Jira said within the last `maxAgeMs` is not asked again. */
export async function rolesOf(
  jira: JiraClient,
  clock: Clock,
  accountId: string,
  { projectIds, maxAgeMs }: { projectIds: string[]; maxAgeMs: number },
): Promise<Roles> {
  const accounts = knownAccounts();
  const known: Known = accounts.get(accountId) ?? {
    admin: { is: false, at: -Infinity },
    projects: new Map<string, never>(),
  };
  const isStale = (at = -Infinity): boolean => clock.now() - at >= maxAgeMs;
  const stale = projectIds.filter((id) => isStale(known.projects.get(id)?.at));
  if (stale.length > 0 || isStale(known.admin.at)) {
    const asked = await check(jira, 'user', accountId, stale);
    const at = clock.now();
    known.admin = { is: asked.jiraAdmin, at };
    for (const [id, may] of asked.may) known.projects.set(id, { may, at });
    remember(accounts, accountId, known, ROLES_MOST);
  }
  const where = (permission: Permission): Set<string> =>
    new Set(projectIds.filter((id) => known.projects.get(id)?.may.has(permission)));
  return {
    jiraAdmin: known.admin.is,
    seen: where('BROWSE_PROJECTS'),
    agentIn: where('SERVICEDESK_AGENT'),
    adminOf: where('ADMINISTER_PROJECTS'),
  };
}

/** What an account may do in each of the projects. Asked as the app, Jira may refuse (JiraRefused). */
export async function check(
  jira: JiraClient,
  as: JiraActor,
  accountId: string,
  projectIds: string[],
): Promise<{ jiraAdmin: boolean; may: Map<string, Set<Permission>> }> {
  const may = new Map(projectIds.map((id) => [id, new Set<Permission>()]));
  let jiraAdmin = false;
  for (let start = 0; start === 0 || start < projectIds.length; start += CHECKED_AT_ONCE) {
    const projects = projectIds.slice(start, start + CHECKED_AT_ONCE).map(Number);
    const question = {
      accountId,
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: PERMISSIONS, projects }],
    };
    const answer = await jira.ask(as, route`/rest/api/3/permissions/check`, granted, question);
    if (!answer) throw new PlatformFault('Jira has no permission check');
    jiraAdmin ||= answer.globalPermissions.includes('ADMINISTER');
    for (const { permission, projects: ids } of answer.projectPermissions) {
      for (const id of ids) may.get(String(id))?.add(permission);
    }
  }
  return { jiraAdmin, may };
}
