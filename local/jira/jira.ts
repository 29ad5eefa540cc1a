import { z } from 'zod';
import { Dashboard } from './state/dashboard';
import { IssueAccess } from './state/issue-access';
import { createIssueActions } from './actions/issue-actions';
import { IssueStore } from './state/issue-store';
import type { JiraCore } from './actions/jira-core';
import { changeRequest, type RequestChange } from './actions/request-change';
import type { JiraActor } from './records/jira-actor';
import { answerProblems } from './openapi/answer-problems';
import { createContractProblems, type ContractProblems } from './openapi/contract-problems';
import type { JiraEvent } from './records/jira-event';
import type { IndexedProperty } from './state/indexed-properties';
import { createSearchableIssues } from './state/searchable-issues';
import { JiraState } from './state/jira-state';
import type { Account, Person } from './records/people';
import type { SentMail } from './records/sent-mail';
import type { SiteConditions } from './records/site-conditions';
import type { Project } from './projects';
import { createRestRoutes } from './routes/rest-routes';
import { addSampleIssues } from './state/sample-issues';
import { scopeOf } from './routes/scopes';

interface JiraRequest {
  method: string;
  /** With its query. */
  path: string;
  body?: string | undefined;
  headers?: Record<string, string> | undefined;
  actor: JiraActor;
}

export interface JiraAnswer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** A Jira Cloud site, as far as Frontdesk can see one: people, projects, permissions and their REST API. */
export interface Jira {
  handle(request: JiraRequest): Promise<JiraAnswer>;
  /** The classic scope that the route needs; null: none. */
  scopeOf(method: string, path: string): string | null;
  person(nameOrAccountId: string): Person | undefined;
  people(): Person[];
  project(idOrKey: string): Project | undefined;
  projects(): Project[];
  /** Whoever has that id: a person, the app, or somebody who was deleted since. */
  account(accountId: string): Account;
  /** E-mails that apps had Jira send, oldest first. */
  mails(): readonly SentMail[];
  /** Issues and requests, as the site's own pages show and change them. */
  readonly desk: JiraCore;
  readonly dashboard: Pick<Dashboard, 'id' | 'gadgets' | 'add' | 'configure' | 'remove'>;
  /** Calls and answers that Atlassian's documents do not know. */
  readonly contract: ContractProblems;
  /** Called with every event that Jira sends to apps, in order. */
  onEvent(listener: (event: JiraEvent) => void): void;
  /** Called after every change of what a snapshot holds; ends by calling what it returns. */
  onChange(listener: () => void): () => void;
  isJiraAdmin(accountId: string): boolean;
  isProjectAdmin(accountId: string, projectId: string): boolean;
  addPerson(person: { seedName: string; name: string }): Person;
  setActive(accountId: string, active: boolean): void;
  deletePerson(accountId: string): void;
  grantAgent(accountId: string, projectId: string): void;
  revokeAgent(accountId: string, projectId: string): void;
  /** As a Jira admin does it, with the events that Jira sends. Throws a JiraRefusal for what is not there. */
  changeRequest(change: RequestChange): void;
  /** From now on this site is like that. */
  setConditions(conditions: SiteConditions): void;
  /** What the app that is installed has Jira index. */
  setIndexed(properties: readonly IndexedProperty[]): void;
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  reset(): void;
}

