import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { framesInSight } from './frames-in-sight';

const script = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violationsIn(frame: Frame): Promise<string[]> {
  // Into the page by the debugger's way: no Content-Security-Policy stands in between.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(await script);
  const { violations } = await frame.evaluate(
    (tags) =>
      (
        window as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } }
      ).axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        iframes: false,
        resultTypes: ['violations'],
      }),
    WCAG_2_2_AA,
  );
  const { pathname } = new URL(frame.url());
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html }) => `${pathname}: ${id} (${help}) at ${target.join(' ')}: ${html.slice(0, 200)}`,
    ),
  );
}

/** What axe finds against WCAG 2.2 AA in a page and in every frame that can be seen in it. */
export async function axeViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of await framesInSight(page)) found.push(...(await violationsIn(frame)));
  return found;
}
