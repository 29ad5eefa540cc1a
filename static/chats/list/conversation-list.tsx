import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { InboxFilter } from '../../../src/domain/conversation-listing';
import { ErrorNotice } from '../../ui/error-notice';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import type { InboxStore } from './inbox-store';
import { ListSkeleton } from './list-skeleton';
import { Rows, rowsIn } from './rows';

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
  onOpen(conversationId: string): void;
}

/** The conversations: who waits by the longest wait, else the one with the last message first. */
export function ConversationList({ store, now, viewerId, projectName, onOpen }: ConversationListProps) {
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
        <>
          {filter === 'unanswered' && (
            <p className="inbox-list-head fd-small fd-subtle">{t('inbox.longestFirst')}</p>
          )}
          <Rows listRef={list} {...{ page, selectedId, now, viewerId, onOpen }} />
        </>
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
