import { refuse, succeed, type Result } from '../domain/errors';
import type { GlobalSettings } from '../domain/settings';
import type { Actor, Ports } from '../ports';

type Needs = Pick<Ports, 'site' | 'jira'>;

/** The settings of the whole site, for Jira admins. */
export async function getGlobalSettings(ports: Needs, actor: Actor): Promise<Result<GlobalSettings>> {
  if (!(await isJiraAdmin(ports, actor))) return refusal;
  return succeed(await ports.site.globalSettings());
}

export async function saveGlobalSettings(
  ports: Needs,
  actor: Actor,
  { settings }: { settings: GlobalSettings },
): Promise<Result<GlobalSettings>> {
  if (!(await isJiraAdmin(ports, actor))) return refusal;
  await ports.site.saveGlobalSettings(settings);
  return succeed(settings);
}

const refusal = refuse(
  'not-allowed',
  'Only a Jira admin can see and change the global settings. Ask one of them.',
);

const isJiraAdmin = async ({ jira }: Needs, actor: Actor): Promise<boolean> =>
  actor.kind === 'licensed' && (await jira.myRoles(actor.accountId, [])).jiraAdmin;
