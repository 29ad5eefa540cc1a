import { useLayoutEffect, useState, type RefObject } from 'react';

/** Pixels that a list and a conversation need beside each other. */
const TWO_COLUMNS = 720;

/** Is there room for one column only? Of the element, not of the window: it may stand in a dialog. */
export function useIsNarrow(element: RefObject<HTMLElement>): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = (): void => setNarrow(current.clientWidth < TWO_COLUMNS);
    measure();
    const resizes = new ResizeObserver(measure);
    resizes.observe(current);
    return () => resizes.disconnect();
  }, [element]);
  return narrow;
}
