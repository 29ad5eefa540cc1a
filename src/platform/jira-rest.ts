import { route } from '@forge/api';
import { z } from 'zod';
import type { Jira, JiraProject, Roles } from '../jira-ports';
import { PlatformFault, type Clock, type Log } from '../ports';
import { jiraClient, type JiraActor } from './jira-client';
import { fetchPeople } from './jira-people';

/** Jira checks at most 1,000 projects in one call. */
const CHECKED_AT_ONCE = 1_000;

const PERMISSIONS = ['BROWSE_PROJECTS', 'SERVICEDESK_AGENT', 'ADMINISTER_PROJECTS'] as const;

const granted = z.object({
  globalPermissions: z.array(z.string()),
  projectPermissions: z.array(z.object({ permission: z.enum(PERMISSIONS), projects: z.array(z.number()) })),
});
const project = z.object({ id: z.string(), key: z.string(), name: z.string() });
const projectPage = z.object({ values: z.array(project), isLast: z.boolean() });

/** Jira over REST. Answers are checked; anything else than an answer is a PlatformFault. */
export function jiraRest(clock: Clock, report: Pick<Log, 'failure'>): Jira {
  const { ask } = jiraClient(clock);

  async function permissions(as: JiraActor, accountId: string, projectIds: string[]): Promise<Roles> {
    const holders = {
      BROWSE_PROJECTS: new Set<string>(),
      SERVICEDESK_AGENT: new Set<string>(),
      ADMINISTER_PROJECTS: new Set<string>(),
    };
    let jiraAdmin = false;
    for (let start = 0; start === 0 || start < projectIds.length; start += CHECKED_AT_ONCE) {
      const projects = projectIds.slice(start, start + CHECKED_AT_ONCE).map(Number);
      const check = {
        accountId,
        globalPermissions: ['ADMINISTER'],
        projectPermissions: [{ permissions: PERMISSIONS, projects }],
      };
      const answer = await ask(as, route`/rest/api/3/permissions/check`, granted, check);
      if (!answer) throw new PlatformFault('Jira has no permission check');
      jiraAdmin ||= answer.globalPermissions.includes('ADMINISTER');
      for (const { permission, projects: ids } of answer.projectPermissions) {
        for (const id of ids) holders[permission].add(String(id));
      }
    }
    return {
      jiraAdmin,
      seen: holders.BROWSE_PROJECTS,
      agentIn: holders.SERVICEDESK_AGENT,
      adminOf: holders.ADMINISTER_PROJECTS,
    };
  }

  return {
    myRoles: (accountId, projectIds) => permissions('user', accountId, projectIds),
    agentIn: async (accountId, projectIds) => (await permissions('app', accountId, projectIds)).agentIn,
    project: (idOrKey) => ask<JiraProject>('user', route`/rest/api/3/project/${idOrKey}`, project),
    async projects(ids) {
      const query = new URLSearchParams({ maxResults: '50' });
      for (const id of ids.slice(0, 50)) query.append('id', id);
      const page = await ask('user', route`/rest/api/3/project/search?${query}`, projectPage);
      return page?.values ?? [];
    },
    people: (accountIds) => fetchPeople(clock, report, accountIds),
    async serviceDeskId(projectId) {
      // A bare number would be the desk's own id, which is another one.
      const path = route`/rest/servicedeskapi/servicedesk/projectId:${projectId}`;
      return (await ask('app', path, z.object({ id: z.string() })))?.id ?? null;
    },
  };
}
