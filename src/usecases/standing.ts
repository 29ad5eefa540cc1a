import { refuse, succeed, type Result } from '../domain/errors';
import { ROLES_REMEMBERED_MS } from '../domain/jira-limits';
import type { JiraProject, Roles } from '../jira-ports';
import type { Actor, Ports } from '../ports';

/** What a person may do, and in which of the projects that have chat. */
export interface Parts {
  actor: Actor;
  roles: Roles;
  /** Ids of all projects with chat enabled. */
  chatProjects: ReadonlySet<string>;
  /** Ids of those in which they are an agent or may use the door; all for a Jira admin who has none. */
  own: string[];
}

/** Where a person stands: their parts, and the projects by name. */
export interface Standing extends Parts {
  /** Projects with chat enabled in which they have a part. */
  mine: JiraProject[];
  /** The project the page is about, if they can see it. */
  project: JiraProject | null;
}

export type StandingNeeds = {
  desks: Pick<Ports['desks'], 'list'>;
  jira: Pick<Ports['jira'], 'myRoles' | 'project' | 'projects'>;
};

type HasRoles = Pick<Parts, 'roles'>;

export const isAgent = ({ roles }: HasRoles, projectId: string): boolean => roles.agentIn.has(projectId);

/** Rule S6: a project admin in their project, a Jira admin in every project, nobody else. */
export const mayAdminister = ({ roles }: HasRoles, projectId: string): boolean =>
  roles.jiraAdmin || roles.adminOf.has(projectId);

export const hasPart = (standing: HasRoles, projectId: string): boolean =>
  isAgent(standing, projectId) || mayAdminister(standing, projectId);

const notForCustomers = refuse(
  'not-allowed',
  'This is for people who work in Jira. Log in with an account that does.',
);
export const unseen = refuse('not-found', 'This space doesn’t exist, or you can’t see it.');

/** What a page shows of itself may be so old: no call at all. What changes something, and who opens a chat, asks. */
export const FOR_SHOW = ROLES_REMEMBERED_MS;
const NOW = 0;

/** Asks Jira at most once, whatever the number of projects. `maxAgeMs`: roles that old will do; `also`: of these, too. */
export async function partsOf(
  { desks, jira }: Pick<StandingNeeds, 'desks'> & { jira: Pick<Ports['jira'], 'myRoles'> },
  actor: Actor,
  maxAgeMs: number,
  also: string[] = [],
): Promise<Result<Parts>> {
  if (actor.kind !== 'licensed') return notForCustomers;
  const chatProjects = await chatProjectsOf(desks);
  const roles = await jira.myRoles(actor.accountId, [...new Set([...chatProjects, ...also])], maxAgeMs);
  return succeed({ actor, roles, chatProjects, own: ownOf(roles, chatProjects) });
}

/** Where the actor stands. `reference` is the project the page is about: an id or a key; `maxAgeMs` as for `partsOf`. */
export async function standingOf(
  { desks, jira }: StandingNeeds,
  actor: Actor,
  reference: string | null,
  maxAgeMs = NOW,
): Promise<Result<Standing>> {
  if (actor.kind !== 'licensed') return notForCustomers;
  const [chatProjects, project] = await Promise.all([
    chatProjectsOf(desks),
    reference === null ? null : jira.project(reference),
  ]);
  if (reference !== null && !project) return unseen;
  const asked = new Set(chatProjects);
  if (project) asked.add(project.id);
  const roles = await jira.myRoles(actor.accountId, [...asked], maxAgeMs);
  if (project && !roles.seen.has(project.id)) return unseen;
  const own = ownOf(roles, chatProjects);
  const mine = await namedProjects(jira, own);
  return succeed({ actor, roles, chatProjects, own, mine, project });
}

/** By name. */
export async function namedProjects(
  jira: Pick<Ports['jira'], 'projects'>,
  ids: string[],
): Promise<JiraProject[]> {
  const found = ids.length === 0 ? [] : await jira.projects(ids);
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

async function chatProjectsOf(desks: StandingNeeds['desks']): Promise<Set<string>> {
  const listing = await desks.list();
  return new Set(listing.filter(({ chatEnabled }) => chatEnabled).map(({ projectId }) => projectId));
}

function ownOf(roles: Roles, chatProjects: ReadonlySet<string>): string[] {
  const seen = [...chatProjects].filter((id) => roles.seen.has(id));
  const own = seen.filter((id) => roles.agentIn.has(id) || roles.adminOf.has(id));
  return own.length === 0 && roles.jiraAdmin ? seen : own;
}

/** What the actor may do in one project that they can see: one question to Jira, unless roles of `maxAgeMs` will do. */
export async function rolesIn(
  { jira }: { jira: Pick<Ports['jira'], 'myRoles'> },
  actor: Actor,
  projectId: string,
  maxAgeMs = NOW,
): Promise<Result<{ roles: Roles }>> {
  if (actor.kind !== 'licensed') return notForCustomers;
  const roles = await jira.myRoles(actor.accountId, [projectId], maxAgeMs);
  return roles.seen.has(projectId) ? succeed({ roles }) : unseen;
}

/** The same for pages that show the project, whose name may be known. */
export async function projectRoles(
  { jira }: { jira: Pick<Ports['jira'], 'myRoles' | 'project'> },
  actor: Actor,
  projectId: string,
): Promise<Result<{ roles: Roles; project: JiraProject }>> {
  if (actor.kind !== 'licensed') return notForCustomers;
  const [roles, project] = await Promise.all([rolesIn({ jira }, actor, projectId), jira.project(projectId)]);
  if (!roles.ok) return roles;
  return project ? succeed({ ...roles.value, project }) : unseen;
}

/** Rule S7: every agent of the project, online or not; nobody else. */
export const agentsOnly = <P extends HasRoles>(found: Result<P>, projectId: string): Result<P> =>
  !found.ok || isAgent(found.value, projectId)
    ? found
    : refuse(
        'not-allowed',
        'Only agents of this space can see its chats. Ask a space admin to make you one.',
      );

/** Rule S6. */
export const administratorsOnly = <P extends HasRoles>(found: Result<P>, projectId: string): Result<P> =>
  !found.ok || mayAdminister(found.value, projectId)
    ? found
    : refuse('not-allowed', 'Only an admin of this space or a Jira admin can do this. Ask one of them.');
