import { JiraState } from './jira-state';
import type { Person } from './people';
import type { Project } from './projects';
import { createJiraRoutes, scopeOf } from './routes';

export interface JiraRequest {
  method: string;
  /** With its query. */
  path: string;
  body?: string | undefined;
  actor: JiraActor;
}

/** Who asks: the app itself, somebody through the app or a browser, or nobody. */
export type JiraActor = { kind: 'app' } | { kind: 'user'; accountId: string } | { kind: 'none' };

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
  isJiraAdmin(accountId: string): boolean;
  isProjectAdmin(accountId: string, projectId: string): boolean;
  addPerson(person: { seedName: string; name: string }): Person;
  setActive(accountId: string, active: boolean): void;
  deletePerson(accountId: string): void;
  grantAgent(accountId: string, projectId: string): void;
  revokeAgent(accountId: string, projectId: string): void;
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  reset(): void;
}

export function createJira({ siteUrl }: { siteUrl: string }): Jira {
  const state = new JiraState();
  const routes = createJiraRoutes(state, siteUrl);

  return {
    async handle({ method, path, body, actor }) {
      const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
      const request = new Request(new URL(path, siteUrl), { method, ...(hasBody ? { body } : {}) });
      const response = await routes.fetch(request, { actor });
      return {
        status: response.status,
        body: await response.text(),
        headers: Object.fromEntries(response.headers),
      };
    },
    scopeOf,
    person: (nameOrAccountId) => state.person(nameOrAccountId),
    people: () => state.people(),
    project: (idOrKey) => state.project(idOrKey),
    projects: () => state.projects(),
    isJiraAdmin(accountId) {
      const person = state.person(accountId);
      return person !== undefined && person.active && state.isJiraAdmin(person);
    },
    isProjectAdmin(accountId, projectId) {
      const person = state.person(accountId);
      const project = state.project(projectId);
      return Boolean(person?.active && project && state.isProjectAdmin(person, project));
    },
    addPerson: (person) => state.addPerson(person),
    setActive: (accountId, active) => state.setActive(accountId, active),
    deletePerson: (accountId) => state.deletePerson(accountId),
    grantAgent: (accountId, projectId) => state.grantAgent(accountId, projectId),
    revokeAgent: (accountId, projectId) => state.revokeAgent(accountId, projectId),
    snapshot: () => state.snapshot(),
    restore: (snapshot) => state.restore(snapshot),
    reset: () => state.reset(),
  };
}
