import { asApp, asUser, route } from '@forge/api';
import { z } from 'zod';
import { plainRichText, plainTextOf } from '../domain/rich-text';
import { Undeliverable, type ServiceDesk } from '../jira-ports';
import { PlatformFault, type Clock } from '../ports';
import { askJira, changeJira, type JiraResponse } from './jira-request';
import {
  MARK,
  account,
  comment,
  comments,
  created,
  fields,
  found,
  isInternal,
  issue,
  issueCreated,
  json,
  markerOf,
  transitions,
  types,
} from './jsm-shapes';

/** Jira's limit of 255 is in UTF-16 units. */
const SUMMARY_LENGTH = 250;

/** Fields that a chat fills by itself. */
const FILLED = new Set(['summary', 'description']);

/** Jira Service Management over REST. */
export function jsmServiceDesk(clock: Clock): ServiceDesk {
  const ask = <T>(request: () => Promise<JiraResponse>, schema: z.ZodType<T>): Promise<T | null> =>
    askJira(clock, request, schema);
  const change = <T>(
    request: () => Promise<JiraResponse>,
    schema: z.ZodType<T>,
  ): ReturnType<typeof changeJira<T>> => changeJira(clock, request, schema);

  async function toStatus(as: 'app' | 'user', issueKey: string, done: boolean): Promise<string | null> {
    const request =
      as === 'app'
        ? () => asApp().requestJira(route`/rest/api/3/issue/${issueKey}/transitions`)
        : () => asUser().requestJira(route`/rest/api/3/issue/${issueKey}/transitions`);
    const answer = await ask(request, transitions);
    return answer?.transitions.find(({ to }) => (to.statusCategory.key === 'done') === done)?.id ?? null;
  }

  async function accountWith(email: string): Promise<string | null> {
    const users = await ask(
      () => asApp().requestJira(route`/rest/api/3/user/search?query=${email}`),
      z.array(account.extend({ emailAddress: z.string().optional() })),
    );
    // Jira may hide addresses; a search for a whole one then still finds its only owner.
    const same = users?.find(({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase());
    return same?.accountId ?? (users?.length === 1 ? (users[0]?.accountId ?? null) : null);
  }

  async function findComment(issueKey: string, marker: string): Promise<string | null> {
    const answer = await ask(
      () =>
        asApp().requestJira(
          route`/rest/api/3/issue/${issueKey}/comment?orderBy=-created&maxResults=100&expand=properties`,
        ),
      comments,
    );
    const marked = answer?.comments.find(({ properties }) =>
      properties?.some(({ key, value }) => key === MARK && markerOf(value) === marker),
    );
    return marked?.id ?? null;
  }

  return {
    async requestTypes(serviceDeskId) {
      const answer = await ask(
        () =>
          asApp().requestJira(route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype?limit=100`),
        types,
      );
      return Promise.all(
        (answer?.values ?? []).map(async ({ id, name }) => {
          const form = await ask(
            () =>
              asApp().requestJira(
                route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${id}/field`,
              ),
            fields,
          );
          const missing = (form?.requestTypeFields ?? [])
            .filter(
              (field) =>
                field.required && !FILLED.has(field.fieldId) && (field.defaultValues ?? []).length === 0,
            )
            .map((field) => field.name);
          return { id, name, missing };
        }),
      );
    },

    async customer(serviceDeskId, email, name) {
      const known = await ask(
        () =>
          asApp().requestJira(
            route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/customer?query=${email}`,
          ),
        z.object({ values: z.array(account.extend({ emailAddress: z.string().optional() })) }),
      );
      const same = known?.values.find(
        ({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase(),
      );
      if (same) return same.accountId;
      const made = await change(
        () =>
          asApp().requestJira(
            route`/rest/servicedeskapi/customer`,
            json('POST', { email, displayName: name }),
          ),
        account,
      );
      // Refused for somebody who has an account already, an agent even: they are a customer like any other here.
      const accountId = made.ok ? made.value.accountId : await accountWith(email);
      if (accountId === null) throw new Undeliverable('refused');
      const added = await change(
        () =>
          asApp().requestJira(
            route`/rest/servicedeskapi/servicedesk/${serviceDeskId}/customer`,
            json('POST', { accountIds: [accountId] }),
          ),
        z.unknown(),
      );
      if (!added.ok) throw new Undeliverable('refused');
      return accountId;
    },

    async addParticipant(issueKey, accountId) {
      const known = await ask(
        () => asApp().requestJira(route`/rest/servicedeskapi/request/${issueKey}/participant?limit=100`),
        z.object({ values: z.array(account) }),
      );
      if (known?.values.some((participant) => participant.accountId === accountId)) return;
      const added = await change(
        () =>
          asApp().requestJira(
            route`/rest/servicedeskapi/request/${issueKey}/participant`,
            json('POST', { accountIds: [accountId] }),
          ),
        z.unknown(),
      );
      if (!added.ok) throw new Undeliverable(added.status === 404 ? 'request-gone' : 'refused');
    },

    async raise({ serviceDeskId, requestTypeId, text, visitor, page, reference, goesOnFrom, onBehalfOf }) {
      const line = text.trim().split(/\r?\n/, 1)[0] ?? '';
      const about = page === null ? visitor : `${visitor} · ${page}`;
      const origin = goesOnFrom === null ? [] : [`This chat goes on from ${goesOnFrom}.`];
      const answer = await change(
        () =>
          asApp().requestJira(
            route`/rest/servicedeskapi/request`,
            json('POST', {
              serviceDeskId,
              requestTypeId,
              isAdfRequest: true,
              requestFieldValues: {
                summary: startOf(line),
                description: plainRichText(text, about, [...origin, `Chat reference: ${reference}`]),
              },
              ...(onBehalfOf !== null && { raiseOnBehalfOf: onBehalfOf }),
            }),
          ),
        issueCreated,
      );
      if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'project-gone' : 'refused');
      return { id: answer.value.issueId, key: answer.value.issueKey };
    },

    async findRaised(projectId, reference) {
      const jql = `project = ${projectId} AND text ~ "${reference}" ORDER BY created ASC`;
      const answer = await ask(
        () =>
          asApp().requestJira(
            route`/rest/api/3/search/jql`,
            json('POST', { jql, maxResults: 1, fields: ['summary'] }),
          ),
        found,
      );
      return answer?.issues[0] ?? null;
    },

    async comment(as, issueKey, { text, visitor, marker }) {
      const init = json('POST', {
        body: plainRichText(text, visitor),
        properties: [
          { key: 'sd.public.comment', value: { internal: false } },
          { key: MARK, value: { message: marker } },
        ],
      });
      const answer = await change(
        as === 'app'
          ? () => asApp().requestJira(route`/rest/api/3/issue/${issueKey}/comment`, init)
          : () => asUser().requestJira(route`/rest/api/3/issue/${issueKey}/comment`, init),
        created,
      );
      if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'request-gone' : 'refused');
      return answer.value.id;
    },

    findComment,

    async readComment(issueKey, commentId) {
      const answer = await ask(
        () =>
          asApp().requestJira(route`/rest/api/3/issue/${issueKey}/comment/${commentId}?expand=properties`),
        comment,
      );
      if (!answer) return null;
      const { id, author, body, created: madeAt, updated, jsdPublic, properties = [] } = answer;
      const internal = properties.some(({ key, value }) => key === 'sd.public.comment' && isInternal(value));
      const mark = properties.find(({ key }) => key === MARK)?.value;
      return {
        id,
        author: author?.accountId ?? '',
        text: plainTextOf(body),
        isPublic: jsdPublic !== false && !internal,
        editedAt: updated === madeAt ? null : Date.parse(updated),
        marker: markerOf(mark),
      };
    },

    async state(issueId) {
      const answer = await ask(
        () => asApp().requestJira(route`/rest/api/3/issue/${issueId}?fields=status,assignee`),
        issue,
      );
      if (!answer) return null;
      const { status, assignee } = answer.fields;
      return {
        id: answer.id,
        key: answer.key,
        status: status.name,
        resolved: status.statusCategory.key === 'done',
        assignee: assignee?.accountId ?? null,
      };
    },

    async reopen(issueKey) {
      const transition = await toStatus('app', issueKey, false);
      if (transition === null) return false;
      const answer = await change(
        () =>
          asApp().requestJira(
            route`/rest/api/3/issue/${issueKey}/transitions`,
            json('POST', { transition: { id: transition } }),
          ),
        z.unknown(),
      );
      return answer.ok;
    },

    canResolve: async (issueKey) => (await toStatus('user', issueKey, true)) !== null,

    async resolve(issueKey) {
      const transition = await toStatus('user', issueKey, true);
      if (transition === null) return false;
      const answer = await change(
        () =>
          asUser().requestJira(
            route`/rest/api/3/issue/${issueKey}/transitions`,
            json('POST', { transition: { id: transition } }),
          ),
        z.unknown(),
      );
      return answer.ok;
    },

    async assign(issueKey, accountId) {
      const answer = await change(
        () => asUser().requestJira(route`/rest/api/3/issue/${issueKey}/assignee`, json('PUT', { accountId })),
        z.unknown(),
      );
      if (!answer.ok) throw new PlatformFault(`Jira did not assign the request: ${String(answer.status)}`);
    },
  };
}

/** As much of a line as a summary holds, no character cut in two. */
function startOf(line: string): string {
  let summary = '';
  for (const character of line) {
    if (summary.length + character.length > SUMMARY_LENGTH) break;
    summary += character;
  }
  return summary;
}
