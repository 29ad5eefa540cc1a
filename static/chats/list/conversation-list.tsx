import Button from '@atlaskit/button/new';
import { useRef, type KeyboardEvent } from 'react';
import type { InboxFilter } from '../../../src/domain/conversation-listing';
import { ErrorNotice } from '../../ui/error-notice';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import { ConversationRow } from './conversation-row';
import type { InboxStore } from './inbox-store';
import { ListSkeleton } from './list-skeleton';

const EMPTY_TEXTS = {
  unanswered: 'inbox.emptyUnanswered',
  mine: 'inbox.emptyMine',
  unassigned: 'inbox.emptyUnassigned',
  unresolved: 'inbox.emptyUnresolved',
  here: 'inbox.emptyHere',
  held: 'inbox.emptyHeld',
  all: 'inbox.emptyAll',
} as const satisfies Record<InboxFilter, string>;

export interface ConversationListProps {
  store: InboxStore;
  now: number;
  viewerId: string;
  projectName: string;
}

/** The conversations, the one with the last message first. */
export function ConversationList({ store, now, viewerId, projectName }: ConversationListProps) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const { page, filter, selectedId, loadFailure, loadingOlder, olderFailure } = useStore(
    store,
    (state) => state,
  );
  if (loadFailure) {
    const mayRetry = loadFailure === 'unavailable';
    return <ErrorNotice code={loadFailure} {...(mayRetry && { onRetry: store.refresh })} />;
  }
  if (!page) return <ListSkeleton />;

  /** The button moves down or goes away: whoever pressed it goes on at the first row that is new. */
  async function showOlder(button: HTMLElement): Promise<void> {
    const known = new Set(page?.rows.map(({ conversationId }) => conversationId));
    await store.showOlder();
    const added = store.getState().page?.rows.findIndex(({ conversationId }) => !known.has(conversationId));
    const { activeElement } = document;
    if (activeElement !== button && activeElement !== document.body) return;
    requestAnimationFrame(() => rowsIn(list.current)[added ?? -1]?.focus());
  }

  return (
    <div className="inbox-list">
      {page.rows.length === 0 ? (
        <p className="inbox-empty fd-subtle">
          {page.cursor === null
            ? t(EMPTY_TEXTS[filter], { project: projectName })
            : t('inbox.noneAmongNewest')}
        </p>
      ) : (
        <ul ref={list} aria-label={t('inbox.list')} onKeyDown={(event) => moveFocus(event, list.current)}>
          {page.rows.map((row) => (
            <li key={row.conversationId}>
              <ConversationRow
                {...{ row, now, viewerId }}
                anonymousName={page.anonymousName}
                selected={row.conversationId === selectedId}
                onOpen={() => store.select(row.conversationId)}
              />
            </li>
          ))}
        </ul>
      )}
      {olderFailure && <ErrorNotice code={olderFailure} />}
      {page.cursor !== null && (
        <div className="fd-actions">
          <Button onClick={({ currentTarget }) => void showOlder(currentTarget)} isLoading={loadingOlder}>
            {t('inbox.showOlder')}
          </Button>
        </div>
      )}
    </div>
  );
}

const rowsIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('.inbox-row') ?? []),
];

/** Up, down, first, last: quicker than Tab through long lists. */
function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const rows = rowsIn(list);
  const at = rows.findIndex((row) => row === document.activeElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  const target = rows[steps[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
