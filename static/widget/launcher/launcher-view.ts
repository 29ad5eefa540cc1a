import type { LauncherView } from '../contract';

/** The icon: a button in a shadow root of its own, styled without a `style` element so that any CSP allows it. */
export function createLauncherView(style: string, locale: string, onClick: () => void): LauncherView {
  const add = <K extends keyof HTMLElementTagNameMap>(parent: Node, name: K): HTMLElementTagNameMap[K] =>
    parent.appendChild(document.createElement(name));
  // Not in the body, which single-page sites like to replace.
  const host = document.createElement('div');
  host.lang = locale;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const button = add(root, 'button');
  button.onclick = onClick;
  add(button, 'b');
  // In the direction of its own script.
  const text = add(add(button, 'span'), 'bdi');

  return {
    host,
    button,
    show(state, labels) {
      button.className = `icon ${state}`;
      const words = (labels[state] ?? labels['offline']) as string;
      // What is said again would be read out again.
      if (text.textContent !== words) text.textContent = words;
    },
  };
}
