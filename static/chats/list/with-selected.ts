import type { InboxPage } from '../../../src/contract/inbox';

/**
 * The list does not drop the conversation that is open: whoever answers in "unanswered" would see it vanish under the
 * pointer. It leaves when another one is opened, or another filter is chosen.
 */
export function withSelected(
  page: InboxPage,
  before: InboxPage | null,
  selectedId: string | null,
): InboxPage {
  const isSelected = ({ conversationId }: { conversationId: string }): boolean =>
    conversationId === selectedId;
  const kept = before?.rows.find(isSelected);
  if (!kept || page.rows.some(isSelected)) return page;
  const newer = page.rows.filter(({ lastAt }) => Date.parse(lastAt) >= Date.parse(kept.lastAt));
  return { ...page, rows: [...newer, kept, ...page.rows.slice(newer.length)] };
}
