import { route } from '@forge/api';
import * as z from 'zod';
import { firstLine } from '../../domain/first-line';
import { REQUESTS_FOUND } from '../../domain/inbox-limits';
import { contextInWords } from '../../domain/page-context';
import { plainRichText } from '../../domain/rich-text';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { JiraClient } from '../jira-client';
import { changeOf } from './request-change';

/** Jira's limit of 255 is in UTF-16 units. */
const SUMMARY_LENGTH = 250;

/** The property that manifest.yml has Jira index. */
const FACTS = 'frontdesk';

const raised = z.object({ issueId: z.string(), issueKey: z.string() });
const found = z.object({ issues: z.array(z.object({ id: z.string(), key: z.string() })) });
/** Requests: raised by the app, found again, assigned by the acting agent. */
export const requests = (
  jira: JiraClient,
): Pick<ServiceDesk, 'raise' | 'findRaised' | 'keepFacts' | 'search' | 'assign'> => ({
  async raise({ serviceDeskId, requestTypeId, text, visitor, page, onBehalfOf, ...about }) {
    const from = page === null ? visitor : `${visitor} · ${page}`;
    const lines = [
      ...(about.goesOnFrom === null ? [] : [`This chat continues from ${about.goesOnFrom}.`]),
      ...(about.refused ? ['Jira didn’t let Frontdesk raise this request for this person.'] : []),
      ...contextInWords(about.context),
      `Chat reference: ${about.reference}`,
    ];
    const request = {
      serviceDeskId,
      requestTypeId,
      isAdfRequest: true,
      requestFieldValues: {
        summary: startOf(firstLine(text)),
        description: plainRichText(text, from, lines),
      },
      ...(onBehalfOf !== null && { raiseOnBehalfOf: onBehalfOf }),
    };
    const answer = await jira.change('app', 'POST', route`/rest/servicedeskapi/request`, request, raised);
    if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'project-gone' : 'refused');
    return { id: answer.value.issueId, key: answer.value.issueKey };
  },

  async findRaised(projectId, reference) {
    const jql = `project = ${projectId} AND text ~ "${reference}" ORDER BY created ASC`;
    const query = { jql, maxResults: 1, fields: ['summary'] };
    const answer = await jira.ask('app', route`/rest/api/3/search/jql`, found, query);
    return answer?.issues[0] ?? null;
  },

  async keepFacts(issueId, facts) {
    const path = route`/rest/api/3/issue/${issueId}/properties/${FACTS}`;
    const answer = await jira.change('app', 'PUT', path, facts, z.unknown());
    if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'request-gone' : 'refused');
  },

  async search(projectId, { key, words }) {
    const clauses = words.map((word) => `text ~ "${word}*"`);
    const about = key === null ? clauses.join(' AND ') : `issuekey = "${key}"`;
    const jql = `project = ${projectId} AND ${about} ORDER BY updated DESC`;
    const query = { jql, maxResults: REQUESTS_FOUND, fields: ['summary'] };
    const answer = await jira.ask('user', route`/rest/api/3/search/jql`, found, query);
    return answer?.issues ?? [];
  },

  async assign(issueKey, accountId) {
    const path = route`/rest/api/3/issue/${issueKey}/assignee`;
    return changeOf(await jira.change('user', 'PUT', path, { accountId }, z.unknown()));
  },
});

/** As much of a line as a summary holds, no character cut in two. */
function startOf(line: string): string {
  let summary = '';
  for (const character of line) {
    if (summary.length + character.length > SUMMARY_LENGTH) break;
    summary += character;
  }
  return summary;
}
