import type { Metafile } from 'esbuild';

/** The files that are loaded before anything can be done: those of an entry (a source file) and all it imports statically. */
export function initialOutputs({ outputs }: Pick<Metafile, 'outputs'>, entry: string): string[] {
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
  // Lazy parts are entry points too, even those that nothing loads any more once the bundle has been shaken.
  for (const [name, { entryPoint }] of Object.entries(outputs)) if (entryPoint === entry) add(name);
  return [...found];
}
