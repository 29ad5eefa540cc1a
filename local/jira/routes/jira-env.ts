import type { JiraActor } from '../records/jira-actor';

/** What each request of the REST API brings with it. */
export interface JiraEnv {
  Bindings: { actor: JiraActor };
}
