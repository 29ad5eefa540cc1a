/** The panel's code is loaded at the first opening; milliseconds. Later, a page that moves would only startle. */
const WAIT_MS = 5_000;

/** Frames grow with what is in them a moment later. One that has not by then may never, and is made the best of as it is. */
const GROWTH_MS = 1_000;

/** What takes the focus is scrolled to by then, or not; milliseconds. */
const SCROLL_MS = 500;

/** WebKit lets the first focus go by now and then. */
const ATTEMPTS = 5;

/** Of a part that is seen, but for what rounding takes. */
const WHOLE = 0.99;

/**
 * Below the portal's icon there is no room on most pages: the frame grows for the panel, beyond the window's end. Brings
 * the panel into view once the frame has grown, however late, and does not touch the page after that.
 */
export function bringPanelIntoView(): void {
  const life = new AbortController();
  let growth: ReturnType<typeof setTimeout> | undefined;
  /** Ends what moves the page by the focus. */
  let giveBack = (): void => undefined;
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
    if (growth === undefined) {
      growth = setTimeout(bring, GROWTH_MS);
      clearTimeout(end);
      end = setTimeout(finish, WAIT_MS);
    }
    if (shown.getBoundingClientRect().bottom + scrollY > innerHeight) return;
    finish();
    bring();
  }

  function bring(): void {
    const shown = panel();
    const write = shown?.querySelector('.write');
    // Where the window is lower than the panel, what matters is where to write.
    for (const part of [shown, write]) part?.scrollIntoView({ block: 'nearest' });
    if (!shown || !write) return;
    whenCutOff(write, () => {
      giveBack();
      giveBack = scrollByFocus(shown);
    });
  }

  const finish = (): void => life.abort();
  const resizes = new ResizeObserver(look);
  resizes.observe(page);
  addEventListener('resize', look, { signal: life.signal });
  let end = setTimeout(finish, WAIT_MS);
  // Whoever moves the page themselves meanwhile wants something else.
  for (const type of ['wheel', 'touchmove'] as const) {
    addEventListener(type, finish, { passive: true, signal: life.signal });
  }
  life.signal.addEventListener('abort', () => {
    resizes.disconnect();
    clearTimeout(growth);
    clearTimeout(end);
  });
}

/** Is a part of it outside of the window? Only an observer knows, where the page around is of another origin. */
function whenCutOff(part: Element, then: () => void): void {
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    if (entry && entry.intersectionRatio < WHOLE) then();
  });
  observer.observe(part);
}

/**
 * WebKit scrolls a page of another origin only to where somebody is about to type. Gives the focus to a field that
 * nobody sees, in the panel's middle and then at its end, and back. Answers how to give it back at once.
 */
function scrollByFocus(shown: Element): () => void {
  const { top, bottom } = shown.getBoundingClientRect();
  let field: HTMLInputElement | undefined;
  let focused: Element | null | undefined;
  let isOver = false;
  // Another field each time: given back to the same one, WebKit lets the focus go by every other time.
  const takeFocus = (y: number): HTMLInputElement => {
    const before = field;
    // The panel gives it to where they write when it is drawn, which may be meanwhile.
    if (document.activeElement !== before) focused = focusedElement();
    field = document.createElement('input');
    field.tabIndex = -1;
    field.ariaHidden = 'true';
    field.style.cssText = `position:absolute;inset-inline-start:0;inset-block-start:${y + scrollY}px;block-size:1px;inline-size:1px;padding:0;border:0;opacity:0`;
    // Whoever types meanwhile writes where they were: a key goes to what has the focus after this.
    field.onkeydown = giveBack;
    document.body.append(field);
    field.focus();
    before?.remove();
    return field;
  };
  const giveBack = (): void => {
    if (isOver) return;
    isOver = true;
    removeEventListener('pointerdown', giveBack);
    if (document.activeElement === field && focused instanceof HTMLElement)
      focused.focus({ preventScroll: true });
    field?.remove();
  };
  addEventListener('pointerdown', giveBack);
  // Some drawings later it scrolls, to what has the focus then.
  const toEnd = (attempts: number): void => {
    if (isOver) return;
    if (attempts === 0) return giveBack();
    whenSeen(takeFocus(bottom - 2), (isSeen) => (isSeen ? giveBack() : toEnd(attempts - 1)));
  };
  whenSeen(takeFocus((top + bottom) / 2), () => toEnd(ATTEMPTS));
  return giveBack;
}

/** Calls once it is in the window, or has not come there in time. */
function whenSeen(element: Element, then: (isSeen: boolean) => void): void {
  const done = (isSeen: boolean): void => {
    observer.disconnect();
    clearTimeout(patience);
    then(isSeen);
  };
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) done(true);
  });
  const patience = setTimeout(done, SCROLL_MS, false);
  observer.observe(element);
}

/** Also one in the widget's shadow. */
function focusedElement(): Element | null | undefined {
  const { activeElement } = document;
  return activeElement?.shadowRoot?.activeElement ?? activeElement;
}
