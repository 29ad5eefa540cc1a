import { route } from '@forge/api';
import * as z from 'zod';
import type { Jira } from '../jira-ports';
import type { Clock, Log } from '../ports';
import { agentsAmong } from './jira-agents';
import { jiraClient } from './jira-client';
import { assignablePeople } from './jira-assignable';
import { closedAccounts, fetchPeople } from './jira-people';
import { notifyPeople } from './jira-notify';
import { projectNamed, projectsNamed, serviceProjects } from './jira-projects';
import { rolesOf } from './jira-roles';

/** Jira over REST. Answers are checked; anything else than an answer is a PlatformFault. */
export function jiraRest(clock: Clock, report: Pick<Log, 'failure'>): Jira {
  const jira = jiraClient(clock);
  return {
    myRoles: (accountId, projectIds, maxAgeMs) => rolesOf(jira, clock, accountId, { projectIds, maxAgeMs }),
    agentIn: (accountId, projectIds, maxAgeMs = 0) =>
      agentsAmong(jira, clock, accountId, { projectIds, maxAgeMs }),
    closed: (accountIds) => closedAccounts(clock, accountIds),
    project: (idOrKey) => projectNamed(jira, clock, idOrKey),
    projects: (ids) => projectsNamed(jira, clock, ids),
    serviceProjects: () => serviceProjects(jira),
    people: (accountIds) => fetchPeople(clock, report, accountIds),
    assignable: (issueKey, query) => assignablePeople(jira, clock, issueKey, query),
    notify: (issueKey, accountIds, mail) => notifyPeople(jira, issueKey, accountIds, mail),
    async serviceDeskId(projectId) {
      // A bare number would be the desk's own id, which is another one.
      const desk = `projectId:${projectId}`;
      const path = route`/rest/servicedeskapi/servicedesk/${desk}`;
      return (await jira.ask('app', path, z.object({ id: z.string() })))?.id ?? null;
    },
  };
}
