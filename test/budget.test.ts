import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { budgetOverrun } from '../tools/budget/budget-overrun';
import { BUDGETS } from '../tools/budget/budgets';
import { initialOutputs } from '../tools/budget/initial-outputs';

const root = path.resolve(import.meta.dirname, '..');

describe('A size limit', () => {
  const launcher = { name: 'launcher', limit: 3_000 };
  it('is kept by what weighs as much as it allows', () => {
    expect(budgetOverrun(launcher, 3_000)).toBeNull();
  });
  it('is broken by one byte more', () => {
    expect(budgetOverrun(launcher, 3_001)).toBe('launcher: 3001 bytes gzip, at most 3000 are allowed');
  });
  it.each([0, Number.NaN])('is broken when nothing was measured: %s', (nothing) => {
    expect(budgetOverrun(launcher, nothing)).toBe('launcher: was not measured');
  });
  it('counts what a page imports, however far away, and not what it loads later', () => {
    const output = { bytes: 1, inputs: {}, exports: [] };
    const imports = (kind: 'import-statement' | 'dynamic-import', to: string) => ({ path: to, kind });
    const outputs: Metafile['outputs'] = {
      'app.js': {
        ...output,
        entryPoint: 'main.ts',
        cssBundle: 'app.css',
        imports: [imports('import-statement', 'chunk-1.js'), imports('dynamic-import', 'panel.js')],
      },
      'app.css': { ...output, imports: [] },
      'chunk-1.js': { ...output, imports: [imports('import-statement', 'chunk-2.js')] },
      'chunk-2.js': { ...output, imports: [] },
      'panel.js': { ...output, entryPoint: 'panel.ts', imports: [imports('import-statement', 'chunk-3.js')] },
      'chunk-3.js': { ...output, imports: [] },
      // What nothing loads any more once the bundle has been shaken.
      'left-over.js': { ...output, entryPoint: 'theme.ts', imports: [] },
    };
    expect(initialOutputs({ outputs }, 'main.ts')).toEqual(['app.js', 'app.css', 'chunk-1.js', 'chunk-2.js']);
  });
});

describe('What is loaded stays small', () => {
  it.each(BUDGETS)('$name ($figure)', async (budget) => {
    expect(budgetOverrun(budget, await budget.measure(root))).toBeNull();
  });
});

describe('What nobody uses is not loaded', () => {
  it('such as the client of Atlassian’s feature gates, which no page ever starts', async () => {
    const folder = path.join(root, '.build/meta');
    const pages = await readdir(folder);
    expect(pages).toContain('agent.json');
    for (const page of pages) {
      const { inputs } = JSON.parse(await readFile(path.join(folder, page), 'utf8')) as Metafile;
      const files = Object.keys(inputs);
      expect(files.filter((file) => /@statsig|feature-gate-js-client/.test(file))).toEqual([]);
      // It stands in for one function of that client: whoever asks for more must be looked at.
      const asking = files.filter((file) =>
        inputs[file]?.imports.some((each) => each.path.startsWith('closed-feature-gates:')),
      );
      expect(asking.filter((file) => !file.endsWith('/resolveBooleanFlag.js'))).toEqual([]);
    }
  });
});
