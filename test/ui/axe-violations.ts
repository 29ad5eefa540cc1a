import axe from 'axe-core';
import { vi } from 'vitest';

/** What can be told without drawing; colours, places and the rest are for the journeys in Chromium. */
const RULES = [
  'aria-allowed-attr',
  'aria-hidden-focus',
  'aria-required-attr',
  'aria-required-children',
  'aria-required-parent',
  'aria-roles',
  'aria-valid-attr',
  'aria-valid-attr-value',
  'button-name',
  'definition-list',
  'dlitem',
  'form-field-multiple-labels',
  'label',
  'list',
  'listitem',
  'nested-interactive',
  'select-name',
];

/**
 * What axe finds in what is drawn. Last in a test: axe waits by timers that run. A page whose time the test had stopped gets
 * it stopped again before it is left, or what it does a moment after that would reach the next test.
 */
export async function axeViolations(): Promise<string[]> {
  const isStopped = vi.isFakeTimers();
  vi.useRealTimers();
  const { violations } = await axe.run(document.body, {
    runOnly: { type: 'rule', values: RULES },
    resultTypes: ['violations'],
  });
  if (isStopped) vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
