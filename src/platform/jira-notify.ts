import { route } from '@forge/api';
import * as z from 'zod';
import { JiraRefused } from '../ports';
import type { JiraClient } from './jira-client';

/** Jira sends e-mails about issues only; who may not see that one gets none. Throws PlatformFault. */
export async function notifyPeople(
  jira: JiraClient,
  issueKey: string,
  accountIds: string[],
  { subject, text }: { subject: string; text: string },
): Promise<void> {
  const path = route`/rest/api/3/issue/${issueKey}/notify`;
  const to = { users: accountIds.map((accountId) => ({ accountId })) };
  const sent = await jira.change('app', 'POST', path, { subject, textBody: text, to }, z.unknown());
  if (!sent.ok) throw new JiraRefused(sent.status);
}
