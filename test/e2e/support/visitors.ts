import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { watchPages } from './watch-pages';

const FAILURES = path.resolve(import.meta.dirname, '../failures');

/** How people see times and sizes, wherever the tests run. */
export const SAME_EVERYWHERE: BrowserContextOptions = {
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  colorScheme: 'light',
  viewport: { width: 1280, height: 800 },
};

/** The people of one journey, each with a browser of their own. */
export interface Visitors {
  /** The same person gets the same browser again; options count the first time. */
  browserOf(who: string, options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A new tab in somebody's browser. Addresses may be paths of the local site. */
  open(who: string, address: string, options?: BrowserContextOptions): Promise<Page>;
  /** A line on the console that the journey provokes. */
  expectProblem(pattern: RegExp): void;
  /** Errors on any page that nobody expected. */
  problems(): string[];
  /** Leaves a picture of every window. */
  photograph(title: string): Promise<void>;
  leave(): Promise<void>;
}

export function createVisitors(browser: Browser, siteUrl: string): Visitors {
  const browsers = new Map<string, BrowserContext>();
  const problems: string[] = [];
  const expected: RegExp[] = [];

  async function browserOf(who: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const known = browsers.get(who);
    if (known) return known;
    const context = await browser.newContext({ ...SAME_EVERYWHERE, ...options });
    browsers.set(who, context);
    await watchPages(context, (problem) => problems.push(`${who}: ${problem}`));
    return context;
  }

  return {
    browserOf,
    async open(who, address, options) {
      const page = await (await browserOf(who, options)).newPage();
      await page.goto(new URL(address, siteUrl).href);
      return page;
    },
    expectProblem: (pattern) => expected.push(pattern),
    problems: () => problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    async photograph(title) {
      await mkdir(FAILURES, { recursive: true });
      const name = title.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80);
      for (const [who, context] of browsers) {
        for (const [index, page] of context.pages().entries()) {
          const file = path.join(FAILURES, `${name}-${who}-${index + 1}.png`);
          // A window that cannot be photographed must not hide why the journey failed.
          await page.screenshot({ path: file }).catch(() => undefined);
        }
      }
    },
    async leave() {
      await Promise.all([...browsers.values()].map((context) => context.close()));
    },
  };
}
