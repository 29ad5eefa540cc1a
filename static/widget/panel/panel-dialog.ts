import { element } from './element';
import { keepFromPage } from './keep-from-page';
import type { MessagesCode } from './lazy-messages';
import { PANEL_STYLE } from './panel-style';

export interface PanelDialog {
  dialog: HTMLElement;
  isOpen(): boolean;
  /** Adds what came later. */
  add(code: Pick<MessagesCode, 'style' | 'aboveKeyboard'>): void;
  show(open: boolean): void;
  /** Says it to those who do not see it. */
  announce(words: string | undefined): void;
  remove(): void;
}

/** The panel's place in the page, beside the icon: what there is of it without its content. */
export function createPanelDialog(
  button: HTMLButtonElement,
  close: () => void,
  /** A keyboard has come, or something else that changes what is seen of the window. */
  onResize: () => void,
): PanelDialog {
  const root = button.getRootNode() as ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PANEL_STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const dialog = element('div', {
    className: 'panel',
    role: 'dialog',
    'aria-labelledby': 'title',
    'aria-describedby': 'state',
  });
  /** Where the focus was before; it goes back there from a launcher of the site's own. */
  let opener: Element | null;
  const said = root.appendChild(element('p', { className: 'said', role: 'status' }));

  dialog.onkeydown = button.onkeydown = (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
  };
  const life = new AbortController();
  keepFromPage(root, life);
  let look: (() => void) | undefined;
  visualViewport?.addEventListener('resize', onResize, life);
  button.setAttribute('aria-expanded', 'false');

  return {
    dialog,
    isOpen: () => dialog.isConnected,
    add({ style, aboveKeyboard }) {
      sheet.replaceSync(PANEL_STYLE + style);
      look = aboveKeyboard(dialog, said, life, sheet);
      look();
    },
    show(open) {
      const hadFocus = dialog.contains(root.activeElement);
      if (open) {
        opener = document.activeElement;
        root.append(dialog);
        look?.();
      } else dialog.remove();
      button.setAttribute('aria-expanded', String(open));
      if (hadFocus) (button.hidden ? (opener as HTMLElement | null) : button)?.focus();
    },
    announce: (words = '') => (said.textContent = words),
    remove() {
      dialog.remove();
      said.remove();
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((used) => used !== sheet);
      button.onkeydown = null;
      life.abort();
    },
  };
}
