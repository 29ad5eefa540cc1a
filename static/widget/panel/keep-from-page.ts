/** By which pages work their shortcuts, masks, focus traps, outside clicks and scrolling, and take over what is pasted. */
const KEPT = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'click',
  'mousedown',
  'pointerdown',
  'touchstart',
  'touchmove',
  'wheel',
  'focusin',
  'focusout',
  'paste',
  'copy',
  'cut',
  'contextmenu',
  'selectstart',
];

/**
 * What happens inside is none of the page's business (rule C13): for the page it would happen on an element that is no
 * field. It is stopped where it enters the window, and handed to the inside's own `on…` handlers; what the browser does by
 * itself, it does. Only a page that listens there too, from before, hears of it.
 */
export function keepFromPage(inside: Node, { signal }: AbortController): void {
  function keep(event: Event): void {
    const path = event.composedPath();
    const end = path.indexOf(inside);
    if (end < 0) return;
    event.stopImmediatePropagation();
    for (const each of path.slice(0, end)) {
      const handle: unknown = Reflect.get(each, `on${event.type}`);
      if (typeof handle === 'function') handle.call(each, event);
    }
  }

  for (const type of KEPT) addEventListener(type, keep, { capture: true, signal });
}
