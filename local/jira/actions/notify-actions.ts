import type { Issue } from '../records/issue';
import { JiraRefusal } from '../records/jira-refusal';
import type { Account } from '../records/people';
import type { ActionSurroundings } from './action-surroundings';

interface Notification {
  subject?: string | undefined;
  textBody?: string | undefined;
  to: { users?: { accountId: string }[] | undefined };
}

/** E-mails that somebody has Jira send about an issue. Who may not see it, or is not active, gets none, and nothing is said of it. */
export const createNotifyActions = ({ directory, access, now }: ActionSurroundings) => ({
  notify(account: Account, issue: Issue, { subject, textBody, to }: Notification): void {
    if (directory.conditions.noMail) throw new JiraRefusal(403, 'Outgoing emails are disabled.');
    const recipients = (to.users ?? []).map(({ accountId }) => accountId);
    if (recipients.length === 0) throw new JiraRefusal(400, 'No recipients were defined for notification.');
    if (recipients.includes(account.accountId))
      throw new JiraRefusal(400, 'The recipient must not be the same as the calling user.');
    const unknown = recipients.find((accountId) => !directory.person(accountId));
    if (unknown !== undefined) throw new JiraRefusal(400, `The user ${unknown} does not exist.`);
    for (const accountId of recipients) {
      const person = directory.person(accountId);
      if (!person?.active || !access.sees(person, issue)) continue;
      directory.mails.push({
        at: now(),
        issueKey: issue.key,
        to: accountId,
        subject: subject ?? issue.key,
        text: textBody ?? '',
      });
    }
  },
});
