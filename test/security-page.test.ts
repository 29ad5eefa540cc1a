import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A promise of the page, and the tests that it names. */
interface Promised {
  promise: string;
  tests: { file: string; title: string }[];
}

/** `- **…**` is a promise; each `Test:` below it names a file and, in quotation marks, a title in it. */
function promisesOf(page: string): Promised[] {
  const part = /^## Promises$([\s\S]*?)(?=^## )/m.exec(`${page}\n## `)?.[1] ?? '';
  return part
    .split(/^- /m)
    .slice(1)
    .map((text) => ({
      promise: /^\*\*([\s\S]*?)\*\*/.exec(text)?.[1] ?? text,
      tests: [...text.matchAll(/^ *Test: `(test\/[^`]+)` “(.+)”$/gm)].map(([, file = '', title = '']) => ({
        file,
        title,
      })),
    }));
}

/** The titles of a file's tests, as they are written there. */
const titlesIn = (code: string): string[] =>
  [
    ...code.matchAll(
      /\b(?:it|test)(?:\.each\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\(\s*(['`])((?:(?!\1).|\\.)*)\1/g,
    ),
  ].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'));

/** What is wrong with the page. `read`: a file's text; null: there is none. */
function problemsOf(page: string, read: (file: string) => string | null): string[] {
  return promisesOf(page).flatMap(({ promise, tests }) => {
    if (tests.length === 0) return [`“${promise}” names no test`];
    return tests.flatMap(({ file, title }) => {
      const code = read(file);
      if (code === null) return [`there is no ${file}`];
      return titlesIn(code).includes(title) ? [] : [`${file} has no test “${title}”`];
    });
  });
}

const onDisk = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);

describe('the page about security', () => {
  const page = readFileSync('docs/security.md', 'utf8');

  it('names a test for each of its promises, and each of them is there', () => {
    expect(problemsOf(page, onDisk)).toEqual([]);
  });

  it('promises something about each of the rules of trust', () => {
    for (const rule of ['T1', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'R8']) {
      expect(page, rule).toMatch(new RegExp(`^- \\*\\*[^*]+\\*\\* \\([^)]*\\b${rule}\\b`, 'm'));
    }
  });

  const read = (file: string): string | null => (file === 'test/a.test.ts' ? "it('holds', () => {});" : null);
  const promising = (test: string): string => `## Promises\n\n- **It holds** (T1).\n  ${test}\n`;

  it.each([
    ['no test', 'Believe us.', '“It holds” names no test'],
    ['a file that is not there', 'Test: `test/b.test.ts` “holds”', 'there is no test/b.test.ts'],
    ['a title that is not there', 'Test: `test/a.test.ts` “hold”', 'test/a.test.ts has no test “hold”'],
    ['half a title', 'Test: `test/a.test.ts` “h”', 'test/a.test.ts has no test “h”'],
  ])('is found out where it names %s', (_what, test, says) => {
    expect(problemsOf(promising(test), read)).toEqual([says]);
  });

  it('is fine where the test is there', () => {
    expect(problemsOf(promising('Test: `test/a.test.ts` “holds”'), read)).toEqual([]);
  });
});