export function createJira({ siteUrl, now }: { siteUrl: string; now: () => number }): Jira {
  const directory = new JiraState();
  const issues = new IssueStore();
  const dashboard = new Dashboard();
  const access = new IssueAccess(directory, issues);
  const contract = createContractProblems();
  const searchable = createSearchableIssues(issues, now);
  const eventListeners = new Set<(event: JiraEvent) => void>();
  const changeListeners = new Set<() => void>();
  const touched = (): void => {
    for (const listener of changeListeners) listener();
  };
  const emit = (events: JiraEvent[]): void => {
    touched();
    for (const { issueKey } of events) {
      const issue = issues.find(issueKey);
      if (issue) searchable.changed(issue);
    }
    for (const event of events) for (const listener of eventListeners) listener(event);
  };
  const actions = createIssueActions({ directory, issues, access, now, emit });
  const desk: JiraCore = { directory, issues, searchable, access, actions, siteUrl, touched };
  const routes = createRestRoutes(desk);
  const seed = (): void => {
    issues.clear();
    addSampleIssues(issues, directory, now());
    searchable.follow(directory.conditions.searchLagMs);
  };
  seed();

  const changing =
    <Arguments extends unknown[]>(change: (...given: Arguments) => void) =>
    (...given: Arguments): void => {
      change(...given);
      touched();
    };

  return {
    async handle({ method, path, body, headers = {}, actor }) {
      const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
      const request = new Request(new URL(path, siteUrl), { method, headers, ...(hasBody ? { body } : {}) });
      const response = await routes.fetch(request, { actor });
      const { status } = response;
      const answer = await response.text();
      contract.note(answerProblems({ method, path, status, body: answer }));
      return { status, body: answer, headers: Object.fromEntries(response.headers) };
    },
    scopeOf,
    person: (nameOrAccountId) => directory.person(nameOrAccountId),
    people: () => directory.people(),
    project: (idOrKey) => directory.project(idOrKey),
    projects: () => directory.projects(),
    account: (accountId) => directory.account(accountId),
    mails: () => directory.mails,
    desk,
    dashboard: {
      id: dashboard.id,
      gadgets: () => dashboard.gadgets(),
      add(moduleKey) {
        const gadget = dashboard.add(moduleKey);
        touched();
        return gadget;
      },
      configure(id, configuration) {
        const isThere = dashboard.configure(id, configuration);
        touched();
        return isThere;
      },
      remove: changing((id: string) => dashboard.remove(id)),
    },
    contract,
    onEvent: (listener) => void eventListeners.add(listener),
    onChange(listener) {
      changeListeners.add(listener);
      return () => void changeListeners.delete(listener);
    },
    isJiraAdmin(accountId) {
      const person = directory.person(accountId);
      return person !== undefined && person.active && directory.isJiraAdmin(person);
    },
    isProjectAdmin(accountId, projectId) {
      const person = directory.person(accountId);
      const project = directory.project(projectId);
      return Boolean(person?.active && project && directory.isProjectAdmin(person, project));
    },
    addPerson: (person) => directory.addPerson(person),
    setActive: changing((accountId: string, active: boolean) => directory.setActive(accountId, active)),
    deletePerson: changing((accountId: string) => directory.deletePerson(accountId)),
    grantAgent: changing((accountId: string, projectId: string) =>
      directory.grantAgent(accountId, projectId),
    ),
    revokeAgent: changing((accountId: string, projectId: string) =>
      directory.revokeAgent(accountId, projectId),
    ),
    changeRequest: (change) => changeRequest(desk, change),
    setConditions(conditions) {
      directory.conditions = conditions;
      searchable.follow(conditions.searchLagMs);
    },
    setIndexed(properties) {
      directory.indexed = properties;
    },
    snapshot: () => ({
      directory: directory.snapshot(),
      issues: issues.snapshot(),
      dashboard: dashboard.snapshot(),
    }),
    restore(snapshot) {
      try {
        const parts = snapshotSchema.parse(snapshot);
        directory.restore(parts.directory);
        issues.restore(parts.issues);
        dashboard.restore(parts.dashboard);
        searchable.follow(directory.conditions.searchLagMs);
      } catch (error) {
        throw new Error('The saved state of the local Jira cannot be read.', { cause: error });
      }
    },
    reset() {
      contract.clear();
      directory.reset();
      dashboard.reset();
      seed();
      touched();
    },
  };
}

const snapshotSchema = z.object({
  directory: z.unknown(),
  issues: z.unknown(),
  dashboard: z.unknown().optional(),
});
