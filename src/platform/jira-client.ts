import { asApp, asUser, type Route } from '@forge/api';
import type { Clock } from '../ports';
import { askJira, changeJira, type Changed, type JiraResponse, type Schema } from './jira-request';

/** Who asks: the app itself, or the person who acts. */
export type JiraActor = 'app' | 'user';

/** Jira over REST; failures as those of `askJira` and `changeJira`. */
export interface JiraClient {
  /** `query`: the body of a question that Jira takes by POST only. Null: 404. */
  ask<T>(
    as: JiraActor,
    path: Route,
    schema: Schema<T>,
    query?: unknown,
    headers?: Record<string, string>,
  ): Promise<T | null>;
  change<T>(
    as: JiraActor,
    method: 'POST' | 'PUT',
    path: Route,
    body: unknown,
    schema: Schema<T>,
  ): Promise<Changed<T>>;
}

export function jiraClient(clock: Clock): JiraClient {
  const send = (
    as: JiraActor,
    path: Route,
    method: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<JiraResponse> =>
    (as === 'app' ? asApp() : asUser()).requestJira(
      path,
      body === undefined
        ? { method, headers }
        : {
            method,
            headers: { 'Content-Type': 'application/json', ...headers },
            body: JSON.stringify(body),
          },
    );
  return {
    ask: (as, path, schema, query, headers) =>
      askJira(clock, () => send(as, path, query === undefined ? 'GET' : 'POST', query, headers), schema),
    change: (as, method, path, body, schema) => changeJira(clock, () => send(as, path, method, body), schema),
  };
}
