import type { Jira } from '../jira/jira';
import type { Person } from '../jira/records/people';

/** Whose page it is: somebody of the site, or a visitor who has not said who they are. */
export interface Visitor {
  /** As addresses call them: `/as/ann/…`. */
  pathName: string;
  name: string;
  /** In words, for the "view as" menu. */
  role: string;
  /** Null: anonymous. */
  person: Person | null;
  locale: string;
  timezone: string;
}

/** Of routes whose address says who asks. */
export interface VisitorEnv {
  Variables: { visitor: Visitor };
}

export const ANONYMOUS: Visitor = {
  pathName: 'anonymous',
  name: 'Anonymous visitor',
  role: 'not logged in',
  person: null,
  locale: 'en-US',
  timezone: 'Europe/London',
};

/** Undefined for people who do not exist and for deactivated ones, who cannot log in. */
export function visitorOf(jira: Jira, pathName: string): Visitor | undefined {
  if (pathName === ANONYMOUS.pathName) return ANONYMOUS;
  const person = jira.person(pathName);
  return person?.active ? toVisitor(jira, person) : undefined;
}

/** Everybody who can log in. */
export function visitors(jira: Jira): Visitor[] {
  return jira
    .people()
    .filter(({ active }) => active)
    .map((person) => toVisitor(jira, person));
}

export function isLicensed({ person }: Visitor): boolean {
  return person?.kind === 'licensed';
}

/** May they change the project's settings? Decides only what the navigation offers. */
export function administers(jira: Jira, { person }: Visitor, projectId: string): boolean {
  if (!person) return false;
  return jira.isJiraAdmin(person.accountId) || jira.isProjectAdmin(person.accountId, projectId);
}

function toVisitor(jira: Jira, person: Person): Visitor {
  const { seedName, name, locale, timezone } = person;
  return { pathName: seedName, name, role: roleInWords(jira, person.roles), person, locale, timezone };
}

const ROLE_WORDS: Record<string, string> = {
  agent: 'agent in',
  'project-admin': 'space admin of',
};

function roleInWords(jira: Jira, roles: string[]): string {
  const byRole = new Map<string, string[]>();
  for (const role of roles) {
    const [name = '', key] = role.split(':');
    const projects = byRole.get(name) ?? [];
    byRole.set(name, key ? [...projects, jira.project(key)?.name ?? key] : projects);
  }
  return [...byRole]
    .map(([role, projects]) => {
      if (projects.length > 0) return `${ROLE_WORDS[role] ?? role} ${projects.join(' and ')}`;
      return role === 'jira-admin' ? 'Jira admin' : role === 'licensed' ? 'Jira user, not an agent' : role;
    })
    .join(', ');
}
