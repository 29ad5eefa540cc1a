import { SEED_PEOPLE, aPerson, type Person, type SeedPerson } from './people';
import { SEED_AGENTS, SEED_JIRA_ADMINS, SEED_PROJECT_ADMINS, SEED_PROJECTS, type Project } from './projects';

interface Records {
  people: SeedPerson[];
  /** Account ids by project id. */
  agents: Record<string, string[]>;
}

/** The people, projects and grants of one local Jira. Grants survive deactivation, as in Jira. */
export class JiraState {
  #records: Records = seed();

  people(): Person[] {
    return this.#records.people.map((person) => ({ ...person, roles: this.#roles(person) }));
  }

  /** By seed name or account id. */
  person(nameOrAccountId: string): Person | undefined {
    const found = this.#find(nameOrAccountId);
    return found && { ...found, roles: this.#roles(found) };
  }

  projects(): Project[] {
    return SEED_PROJECTS.map((project) => ({ ...project }));
  }

  /** Keys are case sensitive, as in Jira's REST API. */
  project(idOrKey: string): Project | undefined {
    const found = SEED_PROJECTS.find(({ id, key }) => id === idOrKey || key === idOrKey);
    return found && { ...found };
  }

  isAgent(accountId: string, projectId: string): boolean {
    return this.#records.agents[projectId]?.includes(accountId) ?? false;
  }

  isProjectAdmin(person: SeedPerson, project: Project): boolean {
    return SEED_PROJECT_ADMINS[project.key]?.includes(person.seedName) ?? false;
  }

  isJiraAdmin(person: SeedPerson): boolean {
    return SEED_JIRA_ADMINS.includes(person.seedName);
  }

  setActive(accountId: string, active: boolean): void {
    const person = this.#find(accountId);
    if (!person) throw new Error(`There is no account ${accountId} on the local site.`);
    person.active = active;
  }

  /** A licensed person besides the seeded ones, with no role until one is granted. */
  addPerson({ seedName, name }: Pick<SeedPerson, 'seedName' | 'name'>): Person {
    if (this.#find(seedName)) throw new Error(`Somebody on the local site is called ${seedName} already.`);
    const number = String(this.#records.people.length).padStart(12, '0');
    const added = aPerson(seedName, `712020:00000000-0000-4000-8000-${number}`, name);
    this.#records.people.push(added);
    return { ...added, roles: this.#roles(added) };
  }

  deletePerson(accountId: string): void {
    const { people, agents } = this.#records;
    this.#records.people = people.filter((person) => person.accountId !== accountId);
    for (const projectId of Object.keys(agents)) this.revokeAgent(accountId, projectId);
  }

  grantAgent(accountId: string, projectId: string): void {
    if (this.isAgent(accountId, projectId)) return;
    this.#records.agents[projectId] = [...(this.#records.agents[projectId] ?? []), accountId];
  }

  revokeAgent(accountId: string, projectId: string): void {
    const rest = (this.#records.agents[projectId] ?? []).filter((id) => id !== accountId);
    this.#records.agents[projectId] = rest;
  }

  snapshot(): unknown {
    return structuredClone(this.#records);
  }

  /** Takes what `snapshot()` gave. */
  restore(snapshot: unknown): void {
    if (!isRecords(snapshot)) throw new Error('The saved state of the local Jira cannot be read.');
    this.#records = structuredClone(snapshot);
  }

  reset(): void {
    this.#records = seed();
  }

  #find(nameOrAccountId: string): SeedPerson | undefined {
    return this.#records.people.find(
      ({ accountId, seedName }) => accountId === nameOrAccountId || seedName === nameOrAccountId,
    );
  }

  #roles(person: SeedPerson): string[] {
    const roles = SEED_PROJECTS.flatMap((project) => [
      ...(this.isAgent(person.accountId, project.id) ? [`agent:${project.key}`] : []),
      ...(this.isProjectAdmin(person, project) ? [`project-admin:${project.key}`] : []),
    ]);
    if (this.isJiraAdmin(person)) roles.push('jira-admin');
    if (roles.length === 0) roles.push(person.kind);
    if (!person.active) roles.push('deactivated');
    return roles;
  }
}

function seed(): Records {
  const accountIds = new Map(SEED_PEOPLE.map(({ seedName, accountId }) => [seedName, accountId]));
  const agents = SEED_PROJECTS.map(({ id, key }): [string, string[]] => [
    id,
    (SEED_AGENTS[key] ?? []).flatMap((seedName) => accountIds.get(seedName) ?? []),
  ]);
  return { people: SEED_PEOPLE.map((person) => ({ ...person })), agents: Object.fromEntries(agents) };
}

function isRecords(value: unknown): value is Records {
  return (
    typeof value === 'object' &&
    value !== null &&
    'people' in value &&
    Array.isArray(value.people) &&
    'agents' in value &&
    typeof value.agents === 'object' &&
    value.agents !== null
  );
}
