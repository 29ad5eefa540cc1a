/** What `view.theme.enable()` makes the platform do to a frame's document. */
export interface FrameTheme {
  colorMode: 'light' | 'dark';
  /** The value of `data-theme`. */
  themes: string;
  /** Same-origin style sheet, so that it passes a strict CSP. */
  stylesheet: string;
}

/** Resolves when the style sheet is there, so that a page that waits for it never flashes. */
export async function applyFrameTheme({ colorMode, themes, stylesheet }: FrameTheme): Promise<void> {
  document.documentElement.dataset.colorMode = colorMode;
  document.documentElement.dataset.theme = themes;
  if (document.querySelector(`link[href="${stylesheet}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = stylesheet;
  const settled = new Promise((resolve) => {
    link.addEventListener('load', resolve, { once: true });
    link.addEventListener('error', resolve, { once: true });
  });
  document.head.prepend(link);
  await settled;
}
