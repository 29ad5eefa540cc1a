import { useEffect, useRef } from 'react';
import { useAnnounce } from '../app/announcer';
import { useTexts } from '../app/texts-context';
import { staleText } from './stale-note';

/** Says politely, once for list and conversation, that they are no longer followed, and that they are again. */
export function useStaleNews(since: number | null, now: number): void {
  const texts = useTexts();
  const announce = useAnnounce();
  const wasStale = useRef(false);
  const isStale = since !== null;
  useEffect(() => {
    if (isStale === wasStale.current) return;
    wasStale.current = isStale;
    announce(since === null ? texts.t('inbox.currentAgain') : staleText(texts, since, now));
    // Said when it begins and when it ends, not whenever the time is drawn anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isStale]);
}
