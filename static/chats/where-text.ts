import type { InboxRow } from '../../src/contract/inbox';
import type { Texts } from '../app/texts';

/** Where a chat is in Jira, or why it is not there. */
export const whereText = (
  { t }: Texts,
  { issueKey, failure, held }: Pick<InboxRow, 'issueKey' | 'failure' | 'held'>,
): string =>
  issueKey ??
  t(held !== undefined ? 'held.line' : failure === null ? 'inbox.notInJiraYet' : 'inbox.notInJira');
