import type { InboxFilter } from '../../src/domain/conversation-listing';
import type { InboxRow } from '../../src/contract/inbox';
import { SUP, type SiteDriver } from './a-site';

/** Every page of a list, as an agent gets them who presses "show older" to the end. */
export async function inboxPages(app: SiteDriver, filter: InboxFilter): Promise<InboxRow[][]> {
  const pages: InboxRow[][] = [];
  let cursor: string | undefined;
  do {
    const page = await app.value('ann', 'listConversations', { projectId: SUP, filter, cursor });
    pages.push(page.rows);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
}
