import { refuse, succeed, type Result } from '../domain/errors';
import type { JiraProject, Roles } from '../jira-ports';
import type { Actor, Ports } from '../ports';

/** Most projects of one person that a panel looks at. */
const MY_PROJECTS = 50;

/** Where a person stands: what they may do, and in which of the projects that have chat. */
export interface Standing {
  actor: Actor;
  roles: Roles;
  /** Ids of all projects with chat enabled. */
  chatProjects: ReadonlySet<string>;
  /** Projects with chat enabled in which they are an agent or may use the door. */
  mine: JiraProject[];
  /** The project the page is about, if they can see it. */
  project: JiraProject | null;
}

export const isAgent = ({ roles }: Standing, projectId: string): boolean => roles.agentIn.has(projectId);

/** Rule S6: a project admin in their project, a Jira admin in every project, nobody else. */
export const mayAdminister = ({ roles }: Standing, projectId: string): boolean =>
  roles.jiraAdmin || roles.adminOf.has(projectId);

export const hasPart = (standing: Standing, projectId: string): boolean =>
  isAgent(standing, projectId) || mayAdminister(standing, projectId);

const NOT_FOR_CUSTOMERS = 'This is for people who work in Jira. Log in with an account that does.';

/** Asks Jira where the actor stands. `reference` is the project the page is about: an id or a key. */
export async function standingOf(
  { desks, jira }: Pick<Ports, 'desks' | 'jira'>,
  actor: Actor,
  reference: string | null,
): Promise<Result<Standing>> {
  if (actor.kind !== 'licensed') return refuse('not-allowed', NOT_FOR_CUSTOMERS);
  const [listing, project] = await Promise.all([
    desks.list(),
    reference === null ? null : jira.project(reference),
  ]);
  if (reference !== null && !project) {
    return refuse('not-found', 'This project does not exist, or you cannot see it.');
  }
  const chatProjects = new Set(
    listing.filter(({ chatEnabled }) => chatEnabled).map(({ projectId }) => projectId),
  );
  const asked = new Set(chatProjects);
  if (project) asked.add(project.id);
  const roles = await jira.myRoles(actor.accountId, [...asked]);
  const own = [...chatProjects].filter((id) => roles.agentIn.has(id) || roles.adminOf.has(id));
  const ids = own.length === 0 && roles.jiraAdmin ? [...chatProjects] : own;
  const mine = ids.length === 0 ? [] : await jira.projects(ids.slice(0, MY_PROJECTS));
  mine.sort((a, b) => a.name.localeCompare(b.name));
  return succeed({ actor, roles, chatProjects, mine, project });
}

/** The standing of somebody who may administer the project; refused for everybody else. */
export async function administratorOf(
  ports: Pick<Ports, 'desks' | 'jira'>,
  actor: Actor,
  projectId: string,
): Promise<Result<Standing & { project: JiraProject }>> {
  const standing = await standingOf(ports, actor, projectId);
  if (!standing.ok) return standing;
  const { project } = standing.value;
  if (!project || !mayAdminister(standing.value, project.id)) {
    return refuse(
      'not-allowed',
      'Only an admin of this project or a Jira admin can do this. Ask one of them.',
    );
  }
  return succeed({ ...standing.value, project });
}
