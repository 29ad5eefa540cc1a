/** CSS pixels by which what is seen is lower than the window: more than any browser's own bars, less than any keyboard. */
const KEYBOARD_PX = 100;

/**
 * On phones the keyboard covers the window's end and leaves the window as it is: what is fixed there would be below it, or,
 * once the browser has brought the field into sight, partly above the screen. Keeps the panel in what is seen. Returns what
 * looks again.
 */
export function aboveKeyboard(
  dialog: HTMLElement,
  /** Stands at the window's end, of which no property of all engines tells. */
  end: HTMLElement,
  life: AbortController,
  /** The panel's. Absent in a panel of the version before. */
  sheet?: CSSStyleSheet,
): () => void {
  // A frame's own says nothing of a keyboard.
  const seen = top === window ? visualViewport : null;
  /** What a low window looks like: little room, and most of it for what is said. */
  const low = [...(sheet?.cssRules ?? [])].find(
    (rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && /max-height/.test(rule.conditionText),
  )?.media;
  const usual = low?.mediaText;
  function look(): void {
    const talk = dialog.querySelector('.talk');
    if (!seen || !talk) return;
    const { height, offsetTop, scale } = seen;
    const { style } = dialog;
    const below = end.getBoundingClientRect().bottom - height;
    const room = talk.clientHeight;
    // Whoever has zoomed in looks at what they like.
    if (below > KEYBOARD_PX && scale < 1.01) {
      style.cssText = `bottom:${below - offsetTop}px;max-height:${height}px`;
      if (low) low.mediaText = 'all';
    } else if (style.bottom) {
      style.cssText = '';
      if (low) low.mediaText = usual ?? '';
    } else return;
    // The latest stays above the field, and the field where it is seen.
    talk.scrollTop += room - talk.clientHeight;
    dialog.querySelector(':focus')?.scrollIntoView({ block: 'nearest' });
  }
  for (const type of ['resize', 'scroll']) seen?.addEventListener(type, look, life);
  return look;
}
