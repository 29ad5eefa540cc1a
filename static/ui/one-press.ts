/** React's, or the browser's own. */
type Click = Pick<MouseEvent, 'detail' | 'target' | 'stopPropagation'>;
type Key = Pick<KeyboardEvent, 'repeat' | 'key' | 'target' | 'preventDefault'>;

const onButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button') !== null;

/**
 * A double click and a held key are one press of a button: "Go online" becomes "Go offline" under the pointer, and the
 * second half would take back what the first half did. For the element around the buttons.
 */
export const onePress = {
  onClickCapture: (event: Click): void => {
    if (event.detail > 1 && onButton(event.target)) event.stopPropagation();
  },
  onKeyDownCapture: (event: Key): void => {
    if (event.repeat && event.key === 'Enter' && onButton(event.target)) event.preventDefault();
  },
};
