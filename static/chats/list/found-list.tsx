import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import { useAnnounce } from '../../app/announcer';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import { ErrorNotice } from '../../ui/error-notice';
import type { ChatSearch } from './chat-search';
import { ListSkeleton } from './list-skeleton';
import { Rows } from './rows';

export interface FoundListProps {
  search: ChatSearch;
  selectedId: string | null;
  now: number;
  viewerId: string;
  onOpen(conversationId: string): void;
}

/** What a search found, the last word first. */
export function FoundList({ search, selectedId, now, viewerId, onOpen }: FoundListProps) {
  const texts = useTexts();
  const { t } = texts;
  const announce = useAnnounce();
  const { query, page, searching, failure } = useStore(search, (state) => state);
  const count = page?.rows.length ?? 0;
  const more = page !== null && page.cursor !== null;
  const found =
    count > 0
      ? texts.counted('inbox.found', count, { query })
      : t(more ? 'inbox.foundNoneYet' : 'inbox.foundNone', { query });
  useEffect(() => {
    if (page && !searching) announce(found);
  }, [page, searching, found, announce]);

  if (!page && !failure) return <ListSkeleton />;
  return (
    <div className="inbox-list" aria-busy={searching}>
      {page && <p className="inbox-list-head fd-small fd-subtle">{found}</p>}
      {page && count > 0 && <Rows {...{ page, selectedId, now, viewerId, onOpen }} />}
      {failure && (
        <ErrorNotice
          code={failure}
          {...(failure === 'unavailable' && { onRetry: () => void search.goOn() })}
        />
      )}
      {more && !failure && (
        <div className="fd-actions">
          <Button onClick={() => void search.goOn()} isLoading={searching}>
            {t('inbox.searchOlder')}
          </Button>
        </div>
      )}
    </div>
  );
}
