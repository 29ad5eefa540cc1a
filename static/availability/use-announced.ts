import { useEffect, useRef } from 'react';
import { useAnnounce } from '../app/announcer';

/** Says `text` whenever `key` becomes another; null: not now. What is there at first is on the page and not said. */
export function useAnnounced(key: string | null, text: string): void {
  const announce = useAnnounce();
  const said = useRef(key);
  useEffect(() => {
    if (key === null || key === said.current) return;
    const isFirst = said.current === null;
    said.current = key;
    if (!isFirst && text !== '') announce(text);
    // The text alone may change with every minute.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, announce]);
}
