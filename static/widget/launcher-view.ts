import type { Availability } from './availability';

/** What an icon shows: hidden and disabled ones are drawn only while a panel is open. */
export type Look = 'online' | 'offline' | 'unknown';

export const lookOf = ({ state }: Availability): Look =>
  state === 'online' || state === 'unknown' ? state : 'offline';

const BUBBLE = 'M4 4.5h16V16H10l-4.5 4v-4H4z';
const ENVELOPE = 'M3 5.5h18v13H3zm0 1.5 9 6 9-6';

export interface LauncherView {
  root: ShadowRoot;
  button: HTMLElement;
  /** Draws the look, with words that are the button's name as well as the text beside it. */
  show(look: Look, words: string): void;
  remove(): void;
}

interface LauncherOptions {
  style: string;
  /** `start`: in the corner where lines start. */
  side: string;
  locale: string;
  onClick: () => void;
}

/** Elements by name and attributes: no HTML text, which a strict page's Trusted Types would refuse. */
function add(parent: Node, name: string, attributes: Record<string, string>): Element {
  const svg = /svg|path|circle/.test(name);
  const element = document.createElementNS(`http://www.w3.org/${svg ? '2000/svg' : '1999/xhtml'}`, name);
  for (const key in attributes) element.setAttribute(key, attributes[key] ?? '');
  return parent.appendChild(element);
}

/** The icon: a button in a shadow root of its own, styled without a `style` element so that any CSP allows it. */
export function createLauncherView({ style, side, locale, onClick }: LauncherOptions): LauncherView {
  const host = document.createElement('div');
  host.lang = locale;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const button = add(root, 'button', { 'aria-haspopup': 'dialog', 'aria-expanded': 'false' }) as HTMLElement;
  button.onclick = onClick;
  const icon = add(button, 'svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  const shape = add(icon, 'path', {});
  add(icon, 'circle', { cx: '20', cy: '4', r: '4.5' });
  const text = add(button, 'span', {});

  return {
    root,
    button,
    show(look, words) {
      button.className = `icon ${look} ${side}`;
      shape.setAttribute('d', look === 'unknown' ? ENVELOPE : BUBBLE);
      text.textContent = words;
      if (!host.isConnected) document.body.append(host);
    },
    remove: () => host.remove(),
  };
}
