import { useEffect, useRef } from 'react';

/** What is open on the page, in the order in which it was opened. */
const opened: object[] = [];

/**
 * Escape closes what was opened last before it means anything to what is around, wherever the focus is by then. An input
 * method at work has the key to itself.
 */
export function useEscape(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const me = {};
    opened.push(me);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || opened.at(-1) !== me) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      opened.splice(opened.indexOf(me), 1);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [isOpen]);
}
