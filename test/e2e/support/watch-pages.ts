import type { BrowserContext } from 'playwright-core';

/** Reports errors of a browser's pages: thrown, on the console, or against their Content-Security-Policy. */
export async function watchPages(context: BrowserContext, report: (problem: string) => void): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Content-Security-Policy: ${violatedDirective} refused ${blockedURI}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    report(`${message.page()?.url() ?? 'a worker'}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => {
    const { message, stack } = webError.error();
    report(`${webError.page()?.url() ?? ''}: ${stack ?? message}`);
  });
}
