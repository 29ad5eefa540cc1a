import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import { expectSoon } from '../../e2e/support/expect-soon';
import { WCAG_2_2_AA } from '../../e2e/support/axe-violations';
import type { Tab } from './tab';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LOOK = (axe: string): string => `async function (tags) {
  ${axe};
  const { violations } = await window.axe.run(document, {
    runOnly: { type: 'tag', values: tags }, iframes: false, resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => location.pathname + ': ' + id + ' (' + help + ') at ' + target.join(' ') + ': ' + html.slice(0, 200)));
}`;

/** The theme of the place, and how much still moves there: half-faded texts have half the contrast. */
const DRAWN = `function () {
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running').length;
  const asked = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return { theme: document.documentElement.dataset.colorMode ?? asked, moving };
}`;

/** No violation of WCAG 2.2 AA (R11) in these places of a window, which are in that theme. */
export async function expectAccessibleIn(theme: 'light' | 'dark', ...places: Tab[]): Promise<void> {
  const look = LOOK(await source);
  for (const { engine, place } of places) {
    await expectSoon(() => engine.run(place, DRAWN, [])).toEqual({ theme, moving: 0 });
    expect(await engine.run(place, look, [WCAG_2_2_AA]), theme).toEqual([]);
  }
}
