import { asApp, asUser, type Route } from '@forge/api';
import type { Clock } from '../ports';
import { askJira, changeJira, type Changed, type JiraResponse, type Schema } from './jira-request';

/** Who asks: the app itself, or the person who acts. */
export type JiraActor = 'app' | 'user';

/** Jira over REST; failures as those of `askJira` and `changeJira`. */
export interface JiraClient {
  /** `query`: the body of a question that Jira takes by POST only. Null: 404. */
  ask<T>(as: JiraActor, path: Route, schema: Schema<T>, query?: unknown): Promise<T | null>;
  change<T>(
    as: JiraActor,
    method: 'POST' | 'PUT',
    path: Route,
    body: unknown,
    schema: Schema<T>,
  ): Promise<Changed<T>>;
}

export function jiraClient(clock: Clock): JiraClient {
  const send = (as: JiraActor, path: Route, method: string, body: unknown): Promise<JiraResponse> =>
    (as === 'app' ? asApp() : asUser()).requestJira(
      path,
      body === undefined
        ? { method }
        : { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
    );
  return {
    ask: (as, path, schema, query) =>
      askJira(clock, () => send(as, path, query === undefined ? 'GET' : 'POST', query), schema),
    change: (as, method, path, body, schema) => changeJira(clock, () => send(as, path, method, body), schema),
  };
}
