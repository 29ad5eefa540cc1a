import { route } from '@forge/api';
import * as z from 'zod';
import type { OwnRequest } from '../../domain/request-talk';
import { OWN_REQUESTS_REMEMBERED, PARTICIPANT_PAGES } from '../../domain/jira-limits';
import type { ServiceDesk } from '../../jira-ports';
import type { Clock } from '../../ports';
import type { JiraClient } from '../jira-client';
import { perInstallation, remember } from '../per-installation';

const participants = z.object({
  values: z.array(z.object({ accountId: z.string() })),
  isLastPage: z.boolean().optional(),
});

/** Of request and account: what Jira said, and when, epoch ms. */
const known = perInstallation(() => new Map<string, { at: number; found: OwnRequest | null }>());

/** Whose a request is: one question to Jira for its reporter, one more for each fifty who take part. */
export function ownRequests(
  jira: JiraClient,
  clock: Clock,
  { requestWithComments }: Pick<ServiceDesk, 'requestWithComments'>,
): Pick<ServiceDesk, 'ownRequest'> {
  async function takesPart(issueKey: string, accountId: string): Promise<boolean> {
    for (let page = 0, start = 0; page < PARTICIPANT_PAGES; page++) {
      const path = route`/rest/servicedeskapi/request/${issueKey}/participant?start=${start}&limit=50`;
      const answer = await jira.ask('app', path, participants);
      if (!answer) return false;
      if (answer.values.some((each) => each.accountId === accountId)) return true;
      if (answer.isLastPage !== false || answer.values.length === 0) return false;
      start += answer.values.length;
    }
    return false;
  }

  async function find(issueKey: string, accountId: string): Promise<OwnRequest | null> {
    const answer = await requestWithComments(issueKey);
    if (!answer) return null;
    const { comments, isPart: _older, ...request } = answer;
    if (request.reporter !== accountId && !(await takesPart(request.key, accountId))) return null;
    // Ids grow with time.
    const newestComment = String(Math.max(0, ...comments.map(({ id }) => Number(id))));
    return { ...request, newestComment };
  }

  return {
    async ownRequest(issueKey, accountId, maxAgeMs) {
      const key = JSON.stringify([issueKey, accountId]);
      const asked = clock.now();
      const before = known().get(key);
      if (before && asked - before.at <= maxAgeMs) return before.found;
      const found = await find(issueKey, accountId);
      remember(known(), key, { at: asked, found }, OWN_REQUESTS_REMEMBERED);
      return found;
    },
  };
}
