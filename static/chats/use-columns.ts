import { useLayoutEffect, useState, type RefObject } from 'react';

/** Pixels that a list and a conversation need beside each other. */
const TWO_COLUMNS = 720;
/** With what is known of the customer as well, without taking the conversation its room. */
const THREE_COLUMNS = 1_100;

/** The list, the conversation, the customer: how many of them have room beside each other. */
export type Columns = 1 | 2 | 3;

const columnsIn = (width: number): Columns => (width < TWO_COLUMNS ? 1 : width < THREE_COLUMNS ? 2 : 3);

/** How many have room? Of the element, not of the window: it may stand in a dialog. */
export function useColumns(element: RefObject<HTMLElement>): Columns {
  const [columns, setColumns] = useState<Columns>(2);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = (): void => setColumns(columnsIn(current.clientWidth));
    measure();
    const resizes = new ResizeObserver(measure);
    resizes.observe(current);
    return () => resizes.disconnect();
  }, [element]);
  return columns;
}
