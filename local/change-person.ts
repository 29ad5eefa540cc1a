import { z } from 'zod';
import { BadRequest } from './control-body';
import type { Site } from './site';

export const peopleBody = z.strictObject({
  account: z.string().min(1),
  action: z.enum(['delete', 'deactivate', 'activate', 'revoke-agent', 'grant-agent']),
  projectId: z.string().optional(),
});

/** What an admin of the Jira site does to an account. */
export async function changePerson(
  { jira, deletePerson }: Site,
  { account, action, projectId }: z.infer<typeof peopleBody>,
): Promise<void> {
  const person = jira.person(account);
  if (!person) throw new BadRequest(`Nobody on this site has the name or account id "${account}".`);
  const { accountId } = person;
  if (action === 'delete') return deletePerson(accountId);
  if (action === 'deactivate' || action === 'activate')
    return jira.setActive(accountId, action === 'activate');
  const project = projectId === undefined ? undefined : jira.project(projectId);
  if (!project) throw new BadRequest(`"${action}" needs the "projectId" of a project on this site.`);
  if (action === 'grant-agent') jira.grantAgent(accountId, project.id);
  else jira.revokeAgent(accountId, project.id);
}
