import { route } from '@forge/api';
import { z } from 'zod';
import { plainTextOf } from '../../domain/adf/plain-text-of';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { JiraActor, JiraClient } from '../jira-client';
import { newestComments } from './newest-comments';

/** What means something in wiki markup, which the service desk's API takes texts as. */
const MARKUP = /[\\*_[\]{}|!#^~+?-]/g;

/** What the app tells agents in the request itself. */
export const notes = (jira: JiraClient): Pick<ServiceDesk, 'note' | 'agentNote' | 'isNoted'> => ({
  note: (issueKey, text) => write(jira, 'app', issueKey, text),
  agentNote: (issueKey, text) => write(jira, 'user', issueKey, text),

  async isNoted(issueKey, words, by = 'app') {
    const newest = await newestComments(jira, issueKey);
    return (newest?.comments ?? []).some(
      ({ author, jsdPublic, body }) =>
        (author?.accountType === 'app') === (by === 'app') &&
        jsdPublic === false &&
        onOneLine(plainTextOf(body)).includes(onOneLine(words)),
    );
  },
});

async function write(jira: JiraClient, as: JiraActor, issueKey: string, text: string): Promise<void> {
  // The platform's API makes public comments only: it says so of `jsdPublic`.
  const body = { body: text.replace(MARKUP, String.raw`\$&`), public: false };
  const path = route`/rest/servicedeskapi/request/${issueKey}/comment`;
  const answer = await jira.change(as, 'POST', path, body, z.unknown());
  if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'request-gone' : 'refused');
}

/** Jira may break lines otherwise than it was told. */
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
