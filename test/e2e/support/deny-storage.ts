import type { Page } from 'playwright-core';

/** As browsers do that let no site store anything in the pages of another: Chromium here does so by itself. */
export async function denyStorage(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    if (window === top) return;
    const denied = (): never => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: denied });
    Object.defineProperty(window, 'sessionStorage', { get: denied });
    navigator.locks.request = () => Promise.reject(new DOMException('Denied.', 'SecurityError'));
  });
  await page.reload();
}
