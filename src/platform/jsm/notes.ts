import { route } from '@forge/api';
import { z } from 'zod';
import { plainTextOf } from '../../domain/adf/plain-text-of';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import type { JiraClient } from '../jira-client';
import { newestComments } from './newest-comments';

/** What means something in wiki markup, which the service desk's API takes texts as. */
const MARKUP = /[\\*_[\]{}|!#^~+?-]/g;

/** What the app tells agents in the request itself. */
export const notes = (jira: JiraClient): Pick<ServiceDesk, 'note' | 'isNoted'> => ({
  async note(issueKey, text) {
    // The platform's API makes public comments only: it says so of `jsdPublic`.
    const body = { body: text.replace(MARKUP, String.raw`\$&`), public: false };
    const path = route`/rest/servicedeskapi/request/${issueKey}/comment`;
    const answer = await jira.change('app', 'POST', path, body, z.unknown());
    if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'request-gone' : 'refused');
  },

  async isNoted(issueKey, words) {
    const newest = await newestComments(jira, issueKey);
    return (newest?.comments ?? []).some(
      ({ author, jsdPublic, body }) =>
        author?.accountType === 'app' && jsdPublic === false && plainTextOf(body).includes(words),
    );
  },
});
