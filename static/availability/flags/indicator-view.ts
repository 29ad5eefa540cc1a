import { element } from '../../ui/element';
import { CLOCK, glyph } from '../../ui/glyph';
import type { IndicatorLook } from './indicator-look';

const OUTLINED = 'M5 4h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-6.5L8 20.5v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z';
const FILLED =
  'M5 3h14a3 3 0 0 1 3 3v8.5a3 3 0 0 1-3 3h-6L7 22v-4.5H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Zm11.6 3.6-5.7 5.9-2.5-2.4-1.4 1.4 3.9 3.9L18 8Z';

/** Draws into a button; indicator.css has its looks. */
export function createIndicatorView(button: HTMLButtonElement): { draw(look: IndicatorLook): void } {
  const hidden = { 'aria-hidden': 'true' };
  const count = element('span', { id: 'count', class: 'indicator-count', ...hidden }, '0');
  const mark = element('span', { id: 'mark', class: 'indicator-mark', hidden: '', ...hidden });
  const waiting = element(
    'span',
    { id: 'waiting', class: 'indicator-waiting', hidden: '', ...hidden },
    glyph({ path: CLOCK, line: 1.5 }),
  );
  button.replaceChildren(
    glyph({ path: OUTLINED, size: 20, box: 24, line: 2, class: 'indicator-outlined' }),
    glyph({ path: FILLED, size: 20, box: 24, class: 'indicator-filled' }),
    count,
    mark,
    waiting,
  );
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
  };
}
