import { route } from '@forge/api';
import { z } from 'zod';
import { plainTextOf } from '../../domain/adf/plain-text-of';
import { notesMark } from '../../domain/internal-notes';
import type { RequestComment } from '../../domain/service-request';
import { Undeliverable, type ServiceDesk } from '../../jira-ports';
import { perInstallation, remember } from '../per-installation';
import type { JiraActor, JiraClient } from '../jira-client';
import { requestComment } from './comment-shape';
import { newestComments } from './newest-comments';

/** What means something in wiki markup, which the service desk's API takes texts as. */
const MARKUP = /[\\*_[\]{}|!#^~+?-]/g;

/** Requests whose notes a process remembers: what agents have open. */
const REMEMBERED_REQUESTS = 50;

const posted = z.object({ id: z.string() });

/** Internal notes in a request: the app's own, and agents'. */
export function notes(
  jira: JiraClient,
): Pick<ServiceDesk, 'tellAgents' | 'isNoted' | 'note' | 'findNote' | 'notesOf'> {
  const known = perInstallation(() => new Map<string, { mark: string; notes: RequestComment[] }>());

  async function post(as: JiraActor, issueKey: string, text: string): Promise<string> {
    // The platform's API makes public comments only: it says so of `jsdPublic`.
    const body = { body: text.replace(MARKUP, String.raw`\$&`), public: false };
    const path = route`/rest/servicedeskapi/request/${issueKey}/comment`;
    const answer = await jira.change(as, 'POST', path, body, posted);
    if (!answer.ok) throw new Undeliverable(answer.status === 404 ? 'request-gone' : 'refused');
    return answer.value.id;
  }

  return {
    async tellAgents(issueKey, text) {
      await post('app', issueKey, text);
    },

    async isNoted(issueKey, words) {
      const newest = await newestComments(jira, issueKey);
      return (newest?.comments ?? []).some(
        ({ author, jsdPublic, body }) =>
          author?.accountType === 'app' && jsdPublic === false && plainTextOf(body).includes(words),
      );
    },

    note: (issueKey, text) => post('user', issueKey, text),

    async findNote(issueKey, { author, text, others }) {
      const newest = await newestComments(jira, issueKey);
      const found = (newest?.comments ?? [])
        .map(requestComment)
        .find(
          (each) =>
            each.isNote &&
            each.author.accountId === author &&
            !others.includes(each.id) &&
            wordsOf(each.text) === wordsOf(text),
        );
      return found?.id ?? null;
    },

    async notesOf(issueId, mark) {
      const before = known().get(issueId);
      if (before && before.mark === mark) return before.notes;
      const newest = await newestComments(jira, issueId);
      const found = (newest?.comments ?? []).map(requestComment).filter(({ isNote }) => isNote);
      const inOrder = found.sort((a, b) => a.createdAt - b.createdAt || Number(a.id) - Number(b.id));
      remember(known(), issueId, { mark: notesMark(inOrder), notes: inOrder }, REMEMBERED_REQUESTS);
      return inOrder;
    },
  };
}

/** What Jira keeps of a text whatever it makes of the marks in it. */
const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
