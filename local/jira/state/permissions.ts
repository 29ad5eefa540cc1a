import { z } from 'zod';
import type { JiraState } from './jira-state';
import type { SeedPerson } from '../records/people';
import type { Project } from '../projects';

/** Bounds of one request, from Jira's REST API documentation. */
const PROJECTS_PER_CHECK = 1_000;

const GLOBAL_PERMISSIONS = ['ADMINISTER'] as const;
const PROJECT_PERMISSIONS = [
  'ADMINISTER_PROJECTS',
  'BROWSE_PROJECTS',
  'DELETE_ISSUES',
  'SERVICEDESK_AGENT',
] as const;
type ProjectPermission = (typeof PROJECT_PERMISSIONS)[number];

/** Jira reads ids given as text, too, and ignores nulls. */
const ids = z
  .array(z.union([z.int(), z.string().regex(/^\d+$/)]).nullable())
  .nullish()
  .transform((list) => (list ?? []).filter((id) => id !== null).map(String));

const names = z.array(z.string().nullable()).transform((list) => list.filter((name) => name !== null));

export const permissionCheckSchema = z.strictObject({
  accountId: z.string().nullish(),
  globalPermissions: names.nullish(),
  projectPermissions: z
    .array(z.strictObject({ permissions: names, projects: ids, issues: ids }).nullable())
    .nullish()
    .transform((list) => (list ?? []).filter((item) => item !== null)),
});

export type PermissionCheck = z.output<typeof permissionCheckSchema>;

export interface PermissionGrants {
  globalPermissions: string[];
  projectPermissions: { permission: string; issues: number[]; projects: number[] }[];
}

/** What is wrong with the request beyond its shape, by Jira's own words; empty: nothing. */
export function permissionCheckErrors(check: PermissionCheck): {
  messages: string[];
  errors: Record<string, string>;
} {
  const wanted = check.projectPermissions
    .flatMap(({ permissions }) => permissions)
    .filter((name) => name !== '');
  const unknown = [
    ...(check.globalPermissions ?? []).filter((name) => !includes(GLOBAL_PERMISSIONS, name)),
    ...wanted.filter((name) => !includes(PROJECT_PERMISSIONS, name)),
  ];
  const messages: string[] = [];
  if (check.projectPermissions.some(({ permissions }) => permissions.every((name) => name === ''))) {
    messages.push('At least one project permission must be provided.');
  }
  if (check.projectPermissions.some(({ projects }) => projects.length > PROJECTS_PER_CHECK)) {
    messages.push(`At most ${PROJECTS_PER_CHECK} project IDs can be checked.`);
  }
  return { messages, errors: Object.fromEntries(unknown.map((name) => [name, 'Unrecognized permission'])) };
}

/** What `person` may do; nobody and inactive accounts may do nothing. Unknown project ids are ignored. */
export function grantsOf(
  state: JiraState,
  person: SeedPerson | undefined,
  check: PermissionCheck,
): PermissionGrants {
  const holds = (permission: string, project: Project): boolean =>
    person !== undefined &&
    includes(PROJECT_PERMISSIONS, permission) &&
    mayInProject(state, person, permission, project);

  const projectPermissions = check.projectPermissions.flatMap(({ permissions, projects }) =>
    permissions
      .filter((permission) => permission !== '')
      .map((permission) => ({
        permission,
        issues: [],
        projects: [...new Set(projects)]
          .flatMap((id) => state.project(id) ?? [])
          .filter((project) => holds(permission, project))
          .map(({ id }) => Number(id)),
      })),
  );
  const isAdmin = person !== undefined && person.active && state.isJiraAdmin(person);
  return {
    globalPermissions: (check.globalPermissions ?? []).filter((name) => name === 'ADMINISTER' && isAdmin),
    projectPermissions,
  };
}

export function mayInProject(
  state: JiraState,
  person: SeedPerson,
  permission: ProjectPermission,
  project: Project,
): boolean {
  if (!person.active || person.kind !== 'licensed') return false;
  switch (permission) {
    case 'BROWSE_PROJECTS':
      return true;
    case 'SERVICEDESK_AGENT':
      return state.isAgent(person.accountId, project.id);
    case 'ADMINISTER_PROJECTS':
      return state.isProjectAdmin(person, project);
    case 'DELETE_ISSUES':
      return state.isProjectAdmin(person, project) || state.isJiraAdmin(person);
  }
}

function includes<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}
