import type { IndicatorLook } from './indicator-look';

export interface IndicatorView {
  draw(look: IndicatorLook): void;
  onClick(listener: () => void): void;
}

/** Draws into the page's own button; index.html holds its shapes. */
export function createIndicatorView(page: Document): IndicatorView {
  const button = page.getElementById('indicator');
  const count = page.getElementById('count');
  const waiting = page.getElementById('waiting');
  const mark = page.getElementById('mark');
  if (!button || !count || !waiting || !mark) throw new Error('The indicator is missing in the page');
  return {
    draw: (look) => {
      button.hidden = !look.visible;
      button.dataset.online = String(look.online);
      button.dataset.count = look.tone;
      button.title = look.name;
      button.setAttribute('aria-label', look.name);
      count.textContent = look.count;
      mark.hidden = look.mark === null;
      mark.dataset.mark = look.mark ?? '';
      waiting.hidden = look.waiting === null;
      // Drawn by the style sheet: the button's name says the same in words.
      waiting.dataset.wait = look.waiting ?? '';
    },
    onClick: (listener) => button.addEventListener('click', listener),
  };
}
