import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { LAUNCHER_SCRIPT } from '../../../../src/generated/widget-assets';

/** Nothing of it may be touched: whoever asks for anything but whether there is something gets an error. */
const untouched = (members: object): object =>
  new Proxy(members, {
    get(_members, name) {
      throw new Error(`${String(name)} was used`);
    },
  });

/** Runs the script in a page of a browser that has no more than this. */
function lines(has: { AbortSignal?: object; document: object }): string[] {
  const said: string[] = [];
  const console = { info: (line: string) => void said.push(line) };
  const { document, ...others } = has;
  const page = { ...others, window: others, document: untouched(document), console };
  runInContext(LAUNCHER_SCRIPT, createContext(page));
  return said;
}

describe('A browser below the minimum versions (R17, C13)', () => {
  it.each([
    ['AbortSignal', { document: { adoptedStyleSheets: [] } }],
    ['AbortSignal.timeout', { AbortSignal: {}, document: { adoptedStyleSheets: [] } }],
    ['style sheets that a script makes', { AbortSignal: { timeout: 1 }, document: {} }],
  ])('without %s draws nothing, says one line, and nothing fails', (_what, has) => {
    expect(lines(has)).toEqual(['frontdesk: too old']);
  });

  it('is told from one that has all of it, where the page is looked at', () => {
    const able = { AbortSignal: { timeout: 1 }, document: { adoptedStyleSheets: [] } };
    expect(() => lines(able)).toThrow(/Document is not defined|was used/);
  });
});
