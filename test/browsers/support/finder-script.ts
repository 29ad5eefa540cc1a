import { build } from 'esbuild';
import path from 'node:path';

let made: Promise<string> | undefined;

/** `find` of page-finder.ts with all that it uses, as the source of one function: pages know nothing of ours. */
export const finderScript = (): Promise<string> => (made ??= bundle());

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page-finder.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'finder',
    target: 'es2022',
    legalComments: 'none',
  });
  return `function (sought) { ${outputFiles[0]?.text ?? ''}; return finder.find(sought); }`;
}
