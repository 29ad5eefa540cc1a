import type { FrameTheme } from './frame-theme';

/** The page's theme choices; `dark-bar` is a light page under a dark bar, as some Jira sites have it. */
export const THEMES = ['light', 'dark', 'dark-bar'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'frontdesk-local-theme';
const listeners = new Set<() => void>();

function isTheme(value: string | null): value is Theme {
  return (THEMES as readonly (string | null)[]).includes(value);
}

/** `?theme=dark` in the address, else the last choice in this browser, else what the system prefers. */
export function currentTheme(): Theme {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(STORAGE_KEY);
  if (isTheme(asked)) return asked;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(STORAGE_KEY, theme);
  const address = new URL(location.href);
  if (address.searchParams.has('theme')) {
    address.searchParams.delete('theme');
    history.replaceState(history.state, '', address);
  }
  changed();
}

/** Also called when another window chooses. Returns what stops it. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme of a surface of the page, as frames on it get it. */
export function frameTheme(surface: 'page' | 'bar'): FrameTheme {
  const theme = currentTheme();
  const isDark = theme === 'dark' || (theme === 'dark-bar' && surface === 'bar');
  return {
    colorMode: isDark ? 'dark' : 'light',
    themes: 'light:light dark:dark spacing:spacing typography:typography shape:shape',
    stylesheet: '/__forge__/theme.css',
  };
}

export function applyPageTheme(): void {
  document.documentElement.dataset.colorMode = frameTheme('page').colorMode;
  const bar = document.querySelector<HTMLElement>('[data-bar]');
  if (bar) bar.dataset.colorMode = frameTheme('bar').colorMode;
}

function changed(): void {
  applyPageTheme();
  for (const listener of listeners) listener();
}

export function watchTheme(): void {
  addEventListener('storage', ({ key }) => {
    if (key === STORAGE_KEY) changed();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}
