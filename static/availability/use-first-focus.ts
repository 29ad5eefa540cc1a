import { useEffect, useRef, useState, type RefObject } from 'react';
import type { MyState } from './status-words';

/**
 * Does the main button take the focus when it is drawn? Only in a page that was just opened, and is not calm. When the clock puts
 * another in its place, the new one gets the focus that went with the old one, and nobody else's.
 */
export function useFirstFocus(
  state: MyState,
  mainButton: RefObject<HTMLButtonElement | null>,
  isCalm: boolean,
): boolean {
  const [isFirst, setFirst] = useState(true);
  const drawn = useRef(state);
  useEffect(() => {
    setFirst(false);
    if (drawn.current === state) return;
    drawn.current = state;
    if (document.activeElement === document.body) mainButton.current?.focus();
  }, [state, mainButton]);
  return isFirst && !isCalm;
}
