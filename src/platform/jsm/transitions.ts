import { route } from '@forge/api';
import { z } from 'zod';
import type { ServiceDesk } from '../../jira-ports';
import type { JiraActor, JiraClient } from '../jira-client';

const ways = z.object({
  transitions: z.array(
    z.object({ id: z.string(), to: z.object({ statusCategory: z.object({ key: z.string() }) }) }),
  ),
});

/** From one status of a request to another, as far as its workflow has a way. */
export function transitions(jira: JiraClient): Pick<ServiceDesk, 'reopen' | 'canResolve' | 'resolve'> {
  async function wayTo(done: boolean, as: JiraActor, issueKey: string): Promise<string | null> {
    const answer = await jira.ask(as, route`/rest/api/3/issue/${issueKey}/transitions`, ways);
    return answer?.transitions.find(({ to }) => (to.statusCategory.key === 'done') === done)?.id ?? null;
  }

  async function go(done: boolean, as: JiraActor, issueKey: string): Promise<boolean> {
    const id = await wayTo(done, as, issueKey);
    if (id === null) return false;
    const path = route`/rest/api/3/issue/${issueKey}/transitions`;
    return (await jira.change(as, 'POST', path, { transition: { id } }, z.unknown())).ok;
  }

  return {
    reopen: (issueKey) => go(false, 'app', issueKey),
    canResolve: async (issueKey) => (await wayTo(true, 'user', issueKey)) !== null,
    resolve: (issueKey) => go(true, 'user', issueKey),
  };
}
