import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const declared = path.join(root, 'docs/frontdesk.d.ts');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipDefaultLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

const parsed = new Map<string, ts.SourceFile>();

/** What the compiler says of these files. `made`: files that are not on disk, by path. */
function problems(files: string[], made: Record<string, string> = {}): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { readFile, fileExists } = host;
  host.readFile = (file) => made[file] ?? readFile(file);
  host.fileExists = (file) => file in made || fileExists(file);
  host.getSourceFile = (file, language) => {
    const text = parsed.has(file) ? '' : host.readFile(file);
    if (text) parsed.set(file, ts.createSourceFile(file, text, language));
    return parsed.get(file);
  };
  const program = ts.createProgram(files, OPTIONS, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

describe('The types for web sites (C9)', () => {
  it('let a page call what there is, and nothing else', () => {
    expect(problems([declared, path.join(root, 'test/typed-page/page.ts')])).toEqual([]);
  });

  it('are those of the widget itself, in both directions', () => {
    const text = readFileSync(declared, 'utf8').split('interface Window')[0] ?? '';
    const [copy, check] = ['copied.ts', 'check.ts'].map((name) => path.join(root, 'static/widget', name));
    const made = {
      [String(copy)]: `${text}export type { Frontdesk, FrontdeskCall };`,
      [String(check)]: `
        import type { Frontdesk as Own, Call } from './frontdesk-api';
        import type { Frontdesk, FrontdeskCall } from './copied';
        declare const own: Own, copied: Frontdesk, call: Call, copiedCall: FrontdeskCall;
        export const both: [Frontdesk, Own, FrontdeskCall, Call] = [own, copied, call, copiedCall];
        export const names: [keyof Own, keyof Frontdesk] = ['' as keyof Frontdesk, '' as keyof Own];
        // @ts-expect-error -- The comparison is a real one.
        export const wrong: Own = {} as Omit<Frontdesk, 'open'>;`,
    };
    expect(problems([String(check)], made)).toEqual([]);
  });
});
