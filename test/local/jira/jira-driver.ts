import { adfOfText } from '../../../local/jira/records/adf';
import { createJira } from '../../../local/jira/jira';
import type { JiraActor } from '../../../local/jira/records/jira-actor';
import type { JiraEvent } from '../../../local/jira/records/jira-event';

export const APP: JiraActor = { kind: 'app' };
export const NOBODY: JiraActor = { kind: 'none' };
/** For operations that Atlassian marks as experimental. */
export const OPT_IN = { 'X-ExperimentalApi': 'opt-in' };
export const START = Date.UTC(2026, 10, 22, 9);

/** A local Jira of its own, asked over its REST API. */
export function createJiraDriver() {
  let now = START;
  const jira = createJira({ siteUrl: 'http://localhost:4100', now: () => now });
  const events: JiraEvent[] = [];
  jira.onEvent((event) => events.push(event));

  const idOf = (name: string): string => jira.person(name)?.accountId ?? `no account ${name}`;
  const as = (name: string): JiraActor => ({ kind: 'user', accountId: idOf(name) });

  async function ask(
    method: string,
    path: string,
    actor: JiraActor,
    body?: unknown,
    headers?: Record<string, string>,
  ) {
    const answer = await jira.handle({
      method,
      path,
      headers,
      actor,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: answer.body === '' ? undefined : JSON.parse(answer.body) };
  }

  return {
    jira,
    events,
    idOf,
    as,
    ask,
    get: (path: string, actor: JiraActor, headers?: Record<string, string>) =>
      ask('GET', path, actor, undefined, headers),
    post: (path: string, actor: JiraActor, body: unknown) => ask('POST', path, actor, body),
    put: (path: string, actor: JiraActor, body: unknown) => ask('PUT', path, actor, body),
    pass(ms: number) {
      now += ms;
    },
    /** In the platform API; answers the comment's id. */
    async comment(issue: string, actor: JiraActor, text: string, internal = false): Promise<string> {
      const properties = internal ? [{ key: 'sd.public.comment', value: { internal: true } }] : [];
      const body = { body: adfOfText(text), properties };
      return String((await ask('POST', `/rest/api/3/issue/${issue}/comment`, actor, body)).json.id);
    },
  };
}
