import {
  APP_ACCOUNT,
  aCustomer,
  aPerson,
  type Account,
  type Person,
  type SeedPerson,
} from '../records/people';
import type { SentMail } from '../records/sent-mail';
import { SEED_JIRA_ADMINS, SEED_PROJECT_ADMINS, SEED_PROJECTS, type Project } from '../projects';
import { USUAL_CONDITIONS } from '../records/site-conditions';
import type { IndexedProperty } from './indexed-properties';
import { directorySchema, seedRecords, type DirectoryRecords } from './directory-records';

/** Names that addresses use for something else. */
const RESERVED = new Set(['anonymous', 'app']);

/** The people, projects and grants of one local Jira. Grants survive deactivation, as in Jira. */
export class JiraState {
  conditions = USUAL_CONDITIONS;
  /** By the app that is installed. */
  indexed: readonly IndexedProperty[] = [];
  /** Since the beginning, or the last reset. */
  mails: SentMail[] = [];
  #records: DirectoryRecords = seedRecords();

  people(): Person[] {
    return this.#records.people.map((person) => this.#known(person));
  }

  /** By seed name or account id. */
  person(nameOrAccountId: string): Person | undefined {
    const found = this.#find(nameOrAccountId);
    return found && this.#known(found);
  }

  /** Whoever has that id: somebody, or the app. Deleted people leave their id behind, and no name. */
  account(accountId: string): Account {
    if (accountId === APP_ACCOUNT.accountId) return APP_ACCOUNT;
    const found = this.#records.people.find((person) => person.accountId === accountId);
    return found ? this.#shown(found) : aPerson('', accountId, 'Former user', { email: '', active: false });
  }

  personByEmail(email: string): Person | undefined {
    const wanted = email.toLowerCase();
    return this.people().find((person) => person.email.toLowerCase() === wanted);
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
    return this.#add(aPerson(seedName, `712020:${this.#nextId()}`, name));
  }

  /** A portal account. Addresses of the local site call it by a short form of the name. */
  addCustomer({ name, email }: Pick<SeedPerson, 'name' | 'email'>): Person {
    return this.#add(aCustomer(this.#freeSeedName(name), this.#nextId(), name, email));
  }

  isCustomer(accountId: string, projectId: string): boolean {
    return this.#records.customers[projectId]?.includes(accountId) ?? false;
  }

  addToCustomers(accountId: string, projectId: string): void {
    if (this.isCustomer(accountId, projectId)) return;
    this.#records.customers[projectId] = [...(this.#records.customers[projectId] ?? []), accountId];
  }

  customers(projectId: string): Person[] {
    return this.people().filter(({ accountId }) => this.isCustomer(accountId, projectId));
  }

  deletePerson(accountId: string): void {
    const { people, agents, customers } = this.#records;
    this.#records.people = people.filter((person) => person.accountId !== accountId);
    for (const projectId of Object.keys(agents)) this.revokeAgent(accountId, projectId);
    for (const [projectId, ids] of Object.entries(customers))
      customers[projectId] = ids.filter((id) => id !== accountId);
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

  /** Takes what `snapshot()` gave; throws when it is something else. */
  restore(snapshot: unknown): void {
    this.#records = directorySchema.parse(snapshot);
  }

  reset(): void {
    this.#records = seedRecords();
    this.mails = [];
  }

  #find(nameOrAccountId: string): SeedPerson | undefined {
    return this.#records.people.find(
      ({ accountId, seedName }) => accountId === nameOrAccountId || seedName === nameOrAccountId,
    );
  }

  #add(person: SeedPerson): Person {
    this.#records.people.push(person);
    return this.#known(person);
  }

  #known(person: SeedPerson): Person {
    return { ...this.#shown(person), roles: this.#roles(person) };
  }

  #shown(person: SeedPerson): SeedPerson {
    return this.conditions.addressesHidden ? { ...person, addressVisible: false } : person;
  }

  #nextId(): string {
    this.#records.lastNumber += 1;
    return `00000000-0000-4000-8000-${String(this.#records.lastNumber).padStart(12, '0')}`;
  }

  #freeSeedName(name: string): string {
    const words = name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g);
    const wanted = words?.join('-').slice(0, 40) ?? 'customer';
    const isTaken = (seedName: string): boolean => RESERVED.has(seedName) || !!this.#find(seedName);
    let free = wanted;
    for (let number = 2; isTaken(free); number += 1) free = `${wanted}-${number}`;
    return free;
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
