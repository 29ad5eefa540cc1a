import type { Metafile } from 'esbuild';

/** The files that a page loads before it can do anything: its entry and all that this imports statically. */
export function initialOutputs({ outputs }: Pick<Metafile, 'outputs'>): string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    const output = outputs[name];
    if (!output || found.has(name)) return;
    found.add(name);
    if (output.cssBundle) add(output.cssBundle);
    for (const { path, kind, external } of output.imports) {
      if (!external && kind !== 'dynamic-import') add(path);
    }
  };
  for (const [name, { entryPoint }] of Object.entries(outputs)) {
    // A lazy part is an entry point too, but nobody asked for it by name.
    const isLazy = Object.values(outputs).some(({ imports }) =>
      imports.some(({ path, kind }) => kind === 'dynamic-import' && path === name),
    );
    if (entryPoint !== undefined && !isLazy) add(name);
  }
  return [...found];
}
