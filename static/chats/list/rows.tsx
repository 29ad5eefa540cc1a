import type { KeyboardEvent, Ref } from 'react';
import type { InboxPage } from '../../../src/contract/inbox';
import { useTexts } from '../../app/texts-context';
import { ConversationRow } from './conversation-row';

export interface RowsProps {
  page: Pick<InboxPage, 'rows' | 'anonymousName'>;
  selectedId: string | null;
  now: number;
  viewerId: string;
  listRef?: Ref<HTMLUListElement>;
  onOpen(conversationId: string): void;
}

/** The rows of a list. Up, down, first, last: quicker than Tab through long ones. */
export function Rows({ page, selectedId, now, viewerId, listRef, onOpen }: RowsProps) {
  const { t } = useTexts();
  return (
    <ul ref={listRef} aria-label={t('inbox.list')} onKeyDown={moveFocus}>
      {page.rows.map((row) => (
        <li key={row.conversationId}>
          <ConversationRow
            {...{ row, now, viewerId }}
            anonymousName={page.anonymousName}
            selected={row.conversationId === selectedId}
            onOpen={() => onOpen(row.conversationId)}
          />
        </li>
      ))}
    </ul>
  );
}

export const rowsIn = (list: Element | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('.inbox-row') ?? []),
];

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const rows = rowsIn(event.currentTarget);
  const at = rows.findIndex((row) => row === document.activeElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  const target = rows[steps[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
