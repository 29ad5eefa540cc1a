import { route } from '@forge/api';
import * as z from 'zod';
import { plainTextOf } from '../../domain/adf/plain-text-of';
import { notesMark, notesToShow } from '../../domain/internal-notes';
import { Undeliverable, type NotesNow, type ServiceDesk } from '../../jira-ports';
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
  const known = perInstallation(() => new Map<string, NotesNow>());

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

    async isNoted(issueKey, words, by = 'app') {
      const newest = await newestComments(jira, issueKey);
      return (newest?.comments ?? []).some(
        ({ author, jsdPublic, body }) =>
          (author?.accountType === 'app') === (by === 'app') &&
          jsdPublic === false &&
          onOneLine(plainTextOf(body)).includes(onOneLine(words)),
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
      if (before?.mark === mark) return before;
      const newest = await newestComments(jira, issueId);
      const read = (newest?.comments ?? []).map(requestComment);
      const now = { mark: notesMark(read), notes: notesToShow(read) };
      remember(known(), issueId, now, REMEMBERED_REQUESTS);
      return now;
    },
  };
}

/** What Jira keeps of a text whatever it makes of the marks in it. */
const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Jira may break lines otherwise than it was told. */
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
