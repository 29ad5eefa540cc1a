/** The panel's code is loaded at the first opening; milliseconds. Later, a page that moves would only startle. */
const WAIT_MS = 5_000;

/** Frames grow with what is in them a moment later; one that does not grow by then never will. */
const GROWTH_MS = 1_000;

/**
 * Below the portal's icon there is no room on most pages: the frame grows for the panel, beyond the window's end. Brings
 * the panel into view once the frame has grown, and does not touch the page after that.
 */
export function bringPanelIntoView(): void {
  const life = new AbortController();
  let growth: ReturnType<typeof setTimeout> | undefined;
  const page = document.documentElement;

  const panel = (): Element | null => {
    for (const { shadowRoot } of page.children) {
      const found = shadowRoot?.querySelector('.panel');
      if (found) return found;
    }
    return null;
  };

  function look(): void {
    const shown = panel();
    if (!shown) return;
    growth ??= setTimeout(finish, GROWTH_MS);
    if (shown.getBoundingClientRect().bottom + scrollY <= innerHeight) finish();
  }

  function finish(): void {
    const shown = panel();
    // Where the window is lower than the panel, what matters is where to write.
    for (const part of [shown, shown?.querySelector('.write')]) part?.scrollIntoView({ block: 'nearest' });
    life.abort();
  }

  const resizes = new ResizeObserver(look);
  resizes.observe(page);
  addEventListener('resize', look, { signal: life.signal });
  const end = setTimeout(() => life.abort(), WAIT_MS);
  // Whoever moves the page themselves meanwhile wants something else.
  for (const type of ['wheel', 'touchmove'] as const) {
    addEventListener(type, () => life.abort(), { passive: true, signal: life.signal });
  }
  life.signal.addEventListener('abort', () => {
    resizes.disconnect();
    clearTimeout(growth);
    clearTimeout(end);
  });
}
